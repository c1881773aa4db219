import { MultiSelect, Select, TextInput } from '@mantine/core';
import type { Land, OfficeKind } from '#contracts';
import type { TextKey } from '#i18n';
import { useText } from '../../ui/use-text.js';
import { useInstitutionChoices } from '../directory/choices.js';
import { lands, officeKinds } from '../directory/kinds.js';
import { PeopleSelect } from '../directory/person-select.js';
import { useAudienceChoices, useTagChoices, type Choice } from './choices.js';

const functions = ['chair', 'member', 'guest'] as const;

interface PartProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function OfficePart({ value, onChange }: PartProps<OfficeKind>) {
  const { t } = useText();
  const data = officeKinds.map((kind) => ({ value: kind, label: t(`audiences.offices.${kind}`) }));
  return (
    <Select
      aria-label={t('audiences.field.office')}
      w="14rem"
      allowDeselect={false}
      data={data}
      value={value}
      onChange={(chosen) => onChange(officeKinds.find((kind) => kind === chosen) ?? value)}
    />
  );
}

export function MembersPart({ value, onChange }: PartProps<'clusters' | 'all'>) {
  const { t } = useText();
  return (
    <Select
      aria-label={t('audiences.field.members')}
      w="11rem"
      allowDeselect={false}
      data={(['clusters', 'all'] as const).map((one) => ({
        value: one,
        label: t(`audiences.members.${one}`),
      }))}
      value={value}
      onChange={(chosen) => onChange(chosen === 'all' ? 'all' : 'clusters')}
    />
  );
}

interface InstitutionPartProps extends PartProps<string> {
  readonly kind?: 'network' | 'committee';
}

export function InstitutionPart({ kind, ...part }: InstitutionPartProps) {
  const data = useInstitutionChoices(kind);
  return <OneOf {...part} label={`audiences.field.${kind ?? 'institution'}`} data={data} />;
}

export function AudiencePart({ without, ...part }: PartProps<string> & { readonly without: string | null }) {
  const data = useAudienceChoices().filter(({ value }) => value !== without);
  return <OneOf {...part} label="audiences.field.audience" data={data} />;
}

export function TagPart(part: PartProps<string>) {
  return <OneOf {...part} label="audiences.field.tag" data={useTagChoices()} />;
}

export function ContactsPart({ value, onChange }: PartProps<string | null>) {
  const data = useTagChoices();
  const change = (chosen: string) => onChange(chosen === '' ? null : chosen);
  return (
    <OneOf label="audiences.field.contacts" data={data} value={value ?? ''} onChange={change} clearable />
  );
}

interface OneOfProps extends PartProps<string> {
  readonly label: TextKey;
  readonly data: readonly Choice[];
  readonly clearable?: boolean;
}

function OneOf({ value, onChange, label, data, clearable = false }: OneOfProps) {
  const { t } = useText();
  return (
    <Select
      aria-label={t(label)}
      w="18rem"
      searchable
      clearable={clearable}
      allowDeselect={clearable}
      clearButtonProps={{ 'aria-label': t('audiences.clear') }}
      placeholder={t(label)}
      data={data}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}

export function PeoplePart({ value, onChange }: PartProps<string[]>) {
  const { t } = useText();
  return (
    <PeopleSelect
      aria-label={t('audiences.field.people')}
      w="26rem"
      placeholder={value.length === 0 ? t('audiences.field.people') : ''}
      value={value}
      onChange={onChange}
    />
  );
}

export function LaenderPart({ value, onChange }: PartProps<Land[]>) {
  const { t } = useText();
  return (
    <MultiSelect
      aria-label={t('audiences.field.laender')}
      w="18rem"
      searchable
      placeholder={value.length === 0 ? t('audiences.field.laender') : ''}
      data={lands.map((land) => ({ value: land, label: t(`console.place.lands.${land}`) }))}
      value={value}
      onChange={(chosen) => onChange(lands.filter((land) => chosen.includes(land)))}
    />
  );
}

export function FieldPart({ value, onChange }: PartProps<string | null>) {
  const { t } = useText();
  return (
    <TextInput
      aria-label={t('audiences.field.field')}
      placeholder={t('audiences.field.field')}
      w="14rem"
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.value)}
    />
  );
}

type CommitteeFunction = (typeof functions)[number];

export function FunctionsPart({ value, onChange }: PartProps<CommitteeFunction[]>) {
  const { t } = useText();
  return (
    <MultiSelect
      aria-label={t('audiences.field.functions')}
      w="16rem"
      placeholder={value.length === 0 ? t('audiences.functions.all') : ''}
      data={functions.map((one) => ({ value: one, label: t(`audiences.functions.${one}`) }))}
      value={value}
      onChange={(chosen) => onChange(functions.filter((one) => chosen.includes(one)))}
    />
  );
}
