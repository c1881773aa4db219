import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarOff, IconDots, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { MembershipDto } from '#contracts';
import { Cell, DataTable, RowLink } from '../../ui/data-table.js';
import { Local, pickLocal } from '../../ui/local-text.js';
import { dayWords } from '../../ui/moment.js';
import { useText } from '../../ui/use-text.js';
import { CorrectMembership, EndMembership } from './membership-dialogs.js';

/** The end of a membership that a list is about. */
export type Side = 'member' | 'institution';

interface MembershipTableProps {
  readonly label: string;
  readonly items: readonly MembershipDto[];
  readonly side: Side;
  /** The day looked at stays the same on the pages that are led to. */
  readonly asOf: string | undefined;
}

/** Memberships with the institution at their other end, and what can be done with them. */
export function MembershipTable({ label, items, side, asOf }: MembershipTableProps) {
  const { t, language } = useText();
  const search = asOf === undefined ? '' : `?asOf=${asOf}`;
  return (
    <DataTable
      label={label}
      columns={[
        t('console.institution.name'),
        t('console.institution.kind-label'),
        t('console.period.from'),
        t('console.period.until'),
        t('console.answers.columns.actions'),
      ]}
    >
      {items.map((membership) => {
        const { id, validFrom, validUntil } = membership;
        const other = membership[side];
        return (
          <tr key={id}>
            <Cell>
              <RowLink to={`/directory/institutions/${other.id}${search}`}>
                <Local text={other.name} />
              </RowLink>
            </Cell>
            <Cell>{t(`console.institution.kind.${other.kind}`)}</Cell>
            <Cell head={t('console.period.from')}>{dayWords(validFrom, language)}</Cell>
            <Cell head={t('console.period.until')}>
              {validUntil === null ? t('console.period.open') : dayWords(validUntil, language)}
            </Cell>
            <Cell numeric>
              <MembershipMenu membership={membership} name={pickLocal(other.name, language).text} />
            </Cell>
          </tr>
        );
      })}
    </DataTable>
  );
}

interface MembershipMenuProps {
  readonly membership: MembershipDto;
  readonly name: string;
}

export function MembershipMenu({ membership, name }: MembershipMenuProps) {
  const { t } = useText();
  const [dialog, setDialog] = useState<'end' | 'correct' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" size={36} aria-label={t('console.answers.actions-for', { name })}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCalendarOff size={18} />} onClick={() => setDialog('end')}>
            {t('directory.membership.end')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={18} />} onClick={() => setDialog('correct')}>
            {t('directory.membership.correct')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === 'end' && <EndMembership membership={membership} name={name} onClose={close} />}
      {dialog === 'correct' && <CorrectMembership membership={membership} name={name} onClose={close} />}
    </>
  );
}
