import type { PollInput, PollState } from '#contracts';
import { DomainError, FieldsError } from '#kernel';

/** What stays once somebody may have voted: another date or length would make their vote say what they did not. */
const settledOnceAsked = [
  'asking',
  'lengthMinutes',
  'options',
  'zone',
] as const satisfies (keyof PollInput)[];

/**
 * Refuses what may not change any more: nothing of a poll that has ended (`poll.ended`), and of one that asks whom it
 * asks, its dates, and names that were promised to stay hidden (`FieldsError`). Pure.
 */
export function assertChangeable(
  { state, hidesNames }: { readonly state: PollState; readonly hidesNames: boolean },
  after: Partial<PollInput>,
): void {
  if (state === 'draft') return;
  if (state !== 'open') throw new DomainError('poll.ended', { state });
  const refused = settledOnceAsked
    .filter((field) => after[field] !== undefined)
    .map((field) => ({ pointer: `/${field}`, code: 'poll.settled', params: {} }));
  if (hidesNames && after.hidesNames === false) {
    refused.push({ pointer: '/hidesNames', code: 'poll.names-stay-hidden', params: {} });
  }
  if (refused.length > 0) throw new FieldsError(refused);
}
