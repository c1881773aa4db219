import { ColorInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { endpoints, type InstitutionDto, type InstitutionKind } from '#contracts';
import { languages, type TextKey } from '#i18n';
import { asking, call, refresh } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { SidePanel } from '../../ui/side-panel.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { useContractForm, type ContractForm as Contract } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useVersionedForm } from '../../ui/use-versioned-form.js';
import { ZoneField } from '../../ui/zone-field.js';
import { directoryReads } from './directory-reads.js';
import { KindFields } from './institution-fields.js';
import {
  emptyInstitution,
  institutionBody,
  institutionForm,
  institutionValues,
  slugOf,
  type InstitutionBody,
  type InstitutionValues,
} from './institution-values.js';
import { institutionKinds } from './kinds.js';

const fieldOf = (path: string) => (path === 'name' || path === 'field' ? `${path}.de` : path);
const fieldOfCode = { 'institution.slug-taken': 'slug' };

interface NewInstitutionProps {
  readonly kind: InstitutionKind;
  /** For a committee: what it is a committee of. */
  readonly parentId?: string;
  readonly onClose: () => void;
}

export function NewInstitution({ kind, parentId, onClose }: NewInstitutionProps) {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const contract = useContractForm({
    initial: emptyInstitution(kind, parentId),
    schema: institutionForm,
    toBody: (values) => institutionBody({ ...values, slug: values.slug || slugOf(nameOf(values)) }),
    fieldOf,
    fieldOfCode,
    submit: async (body) => {
      const made = await call(endpoints.createInstitution, { body });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.form.saved') });
      await navigate(`/directory/institutions/${made.id}`);
    },
  });
  return (
    <SidePanel title={t('console.institution.new')} onClose={onClose}>
      <InstitutionForm contract={contract} onClose={onClose} isNew />
    </SidePanel>
  );
}

interface EditInstitutionProps {
  readonly institution: InstitutionDto;
  readonly onClose: () => void;
}

export function EditInstitution({ institution, onClose }: EditInstitutionProps) {
  const { t } = useText();
  const client = useQueryClient();
  const params = { id: institution.id };
  const contract = useVersionedForm({
    row: institution,
    valuesOf: institutionValues,
    bodyOf: institutionBody,
    schema: institutionForm,
    fieldOf,
    fieldOfCode,
    reload: () => client.fetchQuery({ ...asking(endpoints.getInstitution, { params }), staleTime: 0 }),
    onUnchanged: onClose,
    save: async (patch: Partial<InstitutionBody>, version) => {
      await call(endpoints.changeInstitution, { params, body: patch, version });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.form.saved') });
      onClose();
    },
  });
  return (
    <SidePanel title={t('console.institution.edit')} onClose={onClose}>
      <StaleNotice
        stale={contract.stale}
        labelOf={(field) => t(labels.get(field) ?? 'console.institution.name')}
      />
      <InstitutionForm contract={contract} onClose={onClose} />
    </SidePanel>
  );
}

const labels = new Map<string, TextKey>([
  ['name', 'console.institution.name'],
  ['shortName', 'console.institution.short-name'],
  ['slug', 'console.institution.slug'],
  ['colour', 'console.institution.colour'],
  ['zone', 'console.meeting.zone'],
  ['mainLanguage', 'console.institution.main-language'],
  ['field', 'directory.institution.field'],
  ['laender', 'directory.institution.laender'],
  ['seat', 'directory.institution.seat'],
  ['website', 'directory.institution.website'],
  ['organisationKind', 'directory.institution.organisation-kind'],
  ['operatorId', 'directory.institution.operator'],
  ['parentId', 'directory.institution.parent'],
]);

interface InstitutionFormProps {
  readonly contract: Contract<InstitutionValues>;
  readonly onClose: () => void;
  readonly isNew?: boolean;
}

function InstitutionForm({ contract, onClose, isNew = false }: InstitutionFormProps) {
  const { t } = useText();
  const { form, busy } = contract;
  return (
    <ContractForm contract={contract}>
      <Stack>
        {isNew && (
          <Select
            label={t('console.institution.kind-label')}
            allowDeselect={false}
            data={institutionKinds.map((value) => ({ value, label: t(`console.institution.kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
        )}
        <LocalizedInput
          required
          label={t('console.institution.name')}
          path="name"
          fields={form.getInputProps}
        />
        <KindFields contract={contract} isNew={isNew} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t('console.institution.short-name')} {...form.getInputProps('shortName')} />
          <TextInput
            label={t('console.institution.slug')}
            description={t('console.institution.slug-hint')}
            placeholder={slugOf(nameOf(form.values))}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...form.getInputProps('slug')}
          />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <ColorInput
            label={t('console.institution.colour')}
            description={t('console.institution.colour-hint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            format="hex"
            withEyeDropper={false}
            withPicker={false}
            swatches={swatches}
            {...form.getInputProps('colour')}
          />
          <Select
            label={t('console.institution.main-language')}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: t(`console.language.names.${value}`) }))}
            {...form.getInputProps('mainLanguage')}
          />
        </SimpleGrid>
        <ZoneField label={t('console.meeting.zone')} field={form.getInputProps('zone')} />
        <FormButtons action={t('console.form.save')} busy={busy} onClose={onClose} />
      </Stack>
    </ContractForm>
  );
}

/** Accents that hold 4.5:1 on white. */
const swatches = ['#1d4f63', '#12565f', '#5b3f8c', '#8c2f5a', '#9c3b1b', '#7a5a00', '#2e6b34', '#3d4a57'];

function nameOf(values: InstitutionValues): string {
  return values.name.de || values.name.en;
}
