import { findScope } from '#access';
import type { Actor } from '#access';
import type { Reader } from '#database';
import { searchInstitutions, searchPeople } from '#directory';
import type { InstitutionView, PersonHit } from '#directory';
import { foldedWords } from '#i18n';
import type { Temporal } from '#kernel';
import { searchMeetings } from '#meetings';
import type { Meeting } from '#meetings';

/** Of each kind at most. */
const HITS = 8;
/** More words than this bound nothing further. */
const WORDS = 6;

/** What was found, each kind by itself, the best first. */
export interface Found {
  readonly people: readonly PersonHit[];
  readonly institutions: readonly InstitutionView[];
  readonly meetings: readonly Meeting[];
}

/**
 * Looks for people, institutions and meetings in one go, each as far as the actor may read them; a kind that the actor
 * may not read at all stays empty. At most eight queries.
 */
export async function searchEverything(
  reader: Reader,
  actor: Actor,
  { text, now }: { readonly text: string; readonly now: Temporal.Instant },
): Promise<Found> {
  const words = foldedWords(text).slice(0, WORDS);
  const [people, institutions, meetings] = [
    findScope(actor, 'person.read'),
    findScope(actor, 'institution.read'),
    findScope(actor, 'meeting.read'),
  ];
  const search = { words, limit: HITS };
  const [foundPeople, foundInstitutions, foundMeetings] = await Promise.all([
    people === null ? [] : searchPeople(reader, people, { ...search, text, now }),
    institutions === null ? [] : searchInstitutions(reader, institutions, search),
    meetings === null ? [] : searchMeetings(reader, meetings, search),
  ]);
  return { people: foundPeople, institutions: foundInstitutions, meetings: foundMeetings };
}
