import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { writeAudit } from '#audit';
import { Config } from '#config';
import type { AskingInput, AuditVerb, ReminderPreviewDto } from '#contracts';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { translator } from '#i18n';
import { Clock } from '#kernel';
import type { Id, Language, Temporal } from '#kernel';
import { fillSlots, renderMail } from '#mail';
import { assertMayWith, bundleMeetings, listMeetingInstitutions, lockMeeting } from '#meetings';
import type { Meeting, MeetingBundle } from '#meetings';
import { assertAskable, sourceOf } from '../invitations/asked-audience.js';
import { assertCanInviteTo } from '../invitations/invitation.policy.js';
import { letterProps } from '../mail/letter-props.js';
import { meetingMails } from '../mail/templates/meeting-mails.js';
import { writePlanMails } from './plan-mails.js';
import { findPlanRecipients } from './plan-recipients.js';
import type { PlanRecipient } from './plan-recipients.js';
import { writeSaveTheDates } from './save-the-date.js';

const MOST_PEOPLE = 100_000;

type ReadMail = ReminderPreviewDto['reads']['de'];

interface Reminding {
  readonly meeting: Meeting;
  readonly now: Temporal.Instant;
  readonly occasion: string;
  readonly toRemind: readonly PlanRecipient[];
  /** Who has got a reminder by hand today. */
  readonly remindedToday: number;
}

/** Reminds by hand whoever is silent, or asks an audience to keep the day free. */
@Injectable()
export class RemindSilent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Whom a reminder would reach of these, or of all who are silent, and how it reads. Throws what `remind` does. */
  async preview(actor: Actor, meetingId: Id, among: readonly Id[] | null): Promise<ReminderPreviewDto> {
    return this.unitOfWork.run(async (tx) => {
      const { meeting, toRemind, remindedToday } = await this.prepare(tx, actor, meetingId, among);
      const [bundle] = await bundleMeetings(tx, [meeting]);
      if (bundle === undefined) throw new Error('a locked meeting is there');
      const { publicUrl: siteUrl } = this.config;
      const count = (language: 'de' | 'en') => toRemind.filter((one) => one.language === language).length;
      return {
        mails: { de: count('de'), en: count('en') },
        remindedToday,
        reads: { de: readsAs(bundle, 'de', siteUrl), en: readsAs(bundle, 'en', siteUrl) },
      };
    });
  }

  /**
   * Writes the mails and gives their number; whoever has answered, cannot be reached or was reminded by hand today gets
   * none, so that pressing twice sends nothing twice. Holds the meeting's row lock. Throws `meeting.not-found`,
   * `access.denied` and whatever forbids inviting.
   */
  async remind(actor: Actor, meetingId: Id, among: readonly Id[] | null): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const { occasion, toRemind, now } = await this.prepare(tx, actor, meetingId, among);
      await writePlanMails(tx, { kind: 'reminder', meetingId, occasion, now }, toRemind);
      await audit(tx, actor, { meetingId, now, action: 'meeting.remind', mails: toRemind.length });
      return toRemind.length;
    });
  }

  /** Asks an audience to keep the day free and gives the number of mails. Throws as `remind`, and what is no audience. */
  async saveTheDate(actor: Actor, meetingId: Id, { audience, settings }: AskingInput): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const meeting = await lockMeeting(tx, meetingId);
      await assertMayWith(tx, actor, 'meeting.invite', meeting);
      const now = this.clock.now();
      assertCanInviteTo(meeting, now);
      await assertAskable(tx, actor, audience);
      const asked = { ...sourceOf(audience), successors: settings.successors };
      const mails = await writeSaveTheDates(tx, meeting, asked, now);
      await audit(tx, actor, { meetingId, now, action: 'meeting.save-the-date', mails });
      return mails;
    });
  }

  private async prepare(
    tx: Tx,
    actor: Actor,
    meetingId: Id,
    among: readonly Id[] | null,
  ): Promise<Reminding> {
    const meeting = await lockMeeting(tx, meetingId);
    await assertMayWith(tx, actor, 'meeting.invite', meeting);
    const now = this.clock.now();
    assertCanInviteTo(meeting, now);
    const today = now.toZonedDateTimeISO(meeting.zone).toPlainDate();
    const occasion = `by-hand:${today.toString()}`;
    const silent = await findPlanRecipients(tx, {
      meetingId,
      who: 'silent',
      zones: null,
      meetingZone: meeting.zone,
      invitedBefore: null,
      among,
      after: null,
      limit: MOST_PEOPLE,
    });
    const done = await findReminded(tx, meetingId, occasion);
    const toRemind = silent.filter(({ invitationId }) => !done.has(invitationId));
    return { meeting, now, occasion, toRemind, remindedToday: silent.length - toRemind.length };
  }
}

/** A reminder with words in place of what is personal. */
function readsAs(bundle: MeetingBundle, language: Language, siteUrl: string): ReadMail {
  const t = translator(language);
  const { subject, text } = fillSlots(
    renderMail(meetingMails.reminder, letterProps(bundle, language, siteUrl), language),
    {
      greeting: t('mail-plan.slots.greeting'),
      link: t('mail-plan.slots.link'),
      reason: t('mail-plan.slots.reason'),
    },
  );
  return { subject, text };
}

async function findReminded(tx: Tx, meetingId: Id, occasion: string): Promise<ReadonlySet<Id>> {
  const rows: { id: Id }[] = await tx.manager.query(
    `SELECT invitation.id FROM invitation
       JOIN outgoing_mail AS mail ON mail.dedup_key = 'reminder:' || invitation.id || ':' || $2
      WHERE invitation.meeting_id = $1`,
    [meetingId, occasion],
  );
  return new Set(rows.map(({ id }) => id));
}

async function audit(
  tx: Tx,
  actor: Actor,
  done: { meetingId: Id; now: Temporal.Instant; action: `meeting.${AuditVerb<'meeting'>}`; mails: number },
): Promise<void> {
  await writeAudit(tx, [
    {
      at: done.now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: done.action,
      subjectKind: 'meeting',
      subjectId: done.meetingId,
      institutionIds: await listMeetingInstitutions(tx, done.meetingId),
      after: { mails: done.mails },
      requestId: actor.requestId,
    },
  ]);
}
