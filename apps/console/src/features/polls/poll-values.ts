import type { BodyOf, endpoints, PollDto } from '#contracts';
import { parseTime } from '../../ui/parse-time.js';
import type { ContractForm } from '../../ui/use-contract-form.js';
import type { Language } from '../../ui/use-text.js';
import { emptyRule, finishedRule, type RuleDraft } from '../audiences/rule-draft.js';

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
  /** What of the place the form does not show. */
  place: PollBody['place'];
  city: string;
  /** How the audience is asked, where the api said so. */
  settings: PollBody['asking']['settings'];
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

/** A saved poll, as the form has it. */
export function valuesOf(poll: PollDto): PollValues {
  const { audience, settings } = poll.asking;
  const isComposed = audience.kind === 'rule';
  const [deadlineDay = '', deadlineTime = ''] = poll.deadlineLocal.split('T');
  return {
    institutionId: poll.institution.id,
    organiserId: poll.organiser?.id ?? null,
    title: typedOf(poll.title),
    description: typedOf(poll.description),
    lengthMinutes: poll.lengthMinutes,
    place: poll.place,
    city: poll.place?.city ?? '',
    settings,
    audience: isComposed ? COMPOSED : audience.audienceId,
    rule: isComposed ? audience.rule : emptyRule,
    // By what they say, so that two readings of one poll are the same.
    dates: poll.options.map(({ startsLocal, allDay }) => ({
      ...newDate(startsLocal.slice(0, 10), allDay ? '10:00' : startsLocal.slice(11, 16), allDay),
      key: `${startsLocal} ${allDay}`,
    })),
    deadlineDay,
    deadlineTime,
    hidesNames: poll.hidesNames,
    movesMeetingId: poll.movesMeetingId,
  };
}

/** The body of the contract: what was left empty is null, days and times are wall clocks. */
export function pollBody(values: PollValues): PollBody {
  const { dates, deadlineDay, deadlineTime, place, city, settings } = values;
  return {
    institutionId: values.institutionId ?? '',
    organiserId: values.organiserId,
    title: written(values.title) ?? {},
    description: written(values.description),
    lengthMinutes: Number(values.lengthMinutes),
    place: city.trim() === '' ? null : { ...place, city },
    asking: { audience: askedOf(values), ...(settings !== undefined && { settings }) },
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

function typedOf(text: PollDto['description']): Record<Language, string> {
  return { de: text?.de ?? '', en: text?.en ?? '' };
}

function written(typed: Record<Language, string>): Partial<Record<Language, string>> | null {
  const parts = Object.entries(typed).filter(([, words]) => words.trim() !== '');
  return parts.length === 0 ? null : Object.fromEntries(parts);
}
