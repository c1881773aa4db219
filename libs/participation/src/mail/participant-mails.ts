import type { Tx } from '#database';
import type { Id, Language, Temporal } from '#kernel';
import { writeMails } from '#mail';
import type { MailDraft } from '#mail';
import type { Meeting } from '#meetings';
import type { ConfirmedOutcome } from './templates/confirmation.mail.js';
import { JOIN_USABLE_ADDRESS } from './usable-address.sql.js';

/** The mails that participants get; each has a calendar part. */
export type ParticipantMailKind = 'invitation' | 'confirmation' | 'change' | 'cancellation' | 'withdrawal';

export interface ParticipantMails {
  readonly kind: ParticipantMailKind;
  readonly meeting: Pick<Meeting, 'id'>;
  /** Their `sequence` has been raised already where the mail needs it. */
  readonly invitationIds: readonly Id[];
  readonly now: Temporal.Instant;
  /** What a confirmation confirms, to all of them or to each. */
  readonly outcome?: ConfirmedOutcome | ReadonlyMap<Id, ConfirmedOutcome>;
  /** The `meeting_change` that a change or cancellation tells of. */
  readonly changeId?: Id;
  /** A short one, because a summary of a whole series tells the rest. */
  readonly briefly?: boolean;
  /** It follows from an answer to the whole series. */
  readonly standing?: boolean;
}

/** To whom a mail about an invitation goes, and how the invitation stands by now. */
export interface Recipient {
  readonly invitationId: Id;
  readonly personId: Id;
  readonly sequence: number;
  /** How often the registration was decided: each decision is told once. */
  readonly decisions: number | null;
  readonly language: Language;
  readonly address: string;
}

/**
 * Writes one mail per invitation in the caller's transaction, to the person's preferred usable address; people without
 * one get none. Unsent calendar mails of the same invitation are superseded.
 */
export async function writeParticipantMails(tx: Tx, mails: ParticipantMails): Promise<void> {
  await writeMailsTo(tx, await findRecipients(tx, mails.invitationIds), mails);
}

/** The same to recipients that the caller has read already. */
export async function writeMailsTo(
  tx: Tx,
  recipients: readonly Recipient[],
  mails: Omit<ParticipantMails, 'invitationIds'>,
): Promise<void> {
  await writeMails(
    tx,
    recipients.map((recipient) => draftOf(mails, recipient)),
    mails.now,
  );
}

function draftOf(mails: Omit<ParticipantMails, 'invitationIds'>, recipient: Recipient): MailDraft {
  const { kind, meeting, changeId, briefly = false, standing = false } = mails;
  const outcome =
    typeof mails.outcome === 'object' ? mails.outcome.get(recipient.invitationId) : mails.outcome;
  const { invitationId, personId, sequence, decisions, language, address } = recipient;
  const occasion = changeId ?? (kind === 'confirmation' ? String(decisions) : '');
  return {
    kind,
    dedupKey: [kind, invitationId, sequence, occasion].filter((part) => part !== '').join(':'),
    language,
    address,
    personId,
    topicId: meeting.id,
    threadId: invitationId,
    sequence,
    params: {
      ...(outcome !== undefined && { outcome }),
      ...(changeId !== undefined && { changeId }),
      ...(briefly && { briefly: 'yes' }),
      ...(standing && { standing: 'yes' }),
    },
  };
}

async function findRecipients(tx: Tx, invitationIds: readonly Id[]): Promise<readonly Recipient[]> {
  return tx.manager.query(
    `SELECT invitation.id AS "invitationId", person.id AS "personId", invitation.sequence,
            registration.decisions, person.language, usable.address
       FROM invitation
       JOIN person ON person.id = invitation.person_id
       LEFT JOIN registration ON registration.invitation_id = invitation.id
       ${JOIN_USABLE_ADDRESS}
      WHERE invitation.id = ANY($1)
      ORDER BY invitation.id`,
    [invitationIds],
  );
}
