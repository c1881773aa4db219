import { Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { endpoints, type InstitutionDto } from '#contracts';
import { useApiPages } from '../../api/index.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { LoadMore } from '../../ui/load-more.js';
import { Loaded } from '../../ui/loaded.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { SidePanel } from '../../ui/side-panel.js';
import { Timeline } from '../../ui/timeline.js';
import { useText } from '../../ui/use-text.js';
import { MembershipMenu, type Side } from './membership-table.js';

interface MembershipHistoryProps {
  readonly institution: InstitutionDto;
  /** Which end is told of: its members, or what it belongs to. */
  readonly side: Side;
}

/** The way to all memberships there were, are and will be. */
export function MembershipHistory({ institution, side }: MembershipHistoryProps) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="sm"
        leftSection={<IconHistory size={18} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t('directory.history.open')}
      </Button>
      {open && (
        <SidePanel title={t(`directory.history.${side}`)} onClose={() => setOpen(false)}>
          <AllTime institution={institution} side={side} />
        </SidePanel>
      )}
    </>
  );
}

function AllTime({ institution, side }: MembershipHistoryProps) {
  const { t, language } = useText();
  const endpoint = side === 'member' ? endpoints.listMembers : endpoints.listMemberships;
  const input = { params: { id: institution.id }, query: { allTime: 'true' } };
  const query = useApiPages(endpoint, input);
  return (
    <>
      <Loaded query={{ ...query, data: query.items }}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('directory.history.none')}</Text>
          ) : (
            <Timeline
              label={t(`directory.history.${side}`)}
              rows={items.map((membership) => ({
                ...membership,
                name: <Local text={membership[side].name} />,
                actions: (
                  <MembershipMenu
                    membership={membership}
                    name={pickLocal(membership[side].name, language).text}
                  />
                ),
              }))}
            />
          )
        }
      </Loaded>
      <LoadMore query={query} />
      <Group justify="flex-end" mt="md">
        <ExportMenu list={endpoint} input={input} />
      </Group>
    </>
  );
}
