import type { AuditEntry } from '#audit';
import type { Reader } from '#database';
import {
  displayName,
  findAudienceNames,
  findInstitutions,
  findLogSubjects,
  findPeople,
  findTagNames,
} from '#directory';
import type { LogSubject, PersonName } from '#directory';
import { translator } from '#i18n';
import { pickText } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { findTitles } from '#meetings';
import { findInvited } from '#participation';
import { findOptionStarts, findPollTitles } from '#polls';
import { findDateStarts, findSeriesNames } from '#series';
import { idOf, idsIn, isPersonField, kindOf } from './named-fields.js';
import type { NamedKind } from './named-fields.js';

type Nullable<Value> = Value | null | undefined;
type Name = string | LocalizedText;

interface Found {
  readonly names: Readonly<Record<NamedKind, ReadonlyMap<Id, Name>>>;
  readonly invited: Awaited<ReturnType<typeof findInvited>>;
  readonly subjects: Awaited<ReturnType<typeof findLogSubjects>>;
}

/** Said of what is named in the log and was deleted since. */
const gone: LocalizedText = {
  de: translator('de')('rights.log.gone'),
  en: translator('en')('rights.log.gone'),
};

/** What the entries of a page speak of, by name. */
export class LogNames {
  private constructor(private readonly found: Found) {}

  /** Looks the names up with a fixed number of queries. */
  static async find(reader: Reader, entries: readonly AuditEntry[]): Promise<LogNames> {
    const idsOf = (kind: NamedKind, ...subjectKinds: readonly string[]) => [
      ...subjectsOf(entries, subjectKinds),
      ...idsIn(entries, kind),
    ];
    const invited = await findInvited(reader, idsOf('invitation', 'invitation'));
    const subjects = await findLogSubjects(reader, idsOf('office', 'office', 'mandate', 'membership'));
    const [invitations, directory] = [[...invited.values()], [...subjects.values()]];
    const people = await findPeople(reader, [
      ...present(entries, ({ actorPersonId }) => actorPersonId),
      ...idsOf('person', 'person'),
      ...present(invitations, ({ personId }) => personId),
      ...present(directory, ({ personId }) => personId),
    ]);
    const institutions = await findInstitutions(reader, [
      ...idsOf('institution', 'institution'),
      ...present(directory, ({ institutionId }) => institutionId),
      ...present(directory, ({ memberId }) => memberId),
    ]);
    const meetings = [...idsOf('meeting', 'meeting'), ...present(invitations, ({ meetingId }) => meetingId)];
    const person = (id: Nullable<Id>) => {
      const one = people.get(id ?? '');
      return one === undefined ? null : displayName(one);
    };
    const names = {
      audience: await findAudienceNames(reader, idsOf('audience', 'audience')),
      date: await findDateStarts(reader, idsOf('date')),
      institution: mapped(institutions, ({ name }) => name),
      invitation: mapped(invited, ({ personId }) => person(personId)),
      meeting: await findTitles(reader, meetings),
      office: mapped(subjects, (subject) => officeWords(subject, person(subject.personId))),
      option: await findOptionStarts(reader, idsOf('option')),
      person: mapped(people, (one) => displayName(one)),
      poll: await findPollTitles(reader, idsOf('poll', 'poll')),
      series: await findSeriesNames(reader, idsOf('series', 'series')),
      tag: await findTagNames(reader, idsOf('tag', 'tag')),
    };
    return new LogNames({ names, invited, subjects });
  }

  person(id: Nullable<Id>): string | null {
    return this.nameOf('person', id);
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

  /** An id as the name of what it is an id of, also where that is gone; other values as they are. */
  value(field: string, value: unknown): unknown {
    if (value === null) return null;
    if (isPersonField(field)) return displayName(value as PersonName);
    const kind = kindOf(field);
    if (kind === null) return value;
    const names = [value].flat().map((each) => this.found.names[kind].get(idOf(each) ?? '') ?? gone);
    return Array.isArray(value) ? names : names[0];
  }

  private partsOf(kind: string, id: Id): readonly (string | null)[] {
    const invitation = this.found.invited.get(id);
    if (kind === 'invitation' && invitation !== undefined) {
      return [this.person(invitation.personId), this.nameOf('meeting', invitation.meetingId)];
    }
    const subject = this.found.subjects.get(id);
    if (subject !== undefined) return this.inDirectory(subject);
    return isNamedKind(kind) ? [this.nameOf(kind, id)] : [];
  }

  private inDirectory({ personId, memberId, office, institutionId }: LogSubject): readonly (string | null)[] {
    const officeName = office === null ? null : pickText(office, 'de').text;
    const institution = (id: Nullable<Id>) => this.nameOf('institution', id);
    return [this.person(personId), institution(memberId), officeName, institution(institutionId)];
  }

  private nameOf(kind: NamedKind, id: Nullable<Id>): string | null {
    const name = this.found.names[kind].get(id ?? '');
    if (name === undefined) return null;
    return typeof name === 'string' ? name : pickText(name, 'de').text;
  }
}

const subjectKinds: readonly string[] = [
  'audience',
  'institution',
  'meeting',
  'person',
  'poll',
  'series',
  'tag',
] satisfies readonly NamedKind[];

function isNamedKind(kind: string): kind is NamedKind {
  return subjectKinds.includes(kind);
}

/** An office, or a mandate by who holds it. */
function officeWords({ office }: LogSubject, holder: string | null): Name | null {
  if (office === null || holder === null) return office;
  return mapText(office, (name) => `${holder} (${name})`);
}

function mapText(text: LocalizedText, change: (words: string) => string): LocalizedText {
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, change(words)]));
}

function mapped<Row>(rows: ReadonlyMap<Id, Row>, nameOf: (row: Row) => Name | null): ReadonlyMap<Id, Name> {
  return new Map(
    [...rows].flatMap(([id, row]) => {
      const name = nameOf(row);
      return name === null ? [] : [[id, name] as const];
    }),
  );
}

function subjectsOf(entries: readonly AuditEntry[], kinds: readonly string[]): readonly Id[] {
  return entries.filter(({ subjectKind }) => kinds.includes(subjectKind)).map(({ subjectId }) => subjectId);
}

function present<Row>(rows: readonly Row[], pick: (row: Row) => Id | null): readonly Id[] {
  return rows.flatMap((row) => pick(row) ?? []);
}
