import type { AuditEntry } from '#audit';
import type { Reader } from '#database';
import { displayName, findInstitutions, findLogSubjects, findPeople } from '#directory';
import type { LogSubject } from '#directory';
import { pickText } from '#kernel';
import type { Id } from '#kernel';
import { findTitles } from '#meetings';
import { findInvited } from '#participation';
import { idsIn, InstitutionFields, MeetingFields, PeopleFields } from './named-fields.js';

type Nullable<Value> = Value | null | undefined;

interface Found {
  readonly people: Awaited<ReturnType<typeof findPeople>>;
  readonly institutions: Awaited<ReturnType<typeof findInstitutions>>;
  readonly titles: Awaited<ReturnType<typeof findTitles>>;
  readonly invited: Awaited<ReturnType<typeof findInvited>>;
  readonly subjects: Awaited<ReturnType<typeof findLogSubjects>>;
}

/** What the entries of a page speak of, by name. */
export class LogNames {
  private constructor(private readonly found: Found) {}

  /** Looks the names up with a fixed number of queries. */
  static async find(reader: Reader, entries: readonly AuditEntry[]): Promise<LogNames> {
    const invited = await findInvited(reader, subjectsOf(entries, ['invitation']));
    const subjects = await findLogSubjects(reader, subjectsOf(entries, ['office', 'mandate', 'membership']));
    const [invitations, directory] = [[...invited.values()], [...subjects.values()]];
    const people = await findPeople(reader, [
      ...present(entries, ({ actorPersonId }) => actorPersonId),
      ...subjectsOf(entries, ['person']),
      ...present(invitations, ({ personId }) => personId),
      ...present(directory, ({ personId }) => personId),
      ...idsIn(entries, PeopleFields),
    ]);
    const institutions = await findInstitutions(reader, [
      ...subjectsOf(entries, ['institution']),
      ...present(directory, ({ institutionId }) => institutionId),
      ...present(directory, ({ memberId }) => memberId),
      ...idsIn(entries, InstitutionFields),
    ]);
    const titles = await findTitles(reader, [
      ...subjectsOf(entries, ['meeting']),
      ...present(invitations, ({ meetingId }) => meetingId),
      ...idsIn(entries, MeetingFields),
    ]);
    return new LogNames({ people, institutions, titles, invited, subjects });
  }

  person(id: Nullable<Id>): string | null {
    const found = this.found.people.get(id ?? '');
    return found === undefined ? null : displayName(found);
  }

  /** Of the subject, as far as it is still there. */
  subject({ subjectKind, subjectId }: AuditEntry): string | null {
    const parts = this.partsOf(subjectKind, subjectId).filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join(' · ');
  }

  /** Whom the entry's personal values are about; null: nobody in particular. */
  personOf({ subjectKind, subjectId }: AuditEntry): Id | null {
    return subjectKind === 'person' ? subjectId : (this.found.invited.get(subjectId)?.personId ?? null);
  }

  /** An id as the name of what it is an id of; other values as they are. */
  value(field: string, value: unknown): unknown {
    if (PeopleFields.has(field)) return named(value, (id) => this.person(id));
    if (InstitutionFields.has(field)) return named(value, (id) => this.institution(id));
    return MeetingFields.has(field) ? named(value, (id) => this.meeting(id)) : value;
  }

  private partsOf(kind: string, id: Id): readonly (string | null)[] {
    if (kind === 'institution') return [this.institution(id)];
    if (kind === 'person') return [this.person(id)];
    if (kind === 'meeting') return [this.meeting(id)];
    const invitation = this.found.invited.get(id);
    if (invitation !== undefined)
      return [this.person(invitation.personId), this.meeting(invitation.meetingId)];
    const subject = this.found.subjects.get(id);
    return subject === undefined ? [] : this.inDirectory(subject);
  }

  private inDirectory({ personId, memberId, office, institutionId }: LogSubject): readonly (string | null)[] {
    const officeName = office === null ? null : pickText(office, 'de').text;
    return [this.person(personId), this.institution(memberId), officeName, this.institution(institutionId)];
  }

  private institution(id: Nullable<Id>): string | null {
    return this.found.institutions.get(id ?? '')?.sortName ?? null;
  }

  private meeting(id: Nullable<Id>): string | null {
    const title = this.found.titles.get(id ?? '');
    return title === undefined ? null : pickText(title, 'de').text;
  }
}

function subjectsOf(entries: readonly AuditEntry[], kinds: readonly string[]): readonly Id[] {
  return entries.filter(({ subjectKind }) => kinds.includes(subjectKind)).map(({ subjectId }) => subjectId);
}

function present<Row>(rows: readonly Row[], pick: (row: Row) => Id | null): readonly Id[] {
  return rows.flatMap((row) => pick(row) ?? []);
}

function named(value: unknown, nameOf: (id: Id) => string | null): unknown {
  if (typeof value === 'string') return nameOf(value) ?? value;
  return Array.isArray(value) ? value.map((each) => named(each, nameOf)) : value;
}
