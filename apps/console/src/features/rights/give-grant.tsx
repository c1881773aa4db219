import { Select, SimpleGrid } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type BodyOf } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { today } from '../../ui/moment.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { PersonSelect } from '../directory/person-select.js';
import { rightsReads } from './rights-reads.js';

type Body = BodyOf<typeof endpoints.giveGrant>;

interface GiveGrantProps {
  /** What can be given here, the usual one first. */
  readonly roles: readonly Body['role'][];
  readonly place: { readonly institutionId?: string; readonly meetingId?: string };
  /** Proposed; empty: none. */
  readonly lastDay?: string;
  readonly onClose: () => void;
}

/** Gives a person a role by name, for a time or until further notice. */
export function GiveGrant({ roles, place, lastDay = '', onClose }: GiveGrantProps) {
  const { t } = useText();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: {
      personId: null as string | null,
      role: String(roles[0]),
      validFrom: today(),
      validUntil: lastDay,
    },
    schema: endpoints.giveGrant.body,
    fieldOfCode: { 'period.not-in-order': 'validUntil', 'grant.given-already': 'personId' },
    toBody: ({ personId, role, validFrom, validUntil }) =>
      ({
        ...place,
        role,
        personId: personId ?? '',
        validFrom,
        validUntil: validUntil === '' ? null : validUntil,
      }) as Body,
    submit: async (body) => {
      await call(endpoints.giveGrant, { body });
      await refresh(client, rightsReads);
      notifications.show({ message: t('rights.given') });
      onClose();
    },
  });
  const { form } = contract;
  return (
    <FormDialog title={t('rights.give')} action={t('rights.give')} contract={contract} onClose={onClose}>
      <PersonSelect
        required
        label={t('console.person.one')}
        description={t('rights.person-hint')}
        {...form.getInputProps('personId')}
      />
      <Select
        required
        allowDeselect={false}
        label={t('rights.columns.role')}
        data={roles.map((role) => ({ value: role, label: t(`rights.roles.${role}`) }))}
        {...form.getInputProps('role')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField required label={t('console.mandate.first-day')} {...form.getInputProps('validFrom')} />
        <DayField
          required={roles.includes('meeting_host')}
          label={t('console.mandate.last-day')}
          {...form.getInputProps('validUntil')}
        />
      </SimpleGrid>
    </FormDialog>
  );
}
