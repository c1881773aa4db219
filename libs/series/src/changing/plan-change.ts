import { isDeepStrictEqual } from 'node:util';
import type { DateEffectDto, MeetingInput } from '#contracts';
import { Temporal } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { fillTemplate } from '../dates/fill-template.js';
import type { PlannedDate } from '../dates/plan-dates.js';
import type { Series } from '../tables/series.entity.js';
import { pairDates } from './pair-dates.js';

/** A date that has a meeting, as a change of the series finds it. */
export interface StandingDate {
  readonly id: Id;
  readonly meetingId: Id;
  readonly originalLocal: Temporal.PlainDateTime;
  readonly number: number | null;
  readonly hostId: Id | null;
  /** As the series wrote it last. */
  readonly generated: MeetingInput;
  /** As it is. */
  readonly current: MeetingInput;
}

export interface ChangeFacts {
  /** As it is to be. */
  readonly series: Series;
  /** Dates to come that the change counts for, by their original day. */
  readonly standing: readonly StandingDate[];
  /** What the new rule gives; null: the dates stay, only what is written about them changes. */
  readonly planned: readonly PlannedDate[] | null;
  /** The number of the first of them. */
  readonly firstNumber: number;
  readonly hostNames: ReadonlyMap<Id, LocalizedText>;
}

/** What becomes of a date that is there. */
export interface DateChange {
  readonly date: StandingDate;
  readonly effect: Exclude<DateEffectDto['effect'], 'added'>;
  readonly originalLocal: Temporal.PlainDateTime;
  readonly holiday: PlannedDate['holiday'] | undefined;
  readonly number: number | null;
  /** The meeting as it is to be; for a cancelled or kept one as it is. */
  readonly input: MeetingInput;
  readonly touched: readonly string[];
}

export interface SeriesChangePlan {
  readonly changes: readonly DateChange[];
  readonly adds: readonly (PlannedDate & { readonly number: number | null })[];
}

/**
 * What a change of the series does to its dates: they keep their meetings and move, or are cancelled where the rule has
 * none for them; a date touched by hand stays as it is, unless the change would not alter it anyway. Numbers are counted
 * on in the order of the days.
 */
export function planSeriesChange(facts: ChangeFacts): SeriesChangePlan {
  const { standing, planned, firstNumber } = facts;
  const places = placesOf(standing, planned).toSorted((one, other) => compare(one.at, other.at));
  let number = firstNumber;
  const numbered = places.map((place) => ({ ...place, number: place.counts ? number++ : null }));
  return {
    changes: numbered.flatMap(({ date, plan, number: given }) =>
      date === null ? [] : [changeOf(facts, date, { plan, number: given })],
    ),
    adds: numbered.flatMap(({ date, plan, number: given }) =>
      date === null && plan !== null ? [{ ...plan, number: given }] : [],
    ),
  };
}

/** The fields in which a meeting is not what the series wrote. */
export function touchedFields(generated: MeetingInput, current: MeetingInput): readonly string[] {
  const [one, other] = [normal(generated), normal(current)];
  return (Object.keys(other) as (keyof MeetingInput)[]).filter(
    (field) => !isDeepStrictEqual(one[field], other[field]),
  );
}

interface DatePlace {
  readonly date: StandingDate | null;
  readonly plan: PlannedDate | null;
  readonly at: Temporal.PlainDateTime;
  /** Whether it takes place and so has a number. */
  readonly counts: boolean;
}

function placesOf(
  standing: readonly StandingDate[],
  planned: readonly PlannedDate[] | null,
): readonly DatePlace[] {
  if (planned === null) {
    return standing.map((date) => ({ date, plan: null, at: date.originalLocal, counts: true }));
  }
  const pairs = pairDates(
    standing.map(({ originalLocal }) => originalLocal),
    planned.map(({ originalLocal }) => originalLocal),
  );
  const kept = standing.map((date, index) => {
    const plan = planned[pairs[index] ?? -1] ?? null;
    const isTouched = touchedFields(date.generated, date.current).length > 0;
    const counts = isTouched || (plan !== null && plan.state !== 'skipped');
    return { date, plan, at: plan?.originalLocal ?? date.originalLocal, counts };
  });
  const added = planned.flatMap((plan, index) =>
    pairs.includes(index)
      ? []
      : [{ date: null, plan, at: plan.originalLocal, counts: plan.state !== 'skipped' }],
  );
  return [...kept, ...added];
}

interface Place {
  readonly plan: PlannedDate | null;
  readonly number: number | null;
}

function changeOf(facts: ChangeFacts, date: StandingDate, { plan, number }: Place): DateChange {
  const touched = touchedFields(date.generated, date.current);
  const originalLocal = plan?.originalLocal ?? date.originalLocal;
  const stays = { date, originalLocal, holiday: undefined, number, touched, input: date.current };
  const isGone = facts.planned !== null && (plan === null || plan.state === 'skipped');
  if (isGone) return { ...stays, effect: touched.length > 0 ? 'kept-by-hand' : 'cancelled' };
  const input = inputOf(facts, date, { plan, number });
  const becomes = { ...stays, holiday: plan?.holiday, input };
  if (touchedFields(date.generated, input).length === 0) return { ...becomes, effect: 'unchanged' };
  // It takes the place of the date that the rule gives, so that none is made beside it.
  if (touched.length > 0) return { ...stays, number: date.number, effect: 'kept-by-hand' };
  return { ...becomes, effect: hasMoved(date.current, input) ? 'moved' : 'changed' };
}

/** The meeting as the series would have it. */
function inputOf(
  { series, hostNames }: ChangeFacts,
  date: StandingDate,
  { plan, number }: Place,
): MeetingInput {
  const { hostId } = date;
  const startsLocal = startOf(date, plan);
  const id = hostId ?? series.institutionId;
  const host = { id, name: hostNames.get(id) ?? {} };
  return fillTemplate(series, { startsLocal, number: number ?? 0, host });
}

/** What the host decided about a date on a holiday holds as long as the rule gives that day. */
function startOf({ generated, originalLocal }: StandingDate, plan: PlannedDate | null) {
  const standing = Temporal.PlainDateTime.from(generated.startsLocal);
  if (plan === null) return standing;
  const { originalLocal: planned, startsLocal, state } = plan;
  const isDecided = state === 'asked' && planned.toPlainDate().equals(originalLocal.toPlainDate());
  return isDecided ? standing.toPlainDate().toPlainDateTime(startsLocal.toPlainTime()) : startsLocal;
}

function hasMoved(before: MeetingInput, after: MeetingInput): boolean {
  return (['startsLocal', 'endsLocal', 'zone', 'allDay'] as const).some(
    (field) => before[field] !== after[field],
  );
}

/** A place of which nothing is known is none. */
function normal(input: MeetingInput): MeetingInput {
  const isEmpty = input.place !== null && Object.values(input.place).every((value) => value === null);
  return isEmpty ? { ...input, place: null } : input;
}

function compare(one: Temporal.PlainDateTime, other: Temporal.PlainDateTime): number {
  return Temporal.PlainDateTime.compare(one, other);
}
