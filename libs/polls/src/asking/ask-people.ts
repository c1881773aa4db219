import { insertRows } from '#database';
import type { Tx } from '#database';
import { noteAcquaintance, reasonKeyOf } from '#directory';
import type { AudiencePerson } from '#directory';
import { newId } from '#kernel';
import type { Id, Temporal, TokenKeys } from '#kernel';
import { writePollMails } from '../mail/poll-mails.js';
import { PollParticipant } from '../tables/poll-participant.entity.js';
import { PollReason } from '../tables/poll-reason.entity.js';
import type { Poll } from '../tables/poll.entity.js';

/**
 * Asks people of a poll whose row is locked, in the caller's transaction: participant, reasons and, for who has an
 * address, the mail. Who was asked before is passed over, so that it may run again.
 */
export async function askPeople(
  tx: Tx,
  poll: Poll,
  people: readonly AudiencePerson[],
  { keys, now }: { keys: TokenKeys; now: Temporal.Instant },
): Promise<void> {
  const known = await findKnown(tx, poll.id, people);
  const fresh = people.filter(({ personId }) => !known.has(personId));
  if (fresh.length === 0) return;
  const asked = fresh.map((person) => ({
    person,
    row: newParticipant(poll.id, person.personId, { keys, now }),
  }));
  await insertRows(
    tx,
    PollParticipant,
    asked.map(({ row }) => row),
  );
  await insertRows(
    tx,
    PollReason,
    asked.flatMap(({ person, row }) => reasonsOf(row.id, person)),
  );
  const personIds = fresh.map(({ personId }) => personId);
  await noteAcquaintance(tx, { institutionIds: [poll.institutionId], personIds, at: now });
  await writePollMails(tx, {
    kind: 'poll-question',
    poll,
    participantIds: asked.map(({ row }) => row.id),
    now,
  });
}

async function findKnown(tx: Tx, pollId: Id, people: readonly AudiencePerson[]): Promise<ReadonlySet<Id>> {
  const rows: { personId: Id }[] = await tx.manager.query(
    'SELECT person_id AS "personId" FROM poll_participant WHERE poll_id = $1 AND person_id = ANY($2)',
    [pollId, people.map(({ personId }) => personId)],
  );
  return new Set(rows.map(({ personId }) => personId));
}

function newParticipant(
  pollId: Id,
  personId: Id,
  { keys, now }: { keys: TokenKeys; now: Temporal.Instant },
): PollParticipant {
  const id = newId();
  const { hash, keyId } = keys.derive({ purpose: 'poll', rowId: id, generation: 1 });
  return {
    id,
    pollId,
    personId,
    tokenHash: hash,
    tokenKeyId: keyId,
    tokenGeneration: 1,
    answeredAt: null,
    note: null,
    reminders: 0,
    askedAt: now,
  };
}

/** Each reason once, as the database wants it. */
function reasonsOf(participantId: Id, { reasons }: AudiencePerson): readonly PollReason[] {
  const rows = reasons.map((reason) => ({
    id: newId(),
    participantId,
    kind: reason.kind,
    reasonKey: reasonKeyOf(reason),
    officeId: reason.officeId,
    institutionId: reason.institutionId,
  }));
  return [...new Map(rows.map((row) => [row.reasonKey, row])).values()];
}
