import type { Tx } from '#database';
import type { Id, Language, Temporal } from '#kernel';
import { writeMails } from '#mail';
import type { MailDraft } from '#mail';
import type { Poll } from '../tables/poll.entity.js';

export const pollMailKinds = ['poll-question', 'poll-reminder', 'poll-decision'] as const;
export type PollMailKind = (typeof pollMailKinds)[number];

export interface PollMails {
  readonly kind: PollMailKind;
  readonly poll: Pick<Poll, 'id'>;
  /** Without it everybody who was asked. */
  readonly participantIds?: readonly Id[];
  readonly now: Temporal.Instant;
}

interface Recipient {
  readonly participantId: Id;
  readonly personId: Id;
  readonly reminders: number;
  readonly language: Language;
  readonly address: string;
}

/**
 * Writes one mail per participant in the caller's transaction, to the preferred usable address; people without one get
 * none. The same mail is written once.
 */
export async function writePollMails(tx: Tx, { kind, poll, participantIds, now }: PollMails): Promise<void> {
  const recipients: readonly Recipient[] = await tx.manager.query(
    `SELECT participant.id AS "participantId", person.id AS "personId", participant.reminders,
            person.language, usable.address
       FROM poll_participant AS participant
       JOIN person ON person.id = participant.person_id
       JOIN LATERAL (SELECT address FROM person_address
                      WHERE person_id = person.id AND state = 'ok'
                      ORDER BY preferred DESC, id LIMIT 1) AS usable ON true
      WHERE participant.poll_id = $1 AND ($2::uuid[] IS NULL OR participant.id = ANY($2))
      ORDER BY participant.id`,
    [poll.id, participantIds ?? null],
  );
  await writeMails(
    tx,
    recipients.map((recipient) => draftOf(kind, poll.id, recipient)),
    now,
  );
}

function draftOf(kind: PollMailKind, pollId: Id, recipient: Recipient): MailDraft {
  const { participantId, personId, reminders, language, address } = recipient;
  const occasion = kind === 'poll-reminder' ? `:${reminders}` : '';
  return {
    kind,
    dedupKey: `${kind}:${participantId}${occasion}`,
    language,
    address,
    personId,
    topicId: pollId,
    threadId: participantId,
    sequence: null,
    params: {},
  };
}
