import { Button, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { agendaTimes, type When } from '#i18n';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';
import styles from './agenda.module.css';
import { AgendaItemFields } from './agenda-item-fields.js';
import { emptyItem, moved, type AgendaDraft } from './agenda-values.js';

interface AgendaFieldsProps {
  readonly items: readonly AgendaDraft[];
  /** Gives `agenda.0.title.de` and so on what they need. */
  readonly fields: Fields;
  /** When it begins; null while that is not known. */
  readonly when: When | null;
  /** How long the meeting is; null where that is not known. */
  readonly lengthMinutes: number | null;
  readonly onChange: (items: AgendaDraft[]) => void;
}

/** The agenda, item by item in their order, with the times that follow from it. */
export function AgendaFields({ items, fields, when, lengthMinutes, onChange }: AgendaFieldsProps) {
  const { t, language } = useText();
  const list = useRef<HTMLOListElement>(null);
  const headId = useId();
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<{ place: number; by: -1 | 1 } | null>(null);
  useEffect(() => {
    if (focus !== null) focusMove(list.current, focus);
  }, [focus]);
  const minutes = items.map((item) => (item.minutes === '' ? null : Number(item.minutes)));
  const times = when === null ? [] : agendaTimes(when, minutes);
  const nameOf = (item: AgendaDraft | undefined, place: number) =>
    item?.title[language] || item?.title.de || item?.title.en || t('agenda.item', { number: place + 1 });
  const move = (place: number, by: -1 | 1) => {
    onChange([...moved(items, place, by)]);
    setFocus({ place: place + by, by });
    setSaid(t('agenda.moved', { title: nameOf(items[place], place), number: place + by + 1 }));
  };
  const total = minutes.reduce<number>((sum, length) => sum + (length ?? 0), 0);
  return (
    <section aria-labelledby={headId}>
      <Text id={headId} fw={600} size="sm">
        {t('agenda.title')}
      </Text>
      <Text size="xs" c="dimmed">
        {t(items.length === 0 ? 'agenda.empty' : 'agenda.hint')}
      </Text>
      <ol ref={list} className={styles.items}>
        {items.map((item, place) => (
          <AgendaItemFields
            // eslint-disable-next-line react/no-array-index-key -- an item is known by its place in the form's values
            key={place}
            place={place}
            name={nameOf(item, place)}
            time={times[place] ?? null}
            isLast={place === items.length - 1}
            fields={fields}
            onMove={(by) => move(place, by)}
            onRemove={() => onChange(items.toSpliced(place, 1))}
          />
        ))}
      </ol>
      {lengthMinutes !== null && total > lengthMinutes && (
        <Text size="sm" className={styles.over}>
          {t('agenda.over', { time: times.at(-1)?.until ?? `${total} min` })}
        </Text>
      )}
      <VisuallyHidden component="output">{said}</VisuallyHidden>
      <Stack align="flex-start">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => onChange([...items, emptyItem])}
        >
          {t('agenda.add')}
        </Button>
      </Stack>
    </section>
  );
}

/** The focus stays with the item that moved; at an end it goes to the way back. */
function focusMove(list: HTMLOListElement | null, { place, by }: { place: number; by: -1 | 1 }): void {
  const buttons = list?.children[place]?.querySelectorAll<HTMLButtonElement>('[data-move]');
  const [up, down] = [...(buttons ?? [])];
  const [wanted, other] = by === -1 ? [up, down] : [down, up];
  if (wanted?.disabled === true) other?.focus();
  else wanted?.focus();
}
