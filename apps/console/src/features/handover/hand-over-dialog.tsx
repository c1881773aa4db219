import { SimpleGrid, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type MandateDto, type OfficeDto } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { pickLocal } from '../../ui/local-text.js';
import { dayWords, today } from '../../ui/moment.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { PersonSelect } from '../directory/person-select.js';
import { HandoverPreview } from './handover-preview.js';
import { handoverReads } from './handover-reads.js';

interface HandOverDialogProps {
  readonly office: OfficeDto;
  readonly mandate: MandateDto;
  readonly onClose: () => void;
}

interface HandoverValues {
  successorId: string | null;
  lastDay: string;
  firstDay: string;
}

const bodyOf = ({ successorId, lastDay, firstDay }: HandoverValues) => ({
  successorId: successorId ?? '',
  lastDay,
  firstDay: firstDay === '' ? null : firstDay,
});

/** Hands an office over: who follows, on which day, and what that means, before it is done. */
export function HandOverDialog({ office, mandate, onClose }: HandOverDialogProps) {
  const { t, language } = useText();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: { successorId: null, lastDay: today(), firstDay: '' } as HandoverValues,
    schema: endpoints.handOver.body,
    fieldOfCode: { 'period.not-in-order': 'firstDay', 'handover.to-oneself': 'successorId' },
    toBody: bodyOf,
    submit: async (body) => {
      const made = await call(endpoints.handOver, { params: { id: mandate.id }, body });
      await refresh(client, handoverReads);
      const day = dayWords(made.firstDay, language);
      notifications.show({ message: t('handover.done', { name: made.successor?.name ?? '', day }) });
      onClose();
    },
  });
  const { form } = contract;
  const { successorId, lastDay, firstDay } = form.getValues();
  return (
    <FormDialog
      title={t('handover.dialog', { office: pickLocal(office.name, language).text })}
      size="lg"
      action={t('handover.submit')}
      contract={contract}
      onClose={onClose}
    >
      <PersonSelect
        required
        label={t('handover.successor')}
        without={new Set([mandate.person.id])}
        {...form.getInputProps('successorId')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField
          required
          label={t('handover.last-day', { name: mandate.person.name })}
          {...form.getInputProps('lastDay')}
        />
        <DayField
          label={t('handover.first-day')}
          description={t('handover.first-day-hint')}
          {...form.getInputProps('firstDay')}
        />
      </SimpleGrid>
      {lastDay === '' ? (
        <Text c="dimmed">{t('handover.preview.choose')}</Text>
      ) : (
        <HandoverPreview
          mandate={mandate}
          body={{ successorId, lastDay, firstDay: firstDay === '' ? null : firstDay }}
        />
      )}
    </FormDialog>
  );
}
