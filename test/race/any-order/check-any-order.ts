import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Reader } from '#database';
import { Temporal } from '#kernel';
import type { TestApi } from '../../support/test-api.js';
import { checkLimits, checkLine, checkStandings } from './check-seats.js';
import { checkTold } from './check-told.js';
import { happenings, settings } from './happenings.js';
import type { Happening } from './happenings.js';
import { aCast } from './cast.js';
import { SeatWorld } from './seat-world.js';
import type { Outcome } from './seat-world.js';
import type { Snapshot } from './snapshot.js';

/** How many sequences to try; with `seed` the same ones again. */
export interface Trial {
  readonly sequences: number;
  readonly seed?: number;
}

/** What was tried, and how often each thing happened and what came of it. */
export interface Tried extends Required<Trial> {
  readonly steps: number;
  readonly happened: Readonly<Record<string, number>>;
}

/**
 * Lets what can happen to a meeting's seats happen in random order through the use cases, on the database, and compares
 * the rows with what must be true after every step. No worker may run beside it: its steps move the clock, do the
 * clock's work and let mails leave. A failure names its seed. Returns what happened how often.
 */
export async function checkAnyOrder(
  api: TestApi,
  reader: Reader,
  { sequences, seed = Math.floor(Math.random() * 2 ** 31) }: Trial,
): Promise<Tried> {
  const cast = await aCast(api, reader);
  const happened = new Map<string, number>();
  const property = fc.asyncProperty(settings, happenings, async (setting, steps) => {
    const world = await SeatWorld.open(cast, setting);
    try {
      let before = await world.look();
      for (const happening of steps) {
        const outcome = await world.run(happening, before);
        const after = await world.look();
        check({ before, after, happening, outcome, now: world.now });
        before = after;
        const what = `${happening.kind} ${outcome}`;
        happened.set(what, (happened.get(what) ?? 0) + 1);
      }
    } finally {
      await world.close();
    }
  });
  await fc.assert(property, { numRuns: sequences, seed });
  const steps = [...happened.values()].reduce((sum, times) => sum + times, 0);
  return { sequences, steps, seed, happened: Object.fromEntries(happened) };
}

interface Step {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly happening: Happening;
  readonly outcome: Outcome;
  readonly now: Temporal.Instant;
}

function check(step: Step): void {
  const { before, after, outcome, now } = step;
  const hasLapsed = before.people.some(
    ({ registration }) =>
      registration?.offeredUntil != null &&
      Temporal.Instant.compare(Temporal.Instant.from(registration.offeredUntil), now) < 0,
  );
  // An offer that is over is found over also by what is refused.
  if (outcome === 'rolled-back' || (outcome === 'refused' && !hasLapsed)) assert.deepEqual(after, before);
  checkStandings(step);
  checkLimits(step);
  checkLine(step);
  checkTold(step);
}
