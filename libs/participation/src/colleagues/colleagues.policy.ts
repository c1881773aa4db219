import type { Seating } from '#contracts';
import type { NamedColleague } from '#directory';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { refusalOf } from '../answers/answer.policy.js';
import { refusalCodes } from '../answers/incoming-answer.js';
import type { AnswerRefusal } from '../answers/incoming-answer.js';
import type { Invitation } from '../tables/invitation.entity.js';
import type { Registration } from '../tables/registration.entity.js';
import { namingRefusalOf, substituteCodes } from '../substitutes/substitution.policy.js';
import type { Named, NamingRefusal } from '../substitutes/substitution.policy.js';

export type ColleaguesRefusal = AnswerRefusal | 'nobody' | 'too-many' | 'no-colleagues' | 'not-by-colleagues';
export type ColleagueProblem = NamingRefusal | 'twice';

/** The code a refusal of all, or of one of them, is explained by. */
export const colleagueCodes = {
  ...refusalCodes,
  ...substituteCodes,
  nobody: 'colleagues.nobody',
  'too-many': 'colleagues.too-many',
  'no-colleagues': 'colleagues.none-allowed',
  'not-by-colleagues': 'colleagues.no-further',
  twice: 'colleagues.twice',
} as const satisfies Record<ColleaguesRefusal | ColleagueProblem, string>;

/** Who registers others. */
export interface Registering {
  readonly meeting: Pick<Meeting, 'state' | 'startsAt' | 'endsAt' | 'answerByAt'> & {
    readonly seating: Pick<Seating, 'colleagues'>;
  };
  readonly invitation: Pick<Invitation, 'state' | 'invitedAt' | 'registeredById'>;
  readonly registration: Pick<Registration, 'cause'> | null;
  /** Registered by them before. */
  readonly before: number;
  readonly wanted: number;
  readonly receivedAt: Temporal.Instant;
}

/** How many more somebody may register; colleagues who were registered themselves register nobody. */
export function colleaguesLeft(
  { colleagues }: Pick<Seating, 'colleagues'>,
  { registeredById }: Pick<Invitation, 'registeredById'>,
  before: number,
): number {
  return registeredById === null ? Math.max(0, colleagues - before) : 0;
}

/** Why nobody can be registered now, or not so many, or null. As a yes, until answers are due. */
export function registeringRefusalOf(registering: Registering): ColleaguesRefusal | null {
  const { meeting, invitation, registration, before, wanted, receivedAt } = registering;
  const refused = refusalOf(meeting, invitation, { answer: 'yes', channel: 'web', receivedAt });
  if (refused !== null) return refused;
  if (meeting.seating.colleagues === 0) return 'no-colleagues';
  if (invitation.registeredById !== null) return 'not-by-colleagues';
  if (registration?.cause === 'refused') return 'not-approved';
  if (wanted === 0) return 'nobody';
  return wanted > colleaguesLeft(meeting.seating, invitation, before) ? 'too-many' : null;
}

/** What is wrong with each of those named, by their place in the list. */
export function colleagueProblems(
  colleagues: readonly NamedColleague[],
  named: readonly Named[],
  inviteeId: Id,
): ReadonlyMap<number, ColleagueProblem> {
  const problems = new Map<number, ColleagueProblem>();
  const seen = new Set<string>();
  colleagues.forEach(({ address }, place) => {
    const one = named[place];
    const refused = one === undefined ? null : namingRefusalOf(one, inviteeId);
    const key = one?.personId ?? address.toLowerCase();
    const problem = seen.has(key) ? 'twice' : refused;
    seen.add(key);
    if (problem !== null) problems.set(place, problem);
  });
  return problems;
}
