import { Temporal } from '#kernel';
import type { AudiencePerson } from '#directory';
import { reasonKeyOf } from '#directory';
import type { Id } from '#kernel';
import type { Meeting } from '#meetings';
import type { GivenReasons } from '../reading/given-reasons.js';

/** Whether who comes to belong to an audience now is still asked: until answers are due, else until the meeting starts. */
export function takesNewcomers(
  { state, answerByAt, startsAt }: Pick<Meeting, 'state' | 'answerByAt' | 'startsAt'>,
  now: Temporal.Instant,
): boolean {
  return state === 'published' && Temporal.Instant.compare(now, answerByAt ?? startsAt) < 0;
}

/**
 * Who belongs to the audiences and was never asked for one of their reasons, each once with all reasons. Whose
 * invitation was withdrawn is not new for the reasons it had. An office of `left` is no reason: somebody who left it is
 * still invited for it.
 */
export function newcomersAmong(
  people: readonly AudiencePerson[],
  known: GivenReasons,
  left: ReadonlySet<Id>,
): readonly AudiencePerson[] {
  const isUnheardOf = ({ personId, reasons }: AudiencePerson) =>
    reasons.some((reason) => known.get(personId)?.ever.has(reasonKeyOf(reason)) !== true);
  const asked = mergePeople(people).map(({ reasons, ...person }) => ({
    ...person,
    reasons: reasons.filter(({ officeId }) => officeId === null || !left.has(officeId)),
  }));
  return asked.filter(isUnheardOf);
}

/** Whether the person has an invitation that holds: a new reason then sends no mail. */
export function isInvited(personId: Id, known: GivenReasons): boolean {
  return known.get(personId)?.state === 'active';
}

function mergePeople(people: readonly AudiencePerson[]): readonly AudiencePerson[] {
  return [...Map.groupBy(people, ({ personId }) => personId).values()].flatMap((same) => {
    const [first] = same;
    const reasons = new Map(
      same.flatMap((one) => one.reasons.map((reason) => [reasonKeyOf(reason), reason])),
    );
    return first === undefined ? [] : [{ ...first, reasons: [...reasons.values()] }];
  });
}
