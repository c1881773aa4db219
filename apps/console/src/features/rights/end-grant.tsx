import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type GrantDto } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { today } from '../../ui/moment.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { rightsReads } from './rights-reads.js';

interface EndGrantProps {
  readonly grant: GrantDto;
  readonly onClose: () => void;
}

/** Ends a role that was given by name, on a day, which is its last. */
export function EndGrant({ grant, onClose }: EndGrantProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { name } = grant.person;
  const contract = useContractForm({
    initial: { lastDay: grant.validFrom > today() ? grant.validFrom : today() },
    schema: endpoints.endGrant.body,
    fieldOfCode: { 'period.not-in-order': 'lastDay' },
    toBody: ({ lastDay }) => ({ lastDay }),
    submit: async (body) => {
      await call(endpoints.endGrant, { params: { id: grant.id }, body });
      await refresh(client, rightsReads);
      notifications.show({ message: t('rights.ended', { name }) });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('rights.end-for', { name })}
      action={t('rights.end')}
      contract={contract}
      onClose={onClose}
    >
      <Text>{t('rights.end-text', { name, role: t(`rights.roles.${grant.role}`) })}</Text>
      <DayField required label={t('console.mandate.last-day')} {...contract.form.getInputProps('lastDay')} />
    </FormDialog>
  );
}
