import { ActionIcon, Button, Checkbox, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { QuestionKind } from '#contracts';
import { FormSection } from '../../ui/form-section.js';
import { LocalizedInput } from '../../ui/localized-input.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import styles from './agenda.module.css';
import { emptyOption, emptyQuestion, hasOptions, type QuestionDraft } from './question-values.js';

const kinds = [
  'text',
  'choice',
  'several',
  'yes-no',
  'diet',
  'access',
] as const satisfies readonly QuestionKind[];

interface QuestionFieldsProps {
  readonly items: readonly QuestionDraft[];
  /** Gives `questions.0.label.de` and so on what they need. */
  readonly fields: Fields;
  readonly onChange: (items: QuestionDraft[]) => void;
}

/** What is asked with the answer, question by question. */
export function QuestionFields({ items, fields, onChange }: QuestionFieldsProps) {
  const { t } = useText();
  return (
    <FormSection
      title={t('questions.title')}
      text={t(items.length === 0 ? 'questions.empty' : 'questions.hint')}
    >
      <ol className={styles.items}>
        {items.map((item, place) => (
          <QuestionItem
            key={item.id}
            item={item}
            place={place}
            fields={fields}
            onChange={(changed) => onChange(items.with(place, changed))}
            onRemove={() => onChange(items.toSpliced(place, 1))}
          />
        ))}
      </ol>
      <Stack align="flex-start">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => onChange([...items, emptyQuestion()])}
        >
          {t('questions.add')}
        </Button>
      </Stack>
    </FormSection>
  );
}

interface QuestionItemProps {
  readonly item: QuestionDraft;
  readonly place: number;
  readonly fields: Fields;
  readonly onChange: (item: QuestionDraft) => void;
  readonly onRemove: () => void;
}

function QuestionItem({ item, place, fields, onChange, onRemove }: QuestionItemProps) {
  const { t } = useText();
  const path = `questions.${place}`;
  const name = t('questions.item', { number: place + 1 });
  return (
    <li className={styles.item} aria-label={name}>
      <div className={styles.head}>
        <Text fw={600}>{name}</Text>
        <ActionIcon
          variant="subtle"
          size={36}
          aria-label={`${t('questions.remove')}: ${name}`}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden="true" />
        </ActionIcon>
      </div>
      <LocalizedInput required label={t('questions.label')} path={`${path}.label`} fields={fields} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('questions.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`questions.kinds.${value}`) }))}
          {...fields(`${path}.kind`)}
        />
        <Checkbox
          mt={{ base: 0, xs: 32 }}
          label={t('questions.required')}
          {...fields(`${path}.required`, { type: 'checkbox' })}
        />
      </SimpleGrid>
      {hasOptions(item.kind) && <Options item={item} path={path} fields={fields} onChange={onChange} />}
    </li>
  );
}

interface OptionsProps extends Pick<QuestionItemProps, 'item' | 'fields' | 'onChange'> {
  readonly path: string;
}

function Options({ item, path, fields, onChange }: OptionsProps) {
  const { t } = useText();
  const { options } = item;
  return (
    <Stack gap="xs" align="stretch">
      {options.map((option, place) => {
        const name = t('questions.option', { number: place + 1 });
        return (
          <Group key={option.id} gap="xs" wrap="nowrap" align="flex-end">
            <div className={styles.grow}>
              <LocalizedInput required label={name} path={`${path}.options.${place}.label`} fields={fields} />
            </div>
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={`${t('questions.remove-option')}: ${name}`}
              onClick={() => onChange({ ...item, options: options.toSpliced(place, 1) })}
            >
              <IconTrash size={18} aria-hidden="true" />
            </ActionIcon>
          </Group>
        );
      })}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => onChange({ ...item, options: [...options, emptyOption()] })}
        >
          {t('questions.add-option')}
        </Button>
      </Group>
    </Stack>
  );
}
