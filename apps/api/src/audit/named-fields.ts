import type { AuditEntry } from '#audit';
import type { Id } from '#kernel';

/** The fields of entries that hold ids, by what they are ids of. */
export const PeopleFields: ReadonlySet<string> = new Set(['personId', 'organiserId']);
export const MeetingFields: ReadonlySet<string> = new Set(['meetingId']);
export const InstitutionFields: ReadonlySet<string> = new Set([
  'institutionId',
  'memberId',
  'parentId',
  'operatorId',
  'homeInstitutionId',
  'hostIds',
  'listingIds',
]);

/** The ids in these fields of the entries' values, personal ones too. */
export function idsIn(entries: readonly AuditEntry[], fields: ReadonlySet<string>): readonly Id[] {
  return entries
    .flatMap(({ before, after, personal }) => [before, after, personal?.['before'], personal?.['after']])
    .flatMap((values) => (typeof values === 'object' && values !== null ? Object.entries(values) : []))
    .filter(([field]) => fields.has(field))
    .flatMap(([, value]) => [value].flat().filter((one) => typeof one === 'string'));
}
