import { ordinarySeating } from '#contracts';
import type { Seating } from '#contracts';
import type { Id, Temporal } from '#kernel';
import type { Settings } from './happenings.js';

/** How seats are given. */
export function seatingOf(settings: Settings, contingentIds: readonly Id[]): Seating {
  const { line, approval, offerHours, afterAnswerBy, quota } = settings;
  return {
    ...ordinarySeating,
    line,
    approval,
    offerHours,
    afterAnswerBy,
    quota: quota === null ? null : { per: 'cluster', seats: quota },
    contingents: contingentIds.map((id, index) => ({
      id,
      name: { de: `Art ${index}` },
      seats: index === 0 ? 2 : null,
      online: false,
    })),
    companions: 2,
    open: true,
    colleagues: 2,
    substitutes: 'chain',
  };
}

/** When it is and when answers are due, as columns of a meeting. */
export function timesOf({ startsInDays, answerByHours }: Settings, now: Temporal.Instant) {
  const zone = 'Europe/Berlin';
  const local = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDateTime();
  const startsAt = now.add({ hours: 24 * startsInDays });
  const endsAt = startsAt.add({ hours: 4 });
  const answerByAt = answerByHours === null ? null : now.add({ hours: answerByHours });
  return {
    zone,
    startsAt,
    endsAt,
    answerByAt,
    startsLocal: local(startsAt),
    endsLocal: local(endsAt),
    answerByLocal: answerByAt && local(answerByAt),
  };
}
