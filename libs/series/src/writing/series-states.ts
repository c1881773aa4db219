import type { SeriesState } from '#contracts';
import { DomainError } from '#kernel';

export type SeriesStep = 'start' | 'pause' | 'end' | 'continue';

/** What may follow what. A series that has ended goes on by being continued. */
const steps: Readonly<
  Record<SeriesStep, { from: readonly SeriesState[]; to: SeriesState; refusal: string }>
> = {
  start: { from: ['draft', 'paused'], to: 'active', refusal: 'series.not-startable' },
  pause: { from: ['active'], to: 'paused', refusal: 'series.not-active' },
  end: { from: ['active', 'paused'], to: 'ended', refusal: 'series.not-active' },
  continue: { from: ['active', 'paused', 'ended'], to: 'active', refusal: 'series.not-started' },
};

/** The state that a step leads to; throws the step's refusal where it may not be taken. */
export function stateAfter(state: SeriesState, step: SeriesStep): SeriesState {
  const { from, to, refusal } = steps[step];
  if (!from.includes(state)) throw new DomainError(refusal, { state });
  return to;
}
