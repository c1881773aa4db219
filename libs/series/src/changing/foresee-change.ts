import { isDeepStrictEqual } from 'node:util';
import { expandRule } from '#calendar';
import type { Reader } from '#database';
import { findInstitutions } from '#directory';
import { Temporal } from '#kernel';
import { findLands } from '../dates/find-lands.js';
import { planDates } from '../dates/plan-dates.js';
import type { PlannedDate } from '../dates/plan-dates.js';
import { datesInWindow } from '../dates/series-span.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import type { Series } from '../tables/series.entity.js';
import { planSeriesChange } from './plan-change.js';
import type { SeriesChangePlan, StandingDate } from './plan-change.js';
import { findStandingDates } from './standing-dates.js';

export interface SeriesVersions {
  readonly before: Series;
  /** As it is to be. */
  readonly after: Series;
  /** The date from which on it counts; without it all to come. */
  readonly from: SeriesDate | null;
  readonly now: Temporal.Instant;
}

/** What a change of the series would do to its dates; reads only. */
export async function foreseeChange(reader: Reader, versions: SeriesVersions): Promise<SeriesChangePlan> {
  const { before, after, from, now } = versions;
  const standing = await findStandingDates(reader, before.id, { now, from: from?.originalLocal });
  return planSeriesChange({
    series: after,
    standing,
    planned: movesDates(before, after) ? await planAfresh(reader, versions, standing) : null,
    firstNumber: await numberOfFirst(reader, after, { now, from: from?.originalLocal }),
    hostNames: await namesOf(reader, after, standing),
  });
}

/**
 * The rule from a date on: with its first date there, and what was to come before it counted off. So a fortnightly
 * series keeps its weeks.
 */
export function ruleFrom(rule: Series['rule'], from: Temporal.PlainDateTime): Series['rule'] {
  const day = from.toPlainDate().toPlainDateTime();
  if (rule.kind === 'picked') {
    return { ...rule, dates: rule.dates.filter((date) => Temporal.PlainDateTime.compare(date, day) >= 0) };
  }
  const start = Temporal.PlainDateTime.from(rule.startsLocal);
  if (Temporal.PlainDateTime.compare(start, day) >= 0) return rule;
  const [first] = expandRule(rule, { from: day, until: day.add({ years: 10 }), limit: 1 });
  if (first === undefined) return rule;
  const passed = expandRule({ ...rule, except: [] }, { from: start, until: first }).length;
  const rrule = rule.rrule.replace(/COUNT=(\d+)/i, (_, count: string) => `COUNT=${Number(count) - passed}`);
  return { ...rule, rrule, startsLocal: first.toString({ smallestUnit: 'minute' }) };
}

/** Whether the change says anew when the meetings are; else they stay on their days. */
function movesDates(before: Series, after: Series): boolean {
  const fields = ['rule', 'holidays', 'lengthMinutes'] as const;
  return fields.some((field) => !isDeepStrictEqual(before[field], after[field]));
}

async function planAfresh(
  reader: Reader,
  { after, from, now }: SeriesVersions,
  standing: readonly StandingDate[],
): Promise<readonly PlannedDate[]> {
  const lands = await findLands(reader, after, now);
  const { holidays: policy, lengthMinutes } = after;
  const taken = await findTaken(reader, after, standing);
  const originals = datesInWindow(after, now).filter(
    (original) =>
      !taken.has(original.toString()) &&
      (from === null || Temporal.PlainDateTime.compare(original, from.originalLocal.toPlainDate()) >= 0),
  );
  return planDates(originals, { policy, lands, lengthMinutes });
}

/** Original days that are used up: by past or cancelled meetings, by dates before the change, and where the host skipped. */
async function findTaken(
  reader: Reader,
  { id }: Series,
  standing: readonly StandingDate[],
): Promise<ReadonlySet<string>> {
  const all = await reader.manager.find(SeriesDate, { where: { seriesId: id } });
  const open = new Set(standing.map((date) => date.id));
  return new Set(
    all
      .filter((date) => isSkippedByHost(date) || (date.meetingId !== null && !open.has(date.id)))
      .map(({ originalLocal }) => originalLocal.toString()),
  );
}

/** Unlike what a holiday dropped, it keeps the number it had when it was asked about. */
function isSkippedByHost({ state, number }: SeriesDate): boolean {
  return state === 'skipped' && number !== null;
}

async function numberOfFirst(
  reader: Reader,
  { id, zone, firstNumber }: Series,
  { now, from }: { now: Temporal.Instant; from?: Temporal.PlainDateTime | undefined },
): Promise<number> {
  const here = now.toZonedDateTimeISO(zone).toPlainDateTime();
  const [row]: { last: number | null }[] = await reader.manager.query(
    `SELECT max(number) AS last FROM series_date WHERE series_id = $1 AND original_local < $2`,
    [id, from ?? here],
  );
  return Math.max(firstNumber, (row?.last ?? 0) + 1);
}

async function namesOf(reader: Reader, series: Series, standing: readonly StandingDate[]) {
  const ids = [series.institutionId, ...standing.flatMap(({ hostId }) => hostId ?? [])];
  const found = await findInstitutions(reader, ids);
  return new Map([...found].map(([id, { name }]) => [id, name]));
}
