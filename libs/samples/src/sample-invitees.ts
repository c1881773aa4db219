import type { DirectoryRows } from '#directory';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import type { SampleIds } from './sample-ids.js';
import type { SampleInvited } from './sample-network.schema.js';

interface Invitee {
  readonly personId: Id;
  readonly reasons: { readonly kind: 'office'; readonly officeId: Id; readonly institutionId: Id }[];
}

interface Valid {
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

/** Who holds the offices asked for on the day, each person once with every reason. Pure. */
export function sampleInvitees(
  { memberships, offices, mandates }: Pick<DirectoryRows, 'memberships' | 'offices' | 'mandates'>,
  ids: SampleIds,
  { of, membersOf, offices: kinds, day }: Omit<SampleInvited, 'answers'> & { day: Temporal.PlainDate },
): readonly Invitee[] {
  const parents = new Set(membersOf.map(ids.institution));
  const asked = new Set([
    ...of.map(ids.institution),
    ...memberships.flatMap((one) =>
      parents.has(one.institutionId) && isValid(one, day) ? [one.memberId] : [],
    ),
  ]);
  const people = new Map<Id, Invitee>();
  for (const { id: officeId, institutionId, kind } of offices) {
    if (!asked.has(institutionId) || !kinds.includes(kind)) continue;
    for (const { personId } of mandates.filter((one) => one.officeId === officeId && isValid(one, day))) {
      const known = people.get(personId) ?? { personId, reasons: [] };
      known.reasons.push({ kind: 'office', officeId, institutionId });
      people.set(personId, known);
    }
  }
  return [...people.values()];
}

function isValid({ validFrom, validUntil }: Valid, day: Temporal.PlainDate): boolean {
  const { compare } = Temporal.PlainDate;
  return compare(validFrom, day) <= 0 && (validUntil === null || compare(day, validUntil) <= 0);
}
