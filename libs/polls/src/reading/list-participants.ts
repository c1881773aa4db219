import type { VoteValue } from '#contracts';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { findPeople } from '#directory';
import type { PersonContact } from '#directory';
import type { Id, LocalizedText } from '#kernel';
import { PollParticipant } from '../tables/poll-participant.entity.js';
import type { Poll } from '../tables/poll.entity.js';

/** Somebody who was asked, with everything a host wants to know. */
export interface ParticipantView {
  readonly participant: PollParticipant;
  readonly person: PersonContact | null;
  readonly institutions: readonly { readonly id: Id; readonly name: LocalizedText }[];
  /** By option. */
  readonly votes: Readonly<Record<Id, VoteValue>>;
  /** State of the latest mail. */
  readonly mail: string | null;
}

interface Row {
  readonly id: Id;
  readonly familyName: string;
  readonly givenName: string;
}

const byName: Keyset<Row> = {
  list: 'poll-participants',
  parts: [
    { path: 'person.family_name', kind: 'text', of: ({ familyName }) => familyName },
    { path: 'person.given_name', kind: 'text', of: ({ givenName }) => givenName },
    idPart('participant.id'),
  ],
};

/** A page of a poll's participants by name, with a fixed number of queries. */
export async function listParticipants(
  reader: Reader,
  { id: pollId }: Pick<Poll, 'id'>,
  request: PageRequest,
): Promise<Page<ParticipantView>> {
  const query = reader.manager
    .createQueryBuilder(PollParticipant, 'participant')
    .innerJoin('person', 'person', 'person.id = participant.person_id')
    .select('participant.id', 'id')
    .addSelect('person.family_name', 'familyName')
    .addSelect('person.given_name', 'givenName')
    .where('participant.poll_id = :pollId', { pollId });
  const page = toPage(await selectPage(query, byName, request).getRawMany<Row>(), byName, request);
  const ids = page.items.map(({ id }) => id);
  return { items: await viewParticipants(reader, ids), next: page.next };
}

/** These participants, in this order. Four queries. */
async function viewParticipants(reader: Reader, ids: readonly Id[]): Promise<readonly ParticipantView[]> {
  if (ids.length === 0) return [];
  const rows = await reader.manager
    .createQueryBuilder(PollParticipant, 'participant')
    .where('participant.id = ANY(:ids)', { ids })
    .getMany();
  const people = await findPeople(
    reader,
    rows.map(({ personId }) => personId),
  );
  const details = await findDetails(reader, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const participant = byId.get(id);
    if (participant === undefined) return [];
    const { institutions = null, votes = null, mail = null } = details.get(id) ?? {};
    const person = people.get(participant.personId) ?? null;
    return [{ participant, person, institutions: institutions ?? [], votes: votes ?? {}, mail }];
  });
}

interface Details {
  readonly id: Id;
  readonly institutions: ParticipantView['institutions'] | null;
  readonly votes: ParticipantView['votes'] | null;
  readonly mail: string | null;
}

async function findDetails(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, Details>> {
  const rows: Details[] = await reader.manager.query(
    `SELECT asked.id,
            (SELECT jsonb_agg(jsonb_build_object('id', institution.id, 'name', institution.name)
                              ORDER BY institution.sort_name, institution.id)
               FROM institution
              WHERE institution.id IN (SELECT institution_id FROM poll_reason WHERE participant_id = asked.id)) AS institutions,
            (SELECT jsonb_object_agg(option_id, value) FROM poll_vote WHERE participant_id = asked.id) AS votes,
            (SELECT state FROM outgoing_mail WHERE thread_id = asked.id ORDER BY id DESC LIMIT 1) AS mail
       FROM unnest($1::uuid[]) AS asked(id)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
