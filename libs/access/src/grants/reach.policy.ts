import type { Action } from '#contracts';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Actor, Grant } from './actor.js';
import { rightsOf } from './roles.js';

/** Where a row lies, for asking whether a role reaches it. */
export interface Place {
  /** The institutions it belongs to; for a meeting its owner and its hosts. */
  readonly institutionIds: readonly Id[];
  /** Only for a meeting and what belongs to one. */
  readonly meetingId?: Id;
  /** Only for a meeting: whether the members of its institutions are told of it. */
  readonly published?: boolean;
}

/** What belongs to no institution: only who may do something everywhere reaches it. */
export const nowhere: Place = { institutionIds: [] };

/** Whether one of the actor's roles allows the action there. */
export function may(actor: Actor, action: Action, place: Place): boolean {
  return actor.grants.some((grant) => reaches(grant, action, place));
}

/** As `may`; throws `access.denied`. */
export function assertMay(actor: Actor, action: Action, place: Place): void {
  if (!may(actor, action, place)) throw new DomainError('access.denied');
}

function reaches({ role, own, beneath, meetingId }: Grant, action: Action, place: Place): boolean {
  const within = (ids: readonly Id[]) => place.institutionIds.some((id) => ids.includes(id));
  switch (rightsOf[role][action]) {
    case 'everywhere':
      return true;
    case 'beneath':
      return within(own) || within(beneath);
    case 'own':
      return within(own);
    case 'published':
      return place.published === true && within(own);
    case 'meeting':
      return meetingId !== null && meetingId === place.meetingId;
    case undefined:
      return false;
  }
}
