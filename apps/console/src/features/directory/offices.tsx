import { ActionIcon, Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconHistory, IconPencil, IconUserOff, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { endpoints, type InstitutionDto, type MandateDto, type OfficeDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { DataTable, Cell } from '../../ui/data-table.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { pickLocal } from '../../ui/local-text.js';
import { StateMark } from '../../ui/state-mark.js';
import { PeriodWords } from '../../ui/timeline.js';
import { useText } from '../../ui/use-text.js';
import { EndMandate, GiveMandate } from './mandate-dialogs.js';
import { OfficeHistory } from './mandate-history.js';
import { EditOffice, NewOffice } from './office-form.js';
import { Section } from './section.js';

interface OfficesProps {
  readonly institution: InstitutionDto;
  /** The day looked at; today if none. */
  readonly asOf: string | undefined;
}

/** The offices of an institution: roles that exist whoever fills them. */
export function Offices({ institution, asOf }: OfficesProps) {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  const query = useApiPages(endpoints.listOffices, { query: { institutionId: institution.id, asOf } });
  return (
    <Section
      title={t('console.office.title')}
      action={{ label: t('console.office.new'), onClick: () => setAdding(true) }}
    >
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('console.office.none')}</Text>
          ) : (
            <DataTable
              label={t('console.office.title')}
              columns={[
                t('console.office.one'),
                t('console.office.holders'),
                t('console.answers.columns.actions'),
              ]}
            >
              {items.map((office) => (
                <OfficeRow key={office.id} office={office} />
              ))}
            </DataTable>
          )
        }
      </Loaded>
      <LoadMore query={query} />
      {adding && <NewOffice institutionId={institution.id} onClose={() => setAdding(false)} />}
    </Section>
  );
}

type Dialog = 'edit' | 'give' | 'history' | MandateDto | null;

function OfficeRow({ office }: { readonly office: OfficeDto }) {
  const { t, language } = useText();
  const [dialog, setDialog] = useState<Dialog>(null);
  const name = pickLocal(office.name, language);
  const close = () => setDialog(null);
  return (
    <tr>
      <Cell>
        <div>
          <Text fw={600} lang={name.lang}>
            {name.text}
          </Text>
          <Text size="sm" c="dimmed">
            {t('console.office.seats', { count: office.seats })}
            {office.mailbox !== null && ` · ${office.mailbox}`}
          </Text>
        </div>
      </Cell>
      <Cell>
        <Holders office={office} onEnd={setDialog} />
      </Cell>
      <Cell numeric>
        <OfficeMenu name={name.text} onChoose={setDialog} />
        {dialog === 'edit' && <EditOffice office={office} onClose={close} />}
        {dialog === 'history' && <OfficeHistory office={office} onClose={close} />}
        {dialog === 'give' && <GiveMandate office={office} onClose={close} />}
        {dialog !== null && typeof dialog === 'object' && <EndMandate mandate={dialog} onClose={close} />}
      </Cell>
    </tr>
  );
}

interface HoldersProps {
  readonly office: OfficeDto;
  readonly onEnd: (mandate: MandateDto) => void;
}

function Holders({ office, onEnd }: HoldersProps) {
  const { t } = useText();
  // Guests come when they are asked: an empty seat of theirs is no vacancy.
  const vacant = office.kind === 'guest' ? 0 : office.seats - office.holders.length;
  return (
    <div>
      {office.holders.map((mandate) => (
        <Group key={mandate.id} gap="sm">
          <span>
            <Anchor component={Link} underline="always" to={`/directory/people?person=${mandate.person.id}`}>
              {mandate.person.name}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              <PeriodWords period={mandate} />
            </Text>
          </span>
          {mandate.validUntil === null && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => onEnd(mandate)}
              aria-label={t('console.mandate.end-for', { name: mandate.person.name })}
            >
              {t('console.mandate.end')}
            </Button>
          )}
        </Group>
      ))}
      {vacant > 0 && (
        <StateMark tone="warn" Shape={IconUserOff}>
          {t('console.office.vacant', { count: vacant })}
        </StateMark>
      )}
    </div>
  );
}

interface OfficeMenuProps {
  readonly name: string;
  readonly onChoose: (dialog: 'edit' | 'give' | 'history') => void;
}

function OfficeMenu({ name, onChoose }: OfficeMenuProps) {
  const { t } = useText();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" size={36} aria-label={t('console.answers.actions-for', { name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUserPlus size={18} />} onClick={() => onChoose('give')}>
          {t('console.mandate.give')}
        </Menu.Item>
        <Menu.Item leftSection={<IconHistory size={18} />} onClick={() => onChoose('history')}>
          {t('directory.history.open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => onChoose('edit')}>
          {t('console.form.edit')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
