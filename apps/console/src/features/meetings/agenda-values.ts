import type { AgendaItem, AgendaKind } from '#contracts';
import { both, numberOrNull, textOrNull, written, type Both } from '../../ui/typed-values.js';

/** An item of the agenda as it stands in the form. */
export interface AgendaDraft {
  kind: AgendaKind;
  title: Both;
  speaker: string;
  minutes: number | string;
}

export const emptyItem: AgendaDraft = {
  kind: 'talk',
  title: { de: '', en: '' },
  speaker: '',
  minutes: '',
};

export function agendaValues(items: readonly AgendaItem[]): AgendaDraft[] {
  return items.map(({ kind, title, speaker, minutes }) => ({
    kind,
    title: both(title),
    speaker: speaker ?? '',
    minutes: minutes ?? '',
  }));
}

export function agendaBody(drafts: readonly AgendaDraft[]): AgendaItem[] {
  return drafts.map(({ kind, title, speaker, minutes }) => ({
    kind,
    title: written(title) ?? {},
    speaker: textOrNull(speaker),
    minutes: numberOrNull(minutes),
  }));
}

/** The field of the form that shows what is wrong with a part of an item. */
export function agendaField(path: string): string {
  return path.replace(/^(agenda\.\d+\.title)$/, '$1.de');
}

/** The list with the item one place further up (-1) or down (1). */
export function moved<Item>(items: readonly Item[], place: number, by: -1 | 1): readonly Item[] {
  const item = items[place];
  const other = items[place + by];
  if (item === undefined || other === undefined) return items;
  return items.with(place, other).with(place + by, item);
}
