import type { VoteValue } from '#contracts';
import type { Reader } from '#database';
import { displayName, findInstitutions, findPeople } from '#directory';
import type { PersonContact } from '#directory';
import { hashToken, isTokenShaped } from '#kernel';
import type { Id } from '#kernel';
import type { PollBundle } from '../mail/poll-words.js';
import { findOptions } from '../tables/find-poll.js';
import { FormerPollParticipant } from '../tables/former-poll-participant.entity.js';
import { PollParticipant } from '../tables/poll-participant.entity.js';
import { Poll } from '../tables/poll.entity.js';
import { findClusterVotes } from './cluster-votes.js';
import type { ClusterVotes } from './cluster-votes.js';
import { countVotes } from './count-votes.js';
import type { VoteCounts } from './count-votes.js';

/** More rows than this help nobody on a page; the counts say the rest. */
const MOST_NAMED = 100;

/** Somebody else's votes, as participants see them. */
export interface NamedVotes {
  readonly name: string;
  readonly votes: Readonly<Record<Id, VoteValue>>;
}

/** What a participant's page shows. */
export interface PollPageFacts {
  readonly bundle: PollBundle;
  readonly participant: PollParticipant;
  readonly person: PersonContact;
  /** This participant's own, by option. */
  readonly votes: Readonly<Record<Id, VoteValue>>;
  readonly countsOf: (optionId: Id) => VoteCounts;
  readonly clusters: readonly ClusterVotes[];
  /** The others who have voted, by name; null where the host hides them, or where there are too many. */
  readonly others: readonly NamedVotes[] | null;
}

/** The poll a token opens, or null: a token of the wrong form costs no query. */
export async function findPollByToken(reader: Reader, token: string): Promise<PollPageFacts | null> {
  if (!isTokenShaped(token)) return null;
  const participant = await findParticipant(reader, hashToken(token));
  if (participant === null) return null;
  const poll = await reader.manager.findOneByOrFail(Poll, { id: participant.pollId });
  const people = await findPeople(reader, [
    participant.personId,
    ...(poll.organiserId === null ? [] : [poll.organiserId]),
  ]);
  const institution = (await findInstitutions(reader, [poll.institutionId])).get(poll.institutionId);
  const person = people.get(participant.personId);
  if (institution === undefined || person === undefined) return null;
  const votes = await findVotes(reader, participant.id);
  return {
    bundle: {
      poll,
      options: await findOptions(reader, [poll.id]),
      institution,
      organiser: people.get(poll.organiserId ?? '') ?? null,
    },
    participant,
    person,
    votes,
    countsOf: await countVotes(reader, poll.id),
    clusters: await findClusterVotes(reader, poll.id),
    others: poll.hidesNames ? null : await findOthers(reader, participant),
  };
}

/** By their own link, or by that of one who has become one with them. */
async function findParticipant(reader: Reader, tokenHash: string): Promise<PollParticipant | null> {
  const own = await reader.manager.findOneBy(PollParticipant, { tokenHash });
  if (own !== null) return own;
  return reader.manager
    .createQueryBuilder(PollParticipant, 'participant')
    .innerJoin(FormerPollParticipant, 'former', 'former.participantId = participant.id')
    .where('former.tokenHash = :tokenHash', { tokenHash })
    .getOne();
}

async function findVotes(reader: Reader, participantId: Id): Promise<Readonly<Record<Id, VoteValue>>> {
  const rows: { optionId: Id; value: VoteValue }[] = await reader.manager.query(
    'SELECT option_id AS "optionId", value FROM poll_vote WHERE participant_id = $1',
    [participantId],
  );
  return Object.fromEntries(rows.map(({ optionId, value }) => [optionId, value]));
}

async function findOthers(
  reader: Reader,
  { id, pollId }: PollParticipant,
): Promise<readonly NamedVotes[] | null> {
  const rows: { personId: Id; votes: Record<Id, VoteValue> }[] = await reader.manager.query(
    `SELECT participant.person_id AS "personId", jsonb_object_agg(vote.option_id, vote.value) AS votes
       FROM poll_participant AS participant JOIN poll_vote AS vote ON vote.participant_id = participant.id
      WHERE participant.poll_id = $1 AND participant.id <> $2
      GROUP BY participant.id
      LIMIT ${MOST_NAMED + 1}`,
    [pollId, id],
  );
  if (rows.length > MOST_NAMED) return null;
  const people = await findPeople(
    reader,
    rows.map(({ personId }) => personId),
  );
  const byName = new Intl.Collator('de');
  return rows
    .flatMap(({ personId, votes }) => {
      const person = people.get(personId);
      return person === undefined ? [] : [{ name: displayName(person), sort: person.familyName, votes }];
    })
    .toSorted((one, other) => byName.compare(one.sort, other.sort))
    .map(({ name, votes }) => ({ name, votes }));
}
