import { FileInput, MultiSelect, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { endpoints, land, type Land } from '#contracts';
import { call, refresh, useMay } from '../../api/index.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { useContractForm, type Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions } from '../directory/choices.js';

const empty = {
  name: { de: '', en: '' },
  institutionId: null as string | null,
  laender: [] as Land[],
  address: '',
};

/** Adds a calendar: by an address that is fetched from then on, or by a file. */
export function AddCalendar({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const made = useRef<string>(null);
  const contract = useContractForm({
    initial: empty,
    schema: endpoints.createImportedCalendar.body,
    toBody: ({ name, institutionId, laender, address }) => ({
      name: { ...(name.de && { de: name.de }), ...(name.en && { en: name.en }) },
      institutionId,
      laender,
      address: address === '' ? null : address,
    }),
    submit: async (body) => {
      // A refused file can be replaced by another one without a second calendar.
      made.current ??= (await call(endpoints.createImportedCalendar, { body })).id;
      if (file !== null) await call(endpoints.uploadImportedCalendar, { params: { id: made.current }, file });
      await refresh(client, [endpoints.listImportedCalendars.name]);
      notifications.show({ message: t('calendars.added') });
      onClose();
    },
  });
  const { form } = contract;
  return (
    <FormDialog
      title={t('calendars.add')}
      size="lg"
      action={t('calendars.add')}
      disabled={file === null && form.getValues().address === ''}
      contract={contract}
      onClose={onClose}
    >
      <LocalizedInput required label={t('calendars.columns.name')} path="name" fields={form.getInputProps} />
      <TextInput
        label={t('calendars.address')}
        description={t('calendars.address-hint')}
        type="url"
        placeholder="https://"
        {...form.getInputProps('address')}
      />
      <FileField file={file} onChange={setFile} disabled={form.getValues().address !== ''} />
      <WhoFields fields={form.getInputProps} />
    </FormDialog>
  );
}

interface FileFieldProps {
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
  readonly disabled: boolean;
}

function FileField({ file, onChange, disabled }: FileFieldProps) {
  const { t } = useText();
  return (
    <FileInput
      clearable
      accept=".ics,text/calendar"
      label={t('calendars.file')}
      description={t('calendars.file-hint')}
      placeholder={t('calendars.file-choose')}
      disabled={disabled}
      value={file}
      onChange={onChange}
      clearButtonProps={{ 'aria-label': t('directory.clear') }}
    />
  );
}

/** Whom the calendar concerns, and who keeps it. */
function WhoFields({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  const may = useMay();
  const institutions = useGroupedInstitutions();
  return (
    <>
      <MultiSelect
        clearable
        searchable
        label={t('directory.institution.laender')}
        description={t('calendars.laender-hint')}
        clearButtonProps={{ 'aria-label': t('directory.clear') }}
        data={land.options.map((value) => ({ value, label: t(`console.place.lands.${value}`) }))}
        {...fields('laender')}
      />
      <Select
        clearable={may('instance.administer')}
        searchable
        label={t('calendars.keeper')}
        description={t('calendars.keeper-hint')}
        clearButtonProps={{ 'aria-label': t('directory.clear') }}
        data={institutions}
        {...fields('institutionId')}
      />
    </>
  );
}
