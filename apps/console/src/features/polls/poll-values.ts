import type { BodyOf, endpoints } from '#contracts';
import { parseTime } from '../../ui/parse-time.js';
import type { ContractForm } from '../../ui/use-contract-form.js';
import type { Language } from '../../ui/use-text.js';
import { finishedRule, type RuleDraft } from '../audiences/rule-draft.js';

/** Stands in the list of audiences for a rule that is composed here. */
export const COMPOSED = 'composed';

export interface DateValues {
  readonly key: string;
  day: string;
  time: string;
  allDay: boolean;
}

/** A poll as it stands in the form. */
export interface PollValues {
  institutionId: string | null;
  organiserId: string | null;
  title: Record<Language, string>;
  description: Record<Language, string>;
  lengthMinutes: number | string;
  city: string;
  audience: string;
  rule: RuleDraft;
  dates: DateValues[];
  deadlineDay: string;
  deadlineTime: string;
  hidesNames: boolean;
  movesMeetingId: string | null;
}

export interface PollFieldsProps {
  readonly contract: ContractForm<PollValues>;
}

export type PollBody = BodyOf<typeof endpoints.createPoll>;

export function newDate(day = '', time = '10:00', allDay = false): DateValues {
  return { key: crypto.randomUUID(), day, time, allDay };
}

/** The body of the contract: what was left empty is null, days and times are wall clocks. */
export function pollBody(values: PollValues): PollBody {
  const { dates, deadlineDay, deadlineTime, city } = values;
  return {
    institutionId: values.institutionId ?? '',
    organiserId: values.organiserId,
    title: written(values.title) ?? {},
    description: written(values.description),
    lengthMinutes: Number(values.lengthMinutes),
    place: city.trim() === '' ? null : { city },
    asking: { audience: askedOf(values) },
    deadlineLocal: deadlineDay === '' ? '' : `${deadlineDay}T${parseTime(deadlineTime) ?? deadlineTime}`,
    hidesNames: values.hidesNames,
    movesMeetingId: values.movesMeetingId,
    options: dates.map(({ day, time, allDay }) => ({
      startsLocal: day === '' ? '' : `${day}T${allDay ? '00:00' : (parseTime(time) ?? time)}`,
      allDay,
    })),
  };
}

/** Whom the form asks; a rule that does not say enough asks nobody and is refused. */
export function askedOf({
  audience,
  rule,
}: Pick<PollValues, 'audience' | 'rule'>): PollBody['asking']['audience'] {
  if (audience !== COMPOSED) return { kind: 'saved', audienceId: audience };
  return { kind: 'rule', rule: finishedRule(rule) ?? { include: [], exclude: [] } };
}

const fields = new Map([
  ['title', 'title.de'],
  ['description', 'description.de'],
  ['deadlineLocal', 'deadlineDay'],
  ['options', 'dates.0.day'],
]);

/** The field of the form that shows what is wrong with a part of the body. */
export function fieldOf(path: string): string {
  const option = /^options\.(\d+)/.exec(path);
  if (option !== null) return `dates.${option[1]}.day`;
  return path.startsWith('asking') ? 'audience' : (fields.get(path) ?? path);
}

function written(typed: Record<Language, string>): Partial<Record<Language, string>> | null {
  const parts = Object.entries(typed).filter(([, words]) => words.trim() !== '');
  return parts.length === 0 ? null : Object.fromEntries(parts);
}
