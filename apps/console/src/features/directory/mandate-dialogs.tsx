import { SimpleGrid, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type MandateDto, type OfficeDto } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { DayField } from '../../ui/day-field.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { pickLocal } from '../../ui/local-text.js';
import { today } from '../../ui/moment.js';
import { useContractForm } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { directoryReads } from './directory-reads.js';
import { PersonSelect } from './person-select.js';

interface GiveMandateProps {
  readonly office: OfficeDto;
  readonly onClose: () => void;
}

/** Gives the office to a person, from a day on. */
export function GiveMandate({ office, onClose }: GiveMandateProps) {
  const { t, language } = useText();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: { personId: null as string | null, validFrom: today(), validUntil: '' },
    schema: endpoints.giveMandate.body,
    fieldOfCode: { 'period.not-in-order': 'validUntil' },
    toBody: ({ personId, validFrom, validUntil }) => ({
      personId: personId ?? '',
      validFrom,
      validUntil: validUntil === '' ? null : validUntil,
    }),
    submit: async (body) => {
      await call(endpoints.giveMandate, { params: { id: office.id }, body });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.mandate.given') });
      onClose();
    },
  });
  const { form } = contract;
  return (
    <FormDialog
      title={t('console.mandate.give-title', { office: pickLocal(office.name, language).text })}
      action={t('console.mandate.give')}
      contract={contract}
      onClose={onClose}
    >
      <PersonSelect required label={t('console.person.one')} {...form.getInputProps('personId')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField required label={t('console.mandate.first-day')} {...form.getInputProps('validFrom')} />
        <DayField label={t('console.mandate.last-day')} {...form.getInputProps('validUntil')} />
      </SimpleGrid>
    </FormDialog>
  );
}

interface EndMandateProps {
  readonly mandate: MandateDto;
  readonly onClose: () => void;
}

/** Ends a mandate on a day, which is its last. */
export function EndMandate({ mandate, onClose }: EndMandateProps) {
  const { t } = useText();
  const client = useQueryClient();
  const { name } = mandate.person;
  const contract = useContractForm({
    initial: { lastDay: today() },
    schema: endpoints.endMandate.body,
    toBody: ({ lastDay }) => ({ lastDay }),
    submit: async (body) => {
      await call(endpoints.endMandate, { params: { id: mandate.id }, body });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.mandate.ended', { name }) });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('console.mandate.end-for', { name })}
      action={t('console.mandate.end')}
      contract={contract}
      onClose={onClose}
    >
      <Text>{t('console.mandate.end-text', { name })}</Text>
      <DayField required label={t('console.mandate.last-day')} {...contract.form.getInputProps('lastDay')} />
    </FormDialog>
  );
}
