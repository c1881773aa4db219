import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import type { Series } from '../tables/series.entity.js';
import type { HostTurnState } from './host-turn.entity.js';

/** When hosts are asked, until when they confirm and when they are reminded. */
export type TurnSettings = Pick<Series, 'zone' | 'askHostLeadDays' | 'confirmHostDays' | 'remindHostDays'>;

/** A turn that is asked or confirmed. */
export interface OpenTurn {
  readonly id: Id;
  readonly institutionId: Id;
  readonly state: Extract<HostTurnState, 'asked' | 'confirmed'>;
  readonly confirmBy: Temporal.Instant;
  readonly remindedAt: Temporal.Instant | null;
  readonly askedAt: Temporal.Instant;
}

/** A date to come, with whose turn it is. */
export interface TurnFacts {
  readonly hostId: Id | null;
  readonly startsLocal: Temporal.PlainDateTime;
  readonly open: OpenTurn | null;
}

/** What is to be done about a turn now; `rest`: nothing any more, `wait`: nothing until then. */
export type TurnStep =
  | { readonly step: 'ask' | 'remind' | 'lapse' | 'rest' }
  | { readonly step: 'wait'; readonly until: Temporal.Instant };

/** People are written to in the morning. */
const MORNING = Temporal.PlainTime.from('09:00');
const LAST_MINUTE = Temporal.PlainTime.from('23:59');

/** The next step of a turn. After a time without a worker the deadline counts, not the reminder that was missed. */
export function nextStep(facts: TurnFacts, settings: TurnSettings, now: Temporal.Instant): TurnStep {
  const { hostId, open } = facts;
  if (hostId === null || open?.state === 'confirmed') return { step: 'rest' };
  if (open === null) return isDue(askAt(facts, settings), now, { step: 'ask' });
  if (isReached(open.confirmBy, now)) return { step: 'lapse' };
  const remindAt = open.remindedAt === null ? reminderAt(open, settings) : null;
  return remindAt === null
    ? { step: 'wait', until: open.confirmBy }
    : isDue(remindAt, now, { step: 'remind' });
}

/**
 * Until when whoever is asked now has to confirm: at the end of a day, but within the first half of the time that
 * remains, so that a stand-in has time as well.
 */
export function deadlineOf(
  startsAt: Temporal.Instant,
  { zone, confirmHostDays }: Pick<TurnSettings, 'zone' | 'confirmHostDays'>,
  now: Temporal.Instant,
): Temporal.Instant {
  const day = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: confirmHostDays });
  const usual = day.toPlainDateTime(LAST_MINUTE).toZonedDateTime(zone).toInstant();
  const half = now.add({ seconds: Math.max(0, Math.floor(now.until(startsAt).total('seconds') / 2)) });
  return Temporal.Instant.compare(usual, half) < 0 ? usual : half;
}

function askAt({ startsLocal }: TurnFacts, { zone, askHostLeadDays }: TurnSettings): Temporal.Instant {
  const day = startsLocal.toPlainDate().subtract({ days: askHostLeadDays });
  return day.toPlainDateTime(MORNING).toZonedDateTime(zone).toInstant();
}

/** Null: not at all, also where there is no time between asking and reminding. */
function reminderAt(
  { askedAt, confirmBy }: OpenTurn,
  { zone, remindHostDays }: TurnSettings,
): Temporal.Instant | null {
  if (remindHostDays === 0) return null;
  const day = confirmBy.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: remindHostDays });
  const at = day.toPlainDateTime(MORNING).toZonedDateTime(zone).toInstant();
  return Temporal.Instant.compare(at, askedAt.add({ hours: 24 })) < 0 ? null : at;
}

function isDue(at: Temporal.Instant, now: Temporal.Instant, step: TurnStep): TurnStep {
  return isReached(at, now) ? step : { step: 'wait', until: at };
}

function isReached(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0;
}
