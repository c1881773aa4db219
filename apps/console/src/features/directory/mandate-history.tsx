import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { endpoints, type OfficeDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { SidePanel } from '../../ui/side-panel.js';
import { Timeline } from '../../ui/timeline.js';
import { useText } from '../../ui/use-text.js';

interface OfficeHistoryProps {
  readonly office: OfficeDto;
  readonly onClose: () => void;
}

/** Who held an office, holds it and will hold it. */
export function OfficeHistory({ office, onClose }: OfficeHistoryProps) {
  const { t, language } = useText();
  const title = t('directory.history.office', { office: pickLocal(office.name, language).text });
  const input = { params: { id: office.id }, query: {} };
  const query = useApiPages(endpoints.listOfficeMandates, input);
  return (
    <SidePanel title={title} onClose={onClose}>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('directory.history.never-held')}</Text>
          ) : (
            <Timeline
              label={title}
              rows={items.map((mandate) => ({
                ...mandate,
                name: (
                  <Anchor
                    component={Link}
                    underline="always"
                    to={`/directory/people?person=${mandate.person.id}`}
                  >
                    {mandate.person.name}
                  </Anchor>
                ),
                ...(office.seats > 1 && { about: t('directory.seat', { seat: mandate.seat }) }),
              }))}
            />
          )
        }
      </Loaded>
      <LoadMore query={query} />
      <Group justify="flex-end" mt="md">
        <ExportMenu list={endpoints.listOfficeMandates} input={input} />
      </Group>
    </SidePanel>
  );
}

/** What a person held, holds and will hold. */
export function PersonMandates({ personId }: { readonly personId: string }) {
  const { t } = useText();
  const input = { params: { id: personId }, query: {} };
  const query = useApiPages(endpoints.listPersonMandates, input);
  return (
    <>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('directory.person.no-mandates')}</Text>
          ) : (
            <Timeline
              label={t('directory.person.mandates')}
              rows={items.map((held) => ({
                ...held,
                name: <Local text={held.office.name} />,
                about: (
                  <Anchor
                    component={Link}
                    underline="always"
                    to={`/directory/institutions/${held.institution.id}`}
                    size="sm"
                  >
                    <Local text={held.institution.name} />
                  </Anchor>
                ),
              }))}
            />
          )
        }
      </Loaded>
      <LoadMore query={query} />
      <Group justify="flex-end" mt="md">
        <ExportMenu list={endpoints.listPersonMandates} input={input} />
      </Group>
    </>
  );
}
