import { sha256 } from '#kernel';
import type { ImportPlan } from './planning/plan.js';

/**
 * What a plan says, in short: the rows as they are shown, and which rows of the directory they mean. Two plans with the
 * same fingerprint do the same. Ids of what is new are left out, for each plan makes its own.
 */
export function fingerprintOf({ rows, writes }: ImportPlan): string {
  const made = new Set([...writes.people, ...writes.institutions].map(({ id }) => id));
  const meant = [
    ...writes.personChanges.map(({ id }) => id),
    ...writes.institutionChanges.map(({ id }) => id),
    ...writes.membershipEnds.map(({ row }) => row.id),
    ...writes.mandateEnds.map(({ row }) => row.id),
    ...writes.taggings.map(({ id }) => id).filter((id) => !made.has(id)),
  ];
  return sha256(JSON.stringify([rows, meant]));
}
