import type { AuditEntry } from '#audit';
import type { Id } from '#kernel';

/** What ids in the log are ids of. */
export type NamedKind =
  | 'audience'
  | 'date'
  | 'institution'
  | 'invitation'
  | 'meeting'
  | 'office'
  | 'option'
  | 'person'
  | 'poll'
  | 'series'
  | 'tag';

/** The fields of entries that hold ids; mandates are called by their holder and office. */
const named: Readonly<Partial<Record<string, NamedKind>>> = {
  added: 'tag',
  audienceId: 'audience',
  begunMandateId: 'office',
  dateId: 'date',
  deputyId: 'person',
  endedMandateId: 'office',
  firstDateId: 'date',
  homeInstitutionId: 'institution',
  hostId: 'institution',
  hostIds: 'institution',
  hosts: 'institution',
  institutionId: 'institution',
  invitationId: 'invitation',
  listingIds: 'institution',
  meetingId: 'meeting',
  memberId: 'institution',
  movesMeetingId: 'meeting',
  officeId: 'office',
  operatorId: 'institution',
  organiserId: 'person',
  otherId: 'person',
  parentId: 'institution',
  personId: 'person',
  personIds: 'person',
  pollId: 'poll',
  removed: 'tag',
  secondDateId: 'date',
  secondId: 'person',
  seriesId: 'series',
  substituteInvitationId: 'invitation',
  successorId: 'person',
  takenOptionId: 'option',
};

/** Ids of rows that have no name and are not spoken of: the entry itself says what was done. */
const unspoken: ReadonlySet<string> = new Set(['addressId', 'handoverId', 'id', 'proposalId', 'swapId']);

/** People as they were before two of them were made one. */
const people: ReadonlySet<string> = new Set(['other', 'own', 'person']);

export function kindOf(field: string): NamedKind | null {
  return named[field] ?? null;
}

export function isSpokenOf(field: string): boolean {
  return !unspoken.has(field);
}

export function isPersonField(field: string): boolean {
  return people.has(field);
}

/** The ids in fields of this kind, in the entries' values, personal ones too. */
export function idsIn(entries: readonly AuditEntry[], kind: NamedKind): readonly Id[] {
  return entries
    .flatMap(({ before, after, personal }) => [
      before,
      after,
      personal,
      personal?.['before'],
      personal?.['after'],
    ])
    .flatMap((values) => (typeof values === 'object' && values !== null ? Object.entries(values) : []))
    .filter(([field]) => kindOf(field) === kind)
    .flatMap(([, value]) => [value].flat().flatMap((one) => idOf(one) ?? []));
}

/** The id that a value is, or for a host with its settings the one that it begins with. */
export function idOf(value: unknown): Id | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('institutionId' in value)) return null;
  return typeof value.institutionId === 'string' ? value.institutionId : null;
}
