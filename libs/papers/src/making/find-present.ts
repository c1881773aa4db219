import type { Reader } from '#database';
import { pickText } from '#kernel';
import type { Id, Language } from '#kernel';
import { listAttendance } from '#participation';
import type { Attendee } from '#participation';
import { findPaperPeople } from './find-paper-people.js';
import type { ListedPerson } from './find-paper-people.js';

interface PresentWish {
  readonly meetingId: Id;
  /** Of those who were present only these; null: all of them. */
  readonly personIds: readonly Id[] | null;
  readonly language: Language;
}

/**
 * Who was present at a meeting, in the order of its attendance: people, walk-ins, and companions whose name is known.
 * A fixed number of queries.
 */
export async function findPresent(
  reader: Reader,
  { meetingId, personIds, language }: PresentWish,
): Promise<readonly ListedPerson[]> {
  const all = await listAttendance(reader, meetingId);
  const present = all.filter(({ state }) => state === 'present');
  const ids = present.flatMap(({ personId }) => personId ?? []);
  const people = await findPaperPeople(reader, { meetingId, circle: 'anybody', personIds: ids, language });
  const byId = new Map(people.map((person) => [person.personId, person]));
  return present.flatMap((attendee) => {
    const { personId } = attendee;
    if (personIds !== null && !personIds.includes(personId ?? '')) return [];
    const known = byId.get(personId ?? '') ?? namedOnly(attendee, language);
    return known ?? [];
  });
}

/** Somebody of whom only the name is known, as it was given at the door or with the registration. */
function namedOnly({ name, organisation, clusters }: Attendee, language: Language): ListedPerson | null {
  if (name === null || name === '') return null;
  return {
    personId: null,
    registrationId: null,
    isOnline: false,
    academicTitle: null,
    givenName: '',
    familyName: name,
    organisation,
    clusters: clusters.map((cluster) => pickText(cluster.name, language).text),
  };
}
