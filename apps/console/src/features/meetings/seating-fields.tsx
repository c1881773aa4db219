import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { FormSection } from '../../ui/form-section.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import { numberOrNull } from '../../ui/typed-values.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import styles from './agenda.module.css';
import { emptyContingent, seatsOf, type ContingentDraft } from './seating-values.js';

const lines = ['arrival', 'clusters-first'] as const;
const later = ['promote', 'host'] as const;
const groups = ['cluster', 'organisation'] as const;
const chains = ['once', 'chain', 'none'] as const;

interface SeatingFieldsProps {
  /** The meeting's places, as typed. */
  readonly capacity: number | string;
  readonly contingents: readonly ContingentDraft[];
  /** Gives `seating.reserved` and so on what they need. */
  readonly fields: Fields;
  readonly onChange: (contingents: ContingentDraft[]) => void;
}

/** How seats are given: at most so many for each, kept ones, kinds of seats, who waits, and who decides. */
export function SeatingFields({ capacity, contingents, fields, onChange }: SeatingFieldsProps) {
  const { t } = useText();
  return (
    <FormSection title={t('seating.title')} text={t('seating.text')}>
      <Limits fields={fields} />
      <Others fields={fields} />
      <WaitingList fields={fields} />
      <Checkbox
        label={t('seating.approval')}
        description={t('seating.approval-hint')}
        {...fields('seating.approval', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('seating.open')}
        description={t('seating.open-hint')}
        {...fields('seating.open', { type: 'checkbox' })}
      />
      <Contingents capacity={capacity} contingents={contingents} fields={fields} onChange={onChange} />
    </FormSection>
  );
}

function Limits({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <NumberInput
        label={t('seating.companions')}
        description={t('seating.companions-hint')}
        allowDecimal={false}
        min={0}
        {...fields('seating.companions')}
      />
      <NumberInput
        label={t('seating.reserved')}
        description={t('seating.reserved-hint')}
        allowDecimal={false}
        min={0}
        {...fields('seating.reserved')}
      />
      <NumberInput
        label={t('seating.quota')}
        description={t('seating.quota-hint')}
        allowDecimal={false}
        min={1}
        {...fields('seating.quotaSeats')}
      />
      <Select
        label={t('seating.per')}
        description={t('seating.per-hint')}
        allowDeselect={false}
        data={groups.map((value) => ({ value, label: t(`seating.groups.${value}`) }))}
        {...fields('seating.quotaPer')}
      />
    </SimpleGrid>
  );
}

/** Who may come besides whom the host has asked. */
function Others({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('seating.substitutes')}
        description={t('seating.substitutes-hint')}
        allowDeselect={false}
        data={chains.map((value) => ({ value, label: t(`seating.chains.${value}`) }))}
        {...fields('seating.substitutes')}
      />
      <NumberInput
        label={t('seating.colleagues')}
        description={t('seating.colleagues-hint')}
        allowDecimal={false}
        min={0}
        {...fields('seating.colleagues')}
      />
    </SimpleGrid>
  );
}

function WaitingList({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t('seating.line')}
        description={t('seating.line-hint')}
        allowDeselect={false}
        data={lines.map((value) => ({ value, label: t(`seating.lines.${value}`) }))}
        {...fields('seating.line')}
      />
      <NumberInput
        label={t('seating.offer-hours')}
        description={t('seating.offer-hours-hint')}
        allowDecimal={false}
        min={1}
        {...fields('seating.offerHours')}
      />
      <Select
        label={t('seating.after-answer-by')}
        description={t('seating.after-answer-by-hint')}
        allowDeselect={false}
        data={later.map((value) => ({ value, label: t(`seating.later.${value}`) }))}
        {...fields('seating.afterAnswerBy')}
      />
    </SimpleGrid>
  );
}

function Contingents({ capacity, contingents, fields, onChange }: SeatingFieldsProps) {
  const { t } = useText();
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('seating.contingents')}</Text>
      <Text size="sm" c="dimmed">
        {t('seating.contingents-hint')}
      </Text>
      {contingents.map(({ id }, place) => (
        <ContingentRow
          key={id}
          place={place}
          fields={fields}
          onRemove={() => onChange(contingents.toSpliced(place, 1))}
        />
      ))}
      <Sum capacity={capacity} contingents={contingents} />
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => onChange([...contingents, emptyContingent()])}
        >
          {t('seating.add-contingent')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ContingentRowProps {
  readonly place: number;
  readonly fields: Fields;
  readonly onRemove: () => void;
}

function ContingentRow({ place, fields, onRemove }: ContingentRowProps) {
  const { t } = useText();
  const name = t('seating.contingent', { number: place + 1 });
  const path = `seating.contingents.${place}`;
  return (
    <Stack gap={6} pb="xs">
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <div className={styles.grow}>
          <LocalizedInput required label={name} path={`${path}.name`} fields={fields} />
        </div>
        <NumberInput
          w={110}
          label={t('seating.contingent-seats')}
          allowDecimal={false}
          min={1}
          {...fields(`${path}.seats`)}
        />
        <ActionIcon
          variant="subtle"
          size={36}
          aria-label={`${t('seating.remove-contingent')}: ${name}`}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <Checkbox
        label={t('seating.online')}
        description={t('seating.online-hint')}
        {...fields(`${path}.online`, { type: 'checkbox' })}
      />
    </Stack>
  );
}

/** Which number counts where the kinds add up to another than the meeting has. */
function Sum({ capacity, contingents }: Pick<SeatingFieldsProps, 'capacity' | 'contingents'>) {
  const { t } = useText();
  const kinds = seatsOf(contingents);
  const all = numberOrNull(capacity);
  if (kinds === null || all === null || kinds === all) return null;
  return (
    <Text size="sm" component="output">
      {t(kinds < all ? 'seating.fewer' : 'seating.more', { kinds, capacity: all })}
    </Text>
  );
}
