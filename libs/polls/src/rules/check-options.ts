import { FieldsError, Temporal } from '#kernel';
import { startOf } from './option-span.js';
import type { DatedOption } from './option-span.js';

export interface CheckedDates {
  readonly options: readonly DatedOption[];
  readonly zone: string;
  readonly deadlineAt: Temporal.Instant;
  readonly now: Temporal.Instant;
}

/**
 * Refuses, naming each field, dates that have passed or stand there twice, and a deadline that has passed or lies after
 * the first date (`FieldsError`). That there are one to fifty is the contract's rule. Pure.
 */
export function checkOptions({ options, zone, deadlineAt, now }: CheckedDates): void {
  const seen = new Set<string>();
  const refused = options.flatMap((option, index) => {
    const key = `${option.startsLocal.toString()} ${option.allDay}`;
    const isTwice = seen.has(key);
    seen.add(key);
    const pointer = `/options/${index}/startsLocal`;
    if (isTwice) return [{ pointer, code: 'poll.option-twice', params: {} }];
    const hasPassed = Temporal.Instant.compare(startOf(option, zone), now) <= 0;
    return hasPassed ? [{ pointer, code: 'poll.option-past', params: {} }] : [];
  });
  const late = lateness({ options, zone, deadlineAt, now });
  if (late !== null) refused.push({ pointer: '/deadlineLocal', code: late, params: {} });
  if (refused.length > 0) throw new FieldsError(refused);
}

function lateness({ options, zone, deadlineAt, now }: CheckedDates): string | null {
  if (Temporal.Instant.compare(deadlineAt, now) <= 0) return 'poll.deadline-past';
  const isBefore = options.every(
    (option) => Temporal.Instant.compare(deadlineAt, startOf(option, zone)) <= 0,
  );
  return isBefore ? null : 'poll.deadline-after-option';
}
