import type { Tx } from '#database';
import type { Temporal } from '#kernel';
import { cancelDueWork, defineDueWork, scheduleDueWork } from '#queue';
import type { Series } from '../tables/series.entity.js';
import { findDateTurns } from './turn-facts.js';
import type { DateTurn } from './turn-facts.js';
import { nextStep } from './turn.rules.js';
import type { TurnStep } from './turn.rules.js';

/** Something is to be done about a date's turn: ask, remind, ask the stand-in. The row's subject is the date. */
export const HostTurnDue = defineDueWork<Record<never, never>>('series.host-turn', { rowsPerJob: 1 });

/** The next step of a date's turn; a date whose hosts were named by hand takes none. */
export function stepOf(turn: DateTurn, series: Series, now: Temporal.Instant): TurnStep {
  return turn.isByHand ? { step: 'rest' } : nextStep(turn, series, now);
}

/**
 * Puts down for every coming date of an active series when something is to be done about its turn, in the caller's
 * transaction, under the series' lock. What should have been done before now is due now. May run twice.
 */
export async function scheduleTurns(tx: Tx, series: Series, now: Temporal.Instant): Promise<void> {
  if (series.state !== 'active') return;
  const turns = await findDateTurns(tx, series.id, { now });
  const due = turns.flatMap((turn) => {
    const step = stepOf(turn, series, now);
    if (step.step === 'rest') return [];
    return [{ subjectId: turn.dateId, dueAt: step.step === 'wait' ? step.until : now, payload: {} }];
  });
  await scheduleDueWork(tx, HostTurnDue, due);
  const waiting = new Set(due.map(({ subjectId }) => subjectId));
  await cancelDueWork(
    tx,
    HostTurnDue,
    turns.map(({ dateId }) => dateId).filter((id) => !waiting.has(id)),
  );
}
