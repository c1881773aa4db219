import { DomainError, pickText, Temporal } from '#kernel';
import type { Id, Language, LocalizedText } from '#kernel';
import type { MeetingInput } from '#contracts';
import type { Series } from '../tables/series.entity.js';

/** What is the date's own. */
export interface DateFacts {
  readonly startsLocal: Temporal.PlainDateTime;
  readonly number: number;
  /** Who hosts it. */
  readonly host: { readonly id: Id; readonly name: LocalizedText };
}

type Pattern = Pick<
  Series,
  'institutionId' | 'zone' | 'allDay' | 'lengthMinutes' | 'template' | 'organiserId' | 'answerByLeadDays'
>;

const PLACEHOLDER = /\{([^{}]*)\}/g;
const LAST_MINUTE = Temporal.PlainTime.from('23:59');

/** The meeting that a date starts out with: the template with the date's own number, year and host. */
export function fillTemplate(series: Pattern, date: DateFacts): MeetingInput {
  const { template, zone, allDay, institutionId, organiserId } = series;
  const { startsLocal, host } = date;
  const title = fillText(template.title, date);
  return {
    ...template,
    title,
    institutionId,
    organiserId,
    zone,
    allDay,
    startsLocal: toMinutes(startsLocal),
    endsLocal: toMinutes(startsLocal.add({ minutes: series.lengthMinutes })),
    answerByLocal: answerBy(series, startsLocal),
    hostIds: [host.id],
  };
}

/** Throws `series.unknown-placeholder` for what stands in braces and means nothing. */
export function checkPlaceholders(title: LocalizedText): void {
  for (const text of Object.values(title)) {
    for (const [, name] of text.matchAll(PLACEHOLDER)) {
      if (!isPlaceholder(name)) {
        throw new DomainError('series.unknown-placeholder', {
          placeholder: `{${name ?? ''}}`,
          pointer: '/template/title',
        });
      }
    }
  }
}

function fillText(text: LocalizedText, date: DateFacts): LocalizedText {
  return Object.fromEntries(
    Object.entries(text).map(([language, words]) => [language, fill(words, date, language as Language)]),
  );
}

function fill(words: string, { startsLocal, number, host }: DateFacts, language: Language): string {
  const values = {
    number: String(number),
    year: String(startsLocal.year),
    host: pickText(host.name, language).text,
  };
  return words.replaceAll(PLACEHOLDER, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole));
}

function isPlaceholder(name: string | undefined): name is 'number' | 'year' | 'host' {
  return name === 'number' || name === 'year' || name === 'host';
}

/** Answers are due at the end of a day, but no later than the date begins. */
function answerBy({ answerByLeadDays }: Pattern, startsLocal: Temporal.PlainDateTime): string | null {
  if (answerByLeadDays === null) return null;
  const due = startsLocal.subtract({ days: answerByLeadDays }).withPlainTime(LAST_MINUTE);
  return toMinutes(Temporal.PlainDateTime.compare(due, startsLocal) < 0 ? due : startsLocal);
}

function toMinutes(wallClock: Temporal.PlainDateTime): string {
  return wallClock.toString({ smallestUnit: 'minute' });
}
