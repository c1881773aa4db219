import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id, Language } from '#kernel';
import { writeMails } from '#mail';
import { defineDueWork, endOperation, lockOperation, reportProgress } from '#queue';
import { JOIN_USABLE_ADDRESS } from '../mail/usable-address.sql.js';

const PEOPLE_PER_TRANSACTION = 500;

/** A message that is being written to its recipients; the row's subject is its operation. */
export const MessageRunDue = defineDueWork<Record<never, never>>('message.run');

interface RunParams {
  readonly messageId: Id;
  /** Everybody up to this invitation has their mail. */
  readonly after: Id | null;
}

interface Recipient {
  readonly invitationId: Id;
  readonly meetingId: Id;
  readonly personId: Id;
  readonly language: Language;
  readonly address: string | null;
}

/** Writes the mails of a message in batches of 500 people, each one transaction. */
@Injectable()
export class MessageRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Goes on until all are written. May run twice and at once: batches take turns under the operation's lock. */
  async work(operationId: Id): Promise<void> {
    while (await this.unitOfWork.run((tx) => this.workBatch(tx, operationId)));
  }

  /** Returns whether there is more to do. */
  private async workBatch(tx: Tx, operationId: Id): Promise<boolean> {
    const operation = await lockOperation(tx, operationId);
    if (operation.finishedAt !== null) return false;
    const { messageId, after } = operation.params as unknown as RunParams;
    const now = this.clock.now();
    const batch = await findBatch(tx, messageId, after);
    await writeMails(
      tx,
      batch.flatMap(({ invitationId, meetingId, personId, language, address }) =>
        address === null
          ? []
          : [
              {
                kind: 'message',
                dedupKey: messageMailKey(messageId, invitationId),
                language,
                address,
                personId,
                topicId: meetingId,
                threadId: invitationId,
                sequence: null,
                params: { messageId },
              },
            ],
      ),
      now,
    );
    const last = batch.at(-1);
    const done = Math.min(operation.done + batch.length, operation.total);
    await reportProgress(tx, operationId, { done, total: operation.total });
    if (last === undefined || batch.length < PEOPLE_PER_TRANSACTION) {
      await endOperation(tx, operationId, { result: { messageId }, at: now });
      return false;
    }
    await tx.manager.query(
      `UPDATE operation SET params = params || jsonb_build_object('after', $2::text) WHERE id = $1`,
      [operationId, last.invitationId],
    );
    return true;
  }
}

/** By this a mail is found again, and never written a second time. */
function messageMailKey(messageId: Id, invitationId: Id): string {
  return `message:${messageId}:${invitationId}`;
}

async function findBatch(tx: Tx, messageId: Id, after: Id | null): Promise<readonly Recipient[]> {
  return tx.manager.query(
    `SELECT invitation.id AS "invitationId", invitation.meeting_id AS "meetingId", person.id AS "personId",
            person.language, usable.address
       FROM meeting_message_recipient AS recipient
       JOIN invitation ON invitation.id = recipient.invitation_id
       JOIN person ON person.id = invitation.person_id
       LEFT ${JOIN_USABLE_ADDRESS}
      WHERE recipient.message_id = $1 AND ($2::uuid IS NULL OR recipient.invitation_id > $2)
      ORDER BY recipient.invitation_id LIMIT $3`,
    [messageId, after, PEOPLE_PER_TRANSACTION],
  );
}
