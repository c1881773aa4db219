import type { Action } from '#contracts';
import { assertMay, nowhere } from './reach.policy.js';
import type { Place } from './reach.policy.js';
import type { Actor, Grant } from './actor.js';
import type { RoleGrant } from './role-grant.entity.js';

/** What one has to be allowed to do for giving each role by name, and for ending it. */
const actionToGive: Readonly<Record<RoleGrant['role'], Action>> = {
  owner: 'instance.administer',
  funder: 'instance.administer',
  assistant: 'grant.change',
  member: 'grant.change',
  meeting_host: 'grant.change',
};

/** Throws `access.denied` unless the actor may give the right by name, or end it. */
export function assertMayGive(actor: Actor, role: RoleGrant['role'], right: Grant): void {
  assertMay(actor, actionToGive[role], placeOfRight(right));
}

/** The institutions a right is held in: its own, or those of its meeting. */
export function institutionsOf({ institutionId, meetingOf = [] }: Grant): readonly string[] {
  return institutionId === null ? meetingOf : [institutionId];
}

function placeOfRight(right: Grant): Place {
  if (right.institutionId === null && right.meetingId === null) return nowhere;
  return {
    institutionIds: institutionsOf(right),
    ...(right.meetingId !== null && { meetingId: right.meetingId }),
  };
}
