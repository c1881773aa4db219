import { Temporal } from '#kernel';
import type { Meeting } from '#meetings';

export type PlanStepKind = 'reminder' | 'deputies' | 'details' | 'follow-up';

/** Something that a meeting sends by itself. */
export interface PlanStep {
  /** Known by what it is and its distance, so that nothing is sent twice for it. */
  readonly key: string;
  readonly kind: PlanStepKind;
  /** In the morning, by the clock of whom it goes to. */
  readonly dueLocal: Temporal.PlainDateTime;
  /** Afterwards it is not worth sending any more. */
  readonly until: Temporal.Instant;
}

type PlannedMeeting = Pick<
  Meeting,
  'startsLocal' | 'endsLocal' | 'startsAt' | 'endsAt' | 'answerByLocal' | 'answerByAt' | 'mailPlan'
>;

const MORNING = Temporal.PlainTime.from('09:00');
const FOLLOW_UP_DAYS = 60;
const FIRST_DECENT_HOUR = 8;
const LAST_DECENT_HOUR = 20;

/** What a meeting's plan comes to, by the time it is due. Nobody is written to on a weekend. */
export function planSteps(meeting: PlannedMeeting): readonly PlanStep[] {
  const { mailPlan, startsLocal, endsLocal, startsAt, endsAt } = meeting;
  const answersDueAt = meeting.answerByAt ?? startsAt;
  const answersDueOn = (meeting.answerByLocal ?? startsLocal).toPlainDate();
  const steps: PlanStep[] = [...new Set(mailPlan.reminderDays)].map((days) => ({
    key: `reminder-${days}`,
    kind: 'reminder',
    dueLocal: morningBefore(answersDueOn, days),
    until: answersDueAt,
  }));
  const { deputyDays, detailsDays, followUp } = mailPlan;
  if (deputyDays !== null) {
    steps.push({
      key: 'deputies',
      kind: 'deputies',
      dueLocal: morningBefore(answersDueOn, deputyDays),
      until: startsAt,
    });
  }
  if (detailsDays !== null) {
    const dueLocal = morningBefore(startsLocal.toPlainDate(), detailsDays);
    steps.push({ key: 'details', kind: 'details', dueLocal, until: startsAt });
  }
  if (followUp !== null && followUp.text !== null) {
    // An all-day meeting ends at midnight, when its last day is over.
    const lastDay = endsLocal.subtract({ minutes: 1 }).toPlainDate();
    const day = weekdayAfter(lastDay.add({ days: followUp.daysAfter }));
    const until = endsAt.add({ hours: 24 * FOLLOW_UP_DAYS });
    steps.push({ key: 'follow-up', kind: 'follow-up', dueLocal: morningOf(day), until });
  }
  return steps.toSorted((one, other) => Temporal.PlainDateTime.compare(one.dueLocal, other.dueLocal));
}

/**
 * What is to be sent now to whoever's clock is in this zone: what is due and not out of date, of several reminders the
 * last; at night nothing.
 */
export function dueSteps(
  steps: readonly PlanStep[],
  zone: string,
  now: Temporal.Instant,
): readonly PlanStep[] {
  if (!isDecent(now, zone)) return [];
  const due = steps.filter((step) => isBefore(dueAt(step, zone), now) && isBefore(now, step.until));
  const lastReminder = due.findLast(({ kind }) => kind === 'reminder');
  return due.filter((step) => step.kind !== 'reminder' || step === lastReminder);
}

/** When there may be something to send to that zone again; null: never. */
export function nextDueAt(
  steps: readonly PlanStep[],
  zone: string,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const open = steps.filter((step) => isBefore(now, step.until));
  const coming = open.map((step) => dueAt(step, zone)).filter((at) => Temporal.Instant.compare(now, at) < 0);
  const waits = !isDecent(now, zone) && open.some((step) => isBefore(dueAt(step, zone), now));
  const moments = waits ? [...coming, nextMorning(now, zone)] : coming;
  return moments.toSorted(Temporal.Instant.compare)[0] ?? null;
}

/** When a step is due by the clocks of a zone. */
export function dueAt({ dueLocal }: Pick<PlanStep, 'dueLocal'>, zone: string): Temporal.Instant {
  return dueLocal.toZonedDateTime(zone).toInstant();
}

function isDecent(now: Temporal.Instant, zone: string): boolean {
  const { hour } = now.toZonedDateTimeISO(zone);
  return hour >= FIRST_DECENT_HOUR && hour < LAST_DECENT_HOUR;
}

function nextMorning(now: Temporal.Instant, zone: string): Temporal.Instant {
  const here = now.toZonedDateTimeISO(zone);
  const day = here.hour < FIRST_DECENT_HOUR ? here.toPlainDate() : here.toPlainDate().add({ days: 1 });
  return morningOf(day).with({ hour: FIRST_DECENT_HOUR }).toZonedDateTime(zone).toInstant();
}

/** On a weekday. */
function morningBefore(day: Temporal.PlainDate, days: number): Temporal.PlainDateTime {
  return morningOf(weekdayBefore(day.subtract({ days })));
}

function morningOf(day: Temporal.PlainDate): Temporal.PlainDateTime {
  return day.toPlainDateTime(MORNING);
}

function weekdayBefore(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: Math.max(0, day.dayOfWeek - 5) });
}

function weekdayAfter(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day;
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) <= 0;
}
