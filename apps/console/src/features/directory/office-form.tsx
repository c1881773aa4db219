import { NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints, type BodyOf, type OfficeDto, type OfficeKind } from '#contracts';
import { call, refresh } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { SidePanel } from '../../ui/side-panel.js';
import { useContractForm, type ContractForm as Contract } from '../../ui/use-contract-form.js';
import { useText, type Language } from '../../ui/use-text.js';
import { directoryReads } from './directory-reads.js';
import { officeKinds } from './kinds.js';

interface OfficeValues {
  institutionId: string;
  kind: OfficeKind;
  name: Record<Language, string>;
  seats: number | string;
  mailbox: string;
  copyAddress: string;
}

const fieldOf = (path: string) => (path === 'name' ? 'name.de' : path);

interface NewOfficeProps {
  readonly institutionId: string;
  readonly onClose: () => void;
}

export function NewOffice({ institutionId, onClose }: NewOfficeProps) {
  const { t } = useText();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: newOffice(institutionId),
    schema: endpoints.createOffice.body,
    toBody: officeBody,
    fieldOf,
    submit: async (body) => {
      await call(endpoints.createOffice, { body });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.form.saved') });
      onClose();
    },
  });
  return (
    <SidePanel title={t('console.office.new')} onClose={onClose}>
      <OfficeForm contract={contract} onClose={onClose} />
    </SidePanel>
  );
}

interface EditOfficeProps {
  readonly office: OfficeDto;
  readonly onClose: () => void;
}

export function EditOffice({ office, onClose }: EditOfficeProps) {
  const { t } = useText();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: officeValues(office),
    schema: endpoints.createOffice.body,
    toBody: officeBody,
    fieldOf,
    submit: async ({ institutionId: _stays, ...body }) => {
      await call(endpoints.changeOffice, { params: { id: office.id }, body, version: office.version });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.form.saved') });
      onClose();
    },
  });
  return (
    <SidePanel title={t('console.office.edit')} onClose={onClose}>
      <OfficeForm contract={contract} onClose={onClose} />
    </SidePanel>
  );
}

interface OfficeFormProps {
  readonly contract: Contract<OfficeValues>;
  readonly onClose: () => void;
}

function OfficeForm({ contract, onClose }: OfficeFormProps) {
  const { t } = useText();
  const { form, busy } = contract;
  return (
    <ContractForm contract={contract}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('console.office.kind')}
            allowDeselect={false}
            data={officeKinds.map((value) => ({ value, label: t(`directory.office-kinds.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <NumberInput
            required
            label={t('console.office.seats-label')}
            allowDecimal={false}
            {...form.getInputProps('seats')}
          />
        </SimpleGrid>
        <LocalizedInput required label={t('console.office.name')} path="name" fields={form.getInputProps} />
        <TextInput
          type="email"
          label={t('console.office.mailbox')}
          description={t('console.office.mailbox-hint')}
          {...form.getInputProps('mailbox')}
        />
        <TextInput
          type="email"
          label={t('console.office.copy')}
          description={t('console.office.copy-hint')}
          {...form.getInputProps('copyAddress')}
        />
        <FormButtons action={t('console.form.save')} busy={busy} onClose={onClose} />
      </Stack>
    </ContractForm>
  );
}

function newOffice(institutionId: string): OfficeValues {
  const name = { de: 'Clustermanagement', en: 'Cluster manager' };
  return { institutionId, kind: 'cluster_manager', name, seats: 1, mailbox: '', copyAddress: '' };
}

function officeValues(office: OfficeDto): OfficeValues {
  return {
    institutionId: office.institution.id,
    kind: office.kind,
    name: { de: office.name.de ?? '', en: office.name.en ?? '' },
    seats: office.seats,
    mailbox: office.mailbox ?? '',
    copyAddress: office.copyAddress ?? '',
  };
}

function officeBody(values: OfficeValues): BodyOf<typeof endpoints.createOffice> {
  const name = Object.fromEntries(Object.entries(values.name).filter(([, text]) => text.trim() !== ''));
  return {
    institutionId: values.institutionId,
    kind: values.kind,
    name,
    seats: Number(values.seats),
    mailbox: values.mailbox.trim() === '' ? null : values.mailbox,
    copyAddress: values.copyAddress.trim() === '' ? null : values.copyAddress,
  };
}
