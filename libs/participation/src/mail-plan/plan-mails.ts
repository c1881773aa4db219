import type { Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { writeMails } from '#mail';
import type { PlanRecipient } from './plan-recipients.js';

/** Mails of a meeting's plan, to people who are invited; none has a calendar part. */
export type PlanMailKind = 'reminder' | 'details' | 'follow-up';

export interface PlanMails {
  readonly kind: PlanMailKind;
  readonly meetingId: Id;
  /** What they are sent for: the same to the same person is sent once. */
  readonly occasion: string;
  readonly now: Temporal.Instant;
}

/** Writes one mail to each, in the caller's transaction. May run twice. */
export async function writePlanMails(
  tx: Tx,
  { kind, meetingId, occasion, now }: PlanMails,
  recipients: readonly PlanRecipient[],
): Promise<void> {
  await writeMails(
    tx,
    recipients.map(({ invitationId, ...recipient }) => ({
      ...recipient,
      kind,
      dedupKey: [kind, invitationId, occasion].join(':'),
      topicId: meetingId,
      threadId: invitationId,
      sequence: null,
      params: {},
    })),
    now,
  );
}
