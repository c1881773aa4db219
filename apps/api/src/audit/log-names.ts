import type { AuditEntry } from '#audit';
import type { Reader } from '#database';
import { displayName, findInstitutions, findLogSubjects, findPeople } from '#directory';
import type { LogSubject } from '#directory';
import { pickText } from '#kernel';
import type { Id } from '#kernel';
import { findTitles } from '#meetings';
import { findInvited } from '#participation';

const PEOPLE = ['personId', 'organiserId'];
const INSTITUTIONS = [
  'institutionId',
  'memberId',
  'parentId',
  'operatorId',
  'homeInstitutionId',
  'hostIds',
  'listingIds',
];
const MEETINGS = ['meetingId'];

/** What the entries of a page speak of, by name. */
export interface LogNames {
  person(id: Id): string | null;
  /** Of the subject, as far as it is still there. */
  subject(entry: AuditEntry): string | null;
  /** Whom the entry's personal values are about; null: nobody in particular. */
  personOf(entry: AuditEntry): Id | null;
  /** An id as the name of what it is an id of; other values as they are. */
  value(field: string, value: unknown): unknown;
}

/** Looks the names up with a fixed number of queries. */
export async function findLogNames(reader: Reader, entries: readonly AuditEntry[]): Promise<LogNames> {
  const subjectIds = (kinds: readonly string[]) =>
    entries.filter(({ subjectKind }) => kinds.includes(subjectKind)).map(({ subjectId }) => subjectId);
  const invited = await findInvited(reader, subjectIds(['invitation']));
  const subjects = await findLogSubjects(reader, subjectIds(['office', 'mandate', 'membership']));
  const inSubjects = (pick: (subject: LogSubject) => Id | null) =>
    [...subjects.values()].flatMap((subject) => pick(subject) ?? []);
  const people = await findPeople(reader, [
    ...entries.flatMap(({ actorPersonId }) => actorPersonId ?? []),
    ...subjectIds(['person']),
    ...[...invited.values()].map(({ personId }) => personId),
    ...inSubjects(({ personId }) => personId),
    ...idsIn(entries, PEOPLE),
  ]);
  const institutions = await findInstitutions(reader, [
    ...subjectIds(['institution']),
    ...inSubjects(({ institutionId }) => institutionId),
    ...inSubjects(({ memberId }) => memberId),
    ...idsIn(entries, INSTITUTIONS),
  ]);
  const titles = await findTitles(reader, [
    ...subjectIds(['meeting']),
    ...[...invited.values()].map(({ meetingId }) => meetingId),
    ...idsIn(entries, MEETINGS),
  ]);
  const person = (id: Id | null) => {
    const found = people.get(id ?? '');
    return found === undefined ? null : displayName(found);
  };
  const institution = (id: Id | null) => institutions.get(id ?? '')?.sortName ?? null;
  const meeting = (id: Id | null) => {
    const title = titles.get(id ?? '');
    return title === undefined ? null : pickText(title, 'de').text;
  };
  return {
    person,
    subject: ({ subjectKind, subjectId }) => {
      const {
        institutionId = null,
        office = null,
        personId = null,
        memberId = null,
      } = subjects.get(subjectId) ?? {};
      const invitation = invited.get(subjectId);
      const parts: Readonly<Record<string, readonly (string | null)[]>> = {
        institution: [institution(subjectId)],
        person: [person(subjectId)],
        meeting: [meeting(subjectId)],
        office: [office && pickText(office, 'de').text, institution(institutionId)],
        mandate: [person(personId), office && pickText(office, 'de').text, institution(institutionId)],
        membership: [institution(memberId), institution(institutionId)],
        invitation: [person(invitation?.personId ?? null), meeting(invitation?.meetingId ?? null)],
      };
      return joined(parts[subjectKind] ?? []);
    },
    personOf: ({ subjectKind, subjectId }) => {
      if (subjectKind === 'person') return subjectId;
      return invited.get(subjectId)?.personId ?? null;
    },
    value: (field, value) => {
      if (PEOPLE.includes(field)) return named(value, person);
      if (INSTITUTIONS.includes(field)) return named(value, institution);
      return MEETINGS.includes(field) ? named(value, meeting) : value;
    },
  };
}

function joined(parts: readonly (string | null)[]): string | null {
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? null : present.join(' · ');
}

function named(value: unknown, nameOf: (id: Id) => string | null): unknown {
  if (typeof value === 'string') return nameOf(value) ?? value;
  return Array.isArray(value) ? value.map((each) => named(each, nameOf)) : value;
}

/** The ids in these fields of the entries' values, personal ones too. */
function idsIn(entries: readonly AuditEntry[], fields: readonly string[]): readonly Id[] {
  return entries.flatMap(({ before, after, personal }) =>
    [before, after, personal?.['before'], personal?.['after']].flatMap((values) =>
      typeof values === 'object' && values !== null
        ? Object.entries(values).flatMap(([field, value]) =>
            fields.includes(field) ? [value].flat().filter((one) => typeof one === 'string') : [],
          )
        : [],
    ),
  );
}
