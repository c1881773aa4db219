import { MultiSelect, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { LocalizedInput } from '../../ui/localized-input.js';
import type { ContractForm as Contract } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import { useGroupedInstitutions, useInstitutionChoices } from './choices.js';
import { lands, organisationKinds } from './kinds.js';
import { fieldsOfKind, type InstitutionValues } from './institution-values.js';

interface FieldsProps {
  readonly contract: Contract<InstitutionValues>;
  /** A new one is placed among the others, and a new committee gets its seats. */
  readonly isNew: boolean;
}

/** What an institution of its kind has: its place among the others, what it does, where it is. */
export function KindFields({ contract, isNew }: FieldsProps) {
  const { kind } = contract.form.values;
  const has = fieldsOfKind[kind];
  return (
    <>
      {has.parent && <ParentFields contract={contract} isNew={isNew} />}
      {isNew && !has.parent && <MemberOfField contract={contract} />}
      {has.field && <FieldField contract={contract} />}
      {has.organisationKind && <OrganisationKindField contract={contract} />}
      <WhereFields contract={contract} />
      {has.operator && <OperatorField contract={contract} />}
    </>
  );
}

type PartProps = Pick<FieldsProps, 'contract'>;

function ParentFields({ contract: { form }, isNew }: FieldsProps) {
  const { t } = useText();
  const groups = useGroupedInstitutions(['network', 'cluster', 'organisation']);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        required
        searchable
        label={t('directory.institution.parent')}
        description={t('directory.institution.parent-hint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={groups}
        nothingFoundMessage={t('console.form.nothing-found')}
        {...form.getInputProps('parentId')}
      />
      {isNew && (
        <NumberInput
          label={t('directory.institution.member-seats')}
          description={t('directory.institution.member-seats-hint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDecimal={false}
          {...form.getInputProps('memberSeats')}
        />
      )}
    </SimpleGrid>
  );
}

function MemberOfField({ contract: { form } }: PartProps) {
  const { t } = useText();
  const groups = useGroupedInstitutions(['network', 'cluster', 'organisation']);
  return (
    <Select
      clearable
      searchable
      label={t('directory.institution.member-of')}
      description={t('directory.institution.member-of-hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearButtonProps={{ 'aria-label': t('directory.clear') }}
      data={groups}
      nothingFoundMessage={t('console.form.nothing-found')}
      {...form.getInputProps('memberOf')}
    />
  );
}

function FieldField({ contract: { form } }: PartProps) {
  const { t } = useText();
  return <LocalizedInput label={t('directory.institution.field')} path="field" fields={form.getInputProps} />;
}

function OrganisationKindField({ contract: { form } }: PartProps) {
  const { t } = useText();
  return (
    <Select
      clearable
      label={t('directory.institution.organisation-kind')}
      clearButtonProps={{ 'aria-label': t('directory.clear') }}
      data={organisationKinds.map((value) => ({ value, label: t(`directory.organisation-kinds.${value}`) }))}
      {...form.getInputProps('organisationKind')}
    />
  );
}

function WhereFields({ contract: { form } }: PartProps) {
  const { t } = useText();
  return (
    <>
      <MultiSelect
        searchable
        hidePickedOptions
        label={t('directory.institution.laender')}
        data={lands.map((value) => ({ value, label: t(`console.place.lands.${value}`) }))}
        nothingFoundMessage={t('console.form.nothing-found')}
        {...form.getInputProps('laender')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('directory.institution.seat')} {...form.getInputProps('seat')} />
        <TextInput
          type="url"
          label={t('directory.institution.website')}
          placeholder="https://"
          {...form.getInputProps('website')}
        />
      </SimpleGrid>
    </>
  );
}

function OperatorField({ contract: { form } }: PartProps) {
  const { t } = useText();
  const organisations = useInstitutionChoices('organisation');
  return (
    <Select
      clearable
      searchable
      label={t('directory.institution.operator')}
      description={t('directory.institution.operator-hint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      clearButtonProps={{ 'aria-label': t('directory.clear') }}
      data={organisations}
      nothingFoundMessage={t('console.form.nothing-found')}
      {...form.getInputProps('operatorId')}
    />
  );
}
