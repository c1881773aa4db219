import { scopeOf } from '#access';
import type { Actor } from '#access';
import type { PollOpenPreviewDto, PollRemindPreviewDto } from '#contracts';
import type { Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { Id, Temporal } from '#kernel';
import { findAsked } from '../asking/asked-people.js';
import { findSilent } from './find-silent.js';
import { getPoll } from '../tables/find-poll.js';
import { countLanguages } from './count-languages.js';

/** Who would be asked; sends nothing. Throws `poll.not-found`. */
export async function previewOpening(
  reader: Reader,
  actor: Actor,
  { pollId, now }: { pollId: Id; now: Temporal.Instant },
): Promise<PollOpenPreviewDto> {
  const poll = await getPoll(reader, scopeOf(actor, 'meeting.invite'), pollId);
  const { people, clusters } = await findAsked(reader, poll, now);
  return {
    people: people.length,
    mails: countLanguages(people.filter(({ address }) => address !== null)),
    withoutAddress: people
      .filter(({ address }) => address === null)
      .map((person) => ({ id: person.personId, name: displayName(person) })),
    clusters: [...clusters],
  };
}

/** Who is silent and would be reminded; sends nothing. Throws `poll.not-found`. */
export async function previewReminder(
  reader: Reader,
  actor: Actor,
  pollId: Id,
): Promise<PollRemindPreviewDto> {
  const poll = await getPoll(reader, scopeOf(actor, 'meeting.invite'), pollId);
  const silent = await findSilent(reader, poll.id);
  const people = await findPeople(
    reader,
    silent.map(({ personId }) => personId),
  );
  const byName = new Intl.Collator('de');
  const sorted = [...people.values()].toSorted((one, other) =>
    byName.compare(one.familyName, other.familyName),
  );
  return {
    mails: countLanguages(sorted),
    people: sorted.map((person) => ({ id: person.id, name: displayName(person) })),
  };
}
