import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { endpoints, type BodyOf, type PersonDto } from '#contracts';
import type { TextKey } from '#i18n';
import { asking, call, refresh } from '../../api/index.js';
import { ContractForm } from '../../ui/contract-form.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { nameBody, NameFields, type NameValues } from '../../ui/name-fields.js';
import { SidePanel } from '../../ui/side-panel.js';
import { StaleNotice } from '../../ui/stale-notice.js';
import { useContractForm, type ContractForm as Contract } from '../../ui/use-contract-form.js';
import { useText, type Language } from '../../ui/use-text.js';
import { useVersionedForm } from '../../ui/use-versioned-form.js';
import { useGroupedInstitutions } from './choices.js';
import { directoryReads } from './directory-reads.js';
import { SharedMailboxes } from './shared-mailboxes.js';

interface PersonValues extends NameValues {
  position: string;
  phone: string;
  homeInstitutionId: string | null;
  /** The first one is the preferred one. */
  addresses: string[];
}

type PersonBody = BodyOf<typeof endpoints.createPerson>;

export function NewPerson({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useText();
  const client = useQueryClient();
  const contract = useContractForm({
    initial: emptyPerson(language),
    schema: endpoints.createPerson.body,
    toBody: personBody,
    submit: async (body) => {
      await call(endpoints.createPerson, { body });
      await refresh(client, directoryReads);
      notifications.show({ message: t('console.form.saved') });
      onClose();
    },
  });
  return (
    <SidePanel title={t('console.person.new')} onClose={onClose}>
      <PersonForm contract={contract} submitLabel={t('console.form.save')} onClose={onClose} />
    </SidePanel>
  );
}

interface EditPersonProps {
  readonly person: PersonDto;
  /** What is changed goes to the home institution as a proposal. */
  readonly proposing?: boolean;
  readonly onClose: () => void;
}

export function EditPerson({ person, proposing = false, onClose }: EditPersonProps) {
  const { t } = useText();
  const client = useQueryClient();
  const params = { id: person.id };
  const contract = useVersionedForm({
    row: person,
    valuesOf: personValues,
    bodyOf: personBody,
    schema: endpoints.createPerson.body,
    reload: () => client.fetchQuery({ ...asking(endpoints.getPerson, { params }), staleTime: 0 }),
    onUnchanged: onClose,
    save: async (patch: Partial<PersonBody>, version) => {
      await (proposing
        ? call(endpoints.proposeChange, { params, body: { patch } })
        : call(endpoints.changePerson, { params, body: patch, version }));
      await refresh(client, proposing ? [endpoints.listOwnProposals.name] : directoryReads);
      notifications.show({ message: t(proposing ? 'people.proposals.sent' : 'console.form.saved') });
      onClose();
    },
  });
  return (
    <>
      <StaleNotice
        stale={contract.stale}
        labelOf={(field) => t(labels.get(field) ?? 'console.person.name')}
      />
      {proposing && <Text mb="md">{t('people.proposals.send-text')}</Text>}
      <PersonForm
        contract={contract}
        submitLabel={t(proposing ? 'people.proposals.send' : 'console.form.save')}
        onClose={onClose}
      >
        {!proposing && (
          <SharedMailboxes
            person={contract.base}
            onMarked={contract.continueFrom}
            onStale={contract.takeFresh}
          />
        )}
      </PersonForm>
    </>
  );
}

const labels = new Map<string, TextKey>([
  ['academicTitle', 'console.person.title'],
  ['givenName', 'console.person.given-name'],
  ['familyName', 'console.person.family-name'],
  ['salutation', 'console.person.salutation'],
  ['language', 'console.person.language'],
  ['position', 'console.person.position'],
  ['phone', 'console.person.phone'],
  ['homeInstitutionId', 'directory.person.home'],
  ['addresses', 'console.person.addresses'],
]);

interface PersonFormProps {
  readonly contract: Contract<PersonValues>;
  readonly submitLabel: string;
  readonly onClose: () => void;
  /** Below the addresses. */
  readonly children?: ReactNode;
}

function PersonForm({ contract, submitLabel, onClose, children }: PersonFormProps) {
  const { t } = useText();
  const { form, busy } = contract;
  return (
    <ContractForm contract={contract}>
      <Stack>
        <NameFields fields={form.getInputProps} />
        <TextInput label={t('console.person.position')} {...form.getInputProps('position')} />
        <TextInput type="tel" label={t('console.person.phone')} {...form.getInputProps('phone')} />
        <HomeField contract={contract} />
        <AddressFields contract={contract} />
        {children}
        <FormButtons action={submitLabel} busy={busy} onClose={onClose} />
      </Stack>
    </ContractForm>
  );
}

function HomeField({ contract: { form } }: Pick<PersonFormProps, 'contract'>) {
  const { t } = useText();
  return (
    <Select
      clearable
      searchable
      label={t('directory.person.home')}
      description={t('directory.person.home-hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearButtonProps={{ 'aria-label': t('directory.clear') }}
      data={useGroupedInstitutions(['network', 'cluster', 'organisation'])}
      nothingFoundMessage={t('console.form.nothing-found')}
      {...form.getInputProps('homeInstitutionId')}
    />
  );
}

function AddressFields({ contract }: { readonly contract: Contract<PersonValues> }) {
  const { t } = useText();
  const { form } = contract;
  return (
    <Stack gap="xs">
      {form.values.addresses.map((_, place) => (
        <Group key={place} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            type="email"
            flex={1}
            label={t(place === 0 ? 'console.person.preferred-address' : 'console.person.further-address', {
              number: place + 1,
            })}
            {...form.getInputProps(`addresses.${place}`)}
          />
          {form.values.addresses.length > 1 && (
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('console.person.remove-address', { number: place + 1 })}
              onClick={() => form.removeListItem('addresses', place)}
            >
              <IconTrash size={18} aria-hidden="true" />
            </ActionIcon>
          )}
        </Group>
      ))}
      <Text size="sm" c="dimmed">
        {t('console.person.addresses-hint')}
      </Text>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => form.insertListItem('addresses', '')}
        >
          {t('console.person.add-address')}
        </Button>
      </div>
    </Stack>
  );
}

function emptyPerson(language: Language): PersonValues {
  return {
    academicTitle: '',
    givenName: '',
    familyName: '',
    salutation: 'none',
    language,
    position: '',
    phone: '',
    homeInstitutionId: null,
    addresses: [''],
  };
}

function personValues(person: PersonDto): PersonValues {
  const addresses = person.addresses
    .toSorted((one, other) => Number(other.preferred) - Number(one.preferred))
    .map(({ address }) => address);
  return {
    academicTitle: person.academicTitle ?? '',
    givenName: person.givenName,
    familyName: person.familyName,
    salutation: person.salutation,
    language: person.language,
    position: person.position ?? '',
    phone: person.phone ?? '',
    homeInstitutionId: person.homeInstitutionId,
    addresses: addresses.length === 0 ? [''] : addresses,
  };
}

function personBody(values: PersonValues): PersonBody {
  const addresses = values.addresses.filter((address) => address.trim() !== '');
  return {
    ...nameBody(values),
    position: values.position.trim() === '' ? null : values.position,
    phone: values.phone.trim() === '' ? null : values.phone,
    homeInstitutionId: values.homeInstitutionId,
    ...(addresses.length === 0 ? {} : { addresses }),
  };
}
