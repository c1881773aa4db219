import { ActionIcon, Group, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { AgendaKind } from '#contracts';
import type { AgendaTime } from '#i18n';
import { LocalizedInput } from '../../ui/localized-input.js';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import styles from './agenda.module.css';

const kinds = ['talk', 'project', 'discussion', 'break'] as const satisfies readonly AgendaKind[];

interface AgendaItemFieldsProps {
  readonly place: number;
  /** What it is called until it has a title. */
  readonly name: string;
  readonly time: AgendaTime | null;
  readonly isLast: boolean;
  readonly fields: Fields;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One item: when it is, what it is, and how it gets to another place. */
export function AgendaItemFields(props: AgendaItemFieldsProps) {
  const { place, name, time, isLast, fields, onMove, onRemove } = props;
  const { t } = useText();
  const path = `agenda.${place}`;
  return (
    <li className={styles.item} aria-label={t('agenda.item', { number: place + 1 })}>
      <div className={styles.head}>
        <span className={styles.time}>
          {time === null ? t('agenda.item', { number: place + 1 }) : <TimeRange time={time} />}
        </span>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            data-move
            variant="subtle"
            size={36}
            disabled={place === 0}
            aria-label={t('agenda.up', { title: name })}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            data-move
            variant="subtle"
            size={36}
            disabled={isLast}
            aria-label={t('agenda.down', { title: name })}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size={36}
            aria-label={t('agenda.remove', { title: name })}
            onClick={onRemove}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </Group>
      </div>
      <LocalizedInput required label={t('agenda.fields.title')} path={`${path}.title`} fields={fields} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Select
          label={t('agenda.fields.kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: t(`agenda.kinds.${value}`) }))}
          {...fields(`${path}.kind`)}
        />
        <TextInput label={t('agenda.fields.speaker')} autoComplete="off" {...fields(`${path}.speaker`)} />
        <NumberInput
          label={t('agenda.fields.minutes')}
          allowDecimal={false}
          step={5}
          {...fields(`${path}.minutes`)}
        />
      </SimpleGrid>
    </li>
  );
}

/** "10:00–10:45", or the beginning alone. */
export function TimeRange({ time }: { readonly time: AgendaTime }) {
  return (
    <>
      {time.from}
      {time.until !== null && `–${time.until}`}
    </>
  );
}
