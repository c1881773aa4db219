import { SimpleGrid, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type MembershipDto } from '#contracts';
import { call, refresh, saveOrReread } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { today } from '../../ui/moment.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { directoryReads } from './directory-reads.js';

interface MembershipDialogProps {
  readonly membership: MembershipDto;
  readonly name: string;
  readonly onClose: () => void;
}

/** Ends a membership on a day, which is its last. */
export function EndMembership({ membership, name, onClose }: MembershipDialogProps) {
  const { t } = useText();
  const done = useDone(onClose);
  const client = useQueryClient();
  const contract = useContractForm({
    initial: { lastDay: membership.validUntil ?? today() },
    schema: endpoints.endMembership.body,
    fieldOfCode: { 'period.not-in-order': 'lastDay' },
    toBody: ({ lastDay }) => ({ lastDay }),
    submit: async (body) => {
      await saveOrReread(client, directoryReads, () =>
        call(endpoints.endMembership, { params: { id: membership.id }, body, version: membership.version }),
      );
      await done('directory.membership.ended');
    },
  });
  return (
    <FormDialog
      title={t('directory.membership.end-for', { name })}
      action={t('directory.membership.end')}
      contract={contract}
      onClose={onClose}
    >
      <Text>{t('directory.membership.end-text')}</Text>
      <DayField required label={t('console.mandate.last-day')} {...contract.form.getInputProps('lastDay')} />
    </FormDialog>
  );
}

/** Puts right the days of a membership. */
export function CorrectMembership({ membership, name, onClose }: MembershipDialogProps) {
  const { t } = useText();
  const done = useDone(onClose);
  const client = useQueryClient();
  const contract = useContractForm({
    initial: { validFrom: membership.validFrom, validUntil: membership.validUntil ?? '' },
    schema: endpoints.correctMembership.body,
    fieldOfCode: { 'period.not-in-order': 'validUntil' },
    toBody: ({ validFrom, validUntil }) => ({ validFrom, validUntil: validUntil === '' ? null : validUntil }),
    submit: async (body) => {
      await saveOrReread(client, directoryReads, () =>
        call(endpoints.correctMembership, {
          params: { id: membership.id },
          body,
          version: membership.version,
        }),
      );
      await done('directory.membership.corrected');
    },
  });
  return (
    <FormDialog
      title={t('directory.membership.correct-for', { name })}
      action={t('console.form.save')}
      contract={contract}
      onClose={onClose}
    >
      <Text>{t('directory.membership.correct-text')}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField required label={t('console.period.from')} {...contract.form.getInputProps('validFrom')} />
        <DayField label={t('console.period.until')} {...contract.form.getInputProps('validUntil')} />
      </SimpleGrid>
    </FormDialog>
  );
}

function useDone(onClose: () => void) {
  const { t } = useText();
  const client = useQueryClient();
  return async (message: 'directory.membership.ended' | 'directory.membership.corrected') => {
    await refresh(client, directoryReads);
    notifications.show({ message: t(message) });
    onClose();
  };
}
