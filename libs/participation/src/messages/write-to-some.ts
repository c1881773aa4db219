import { Injectable } from '@nestjs/common';
import type { Actor, AuthorizedScope } from '#access';
import { scopeOf } from '#access';
import { Config } from '#config';
import type { MessageInput, MessagePreviewDto } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { displayName, findPeople } from '#directory';
import { translator } from '#i18n';
import { Clock, DomainError, newId } from '#kernel';
import type { Id, Language } from '#kernel';
import { fillSlots } from '#mail';
import { assertMayWith, bundleMeetings, getMeeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { scheduleDueWork, startOperation } from '#queue';
import { auditMails } from '../mail-plan/mails-by-hand.js';
import { MeetingMessage } from '../tables/meeting-message.entity.js';
import { MeetingMessageRecipient } from '../tables/meeting-message-recipient.entity.js';
import { whereReaderOf } from '../seats/where-reader.js';
import { renderMessage } from './message.mail.renderer.js';
import { MessageRunDue } from './message-run.js';
import { findMessageRecipients, reachable, recipientsKey } from './message-recipients.js';

const MOST_SHOWN = 1000;

interface Sending {
  readonly meetingId: Id;
  readonly message: MessageInput;
  /** What the host has seen; null: whoever it is now. */
  readonly recipientsKey: string | null;
}

/** A host writes to any part of those invited. */
@Injectable()
export class WriteToSome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Whom it would reach and how it reads. Throws `meeting.not-found`. */
  async preview(
    reader: Reader,
    scope: AuthorizedScope,
    { meetingId, message }: Pick<Sending, 'meetingId' | 'message'>,
  ): Promise<MessagePreviewDto> {
    const meeting = await getMeeting(reader, scope, meetingId);
    const people = await findMessageRecipients(reader, meetingId, message.recipients);
    const reached = reachable(people);
    const [bundle] = await bundleMeetings(reader, [meeting]);
    if (bundle === undefined) throw new Error('a meeting that was read is there');
    const count = (language: Language) => reached.filter((one) => one.language === language).length;
    return {
      people: await named(reader, people.slice(0, MOST_SHOWN)),
      mails: { de: count('de'), en: count('en') },
      unreachable: people.length - reached.length,
      recipientsKey: recipientsKey(people),
      reads: { de: this.readsAs(bundle, message, 'de'), en: this.readsAs(bundle, message, 'en') },
    };
  }

  /**
   * Settles who gets it and starts an operation that writes the mails; gives the operation's id. Throws
   * `meeting.not-found`, `message.nobody`, and `message.recipients-changed` when it would reach others than were seen.
   */
  async send(actor: Actor, { meetingId, message, recipientsKey: seen }: Sending): Promise<Id> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const meeting = await getMeeting(tx, scopeOf(actor, 'meeting.invite'), meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      const people = await findMessageRecipients(tx, meetingId, message.recipients);
      if (seen !== null && seen !== recipientsKey(people))
        throw new DomainError('message.recipients-changed');
      const reached = reachable(people);
      if (reached.length === 0) throw new DomainError('message.nobody');
      const { subject, text } = message;
      const row = { id: newId(), meetingId, subject, text, writtenBy: actor.personId, writtenAt: now };
      await insertRows(tx, MeetingMessage, [row]);
      await settle(
        tx,
        row.id,
        reached.map(({ invitationId }) => invitationId),
      );
      const action = 'meeting.send-message';
      await auditMails(tx, actor, { meetingId, now, action, mails: reached.length });
      const total = reached.length;
      const params = { messageId: row.id, after: null };
      const made = { kind: 'message', params, createdBy: actor.personId, createdAt: now, total };
      const operationId = await startOperation(tx, made);
      await scheduleDueWork(tx, MessageRunDue, [{ subjectId: operationId, dueAt: now, payload: {} }]);
      return operationId;
    });
  }

  /** With words in place of what is personal. */
  private readsAs(bundle: MeetingBundle, message: MessageInput, language: Language) {
    const t = translator(language);
    const { publicUrl: siteUrl } = this.config;
    const reader = whereReaderOf(bundle.meeting, null);
    return fillSlots(renderMessage(bundle, message, { language, siteUrl, reader }), {
      greeting: t('mail-plan.slots.greeting'),
      link: t('mail-plan.slots.link'),
      reason: t('mail-plan.slots.reason'),
    });
  }
}

async function settle(tx: Tx, messageId: Id, invitationIds: readonly Id[]): Promise<void> {
  await insertRows(
    tx,
    MeetingMessageRecipient,
    invitationIds.map((invitationId) => ({ messageId, invitationId })),
  );
}

async function named(
  reader: Reader,
  recipients: Awaited<ReturnType<typeof findMessageRecipients>>,
): Promise<MessagePreviewDto['people']> {
  const people = await findPeople(
    reader,
    recipients.map(({ personId }) => personId),
  );
  const found = recipients.flatMap((recipient) => {
    const person = people.get(recipient.personId);
    return person === undefined ? [] : [{ recipient, person }];
  });
  return found
    .toSorted((one, other) => one.person.familyName.localeCompare(other.person.familyName, 'de'))
    .map(({ recipient: { invitationId, language, address }, person }) => ({
      invitationId,
      person: { id: person.id, name: displayName(person) },
      language,
      reachable: address !== null,
    }));
}
