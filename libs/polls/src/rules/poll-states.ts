import type { PollState } from '#contracts';
import { DomainError } from '#kernel';

export type PollStep = 'open' | 'close' | 'take';

/** What may follow what; a date is taken before or after the deadline. */
const steps: Readonly<Record<PollStep, { from: readonly PollState[]; to: PollState; refusal: string }>> = {
  open: { from: ['draft'], to: 'open', refusal: 'poll.not-draft' },
  close: { from: ['open'], to: 'closed', refusal: 'poll.not-open' },
  take: { from: ['open', 'closed'], to: 'decided', refusal: 'poll.not-takeable' },
};

/** The state that a step leads to; throws the step's refusal where it may not be taken. */
export function stateAfter(state: PollState, step: PollStep): PollState {
  const { from, to, refusal } = steps[step];
  if (!from.includes(state)) throw new DomainError(refusal, { state });
  return to;
}
