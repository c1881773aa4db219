import { Injectable } from '@nestjs/common';
import type { Actor, AuthorizedScope } from '#access';
import { Config } from '#config';
import type { ReminderPreviewDto } from '#contracts';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { displayName, findPeople } from '#directory';
import { translator } from '#i18n';
import { Clock } from '#kernel';
import type { Id, Language, Temporal } from '#kernel';
import { fillSlots, renderMail } from '#mail';
import { bundleMeetings, getMeeting } from '#meetings';
import type { Meeting, MeetingBundle } from '#meetings';
import { assertCanInviteTo } from '../invitations/invitation.policy.js';
import { letterProps } from '../mail/letter-props.js';
import { meetingMails } from '../mail/templates/meeting-mails.js';
import { whereReaderOf } from '../seats/where-reader.js';
import { auditMails, lockToWrite } from './mails-by-hand.js';
import { writePlanMails } from './plan-mails.js';
import { findPlanRecipients } from './plan-recipients.js';
import type { PlanRecipient } from './plan-recipients.js';

const MOST_PEOPLE = 100_000;

type ReadMail = ReminderPreviewDto['reads']['de'];

interface Reminding {
  readonly occasion: string;
  readonly toRemind: readonly PlanRecipient[];
  /** Who has got a reminder by hand today. */
  readonly remindedToday: number;
}

/** Reminds by hand whoever is silent. */
@Injectable()
export class RemindSilent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Whom a reminder would reach of these, or of all who are silent, and how it reads. Throws `meeting.not-found` and
   * whatever forbids inviting.
   */
  async preview(
    reader: Reader,
    scope: AuthorizedScope,
    { meetingId, among }: { meetingId: Id; among: readonly Id[] | null },
  ): Promise<ReminderPreviewDto> {
    const meeting = await getMeeting(reader, scope, meetingId);
    const now = this.clock.now();
    assertCanInviteTo(meeting, now);
    const { toRemind, remindedToday } = await findToRemind(reader, meeting, { among, now });
    const [bundle] = await bundleMeetings(reader, [meeting]);
    if (bundle === undefined) throw new Error('a meeting that was read is there');
    const { publicUrl: siteUrl } = this.config;
    const count = (language: Language) => toRemind.filter((one) => one.language === language).length;
    const people = await findPeople(
      reader,
      toRemind.map(({ personId }) => personId),
    );
    const byName = [...people.values()].toSorted((one, other) =>
      one.familyName.localeCompare(other.familyName, 'de'),
    );
    return {
      mails: { de: count('de'), en: count('en') },
      names: byName.map(displayName),
      remindedToday,
      reads: { de: readsAs(bundle, 'de', siteUrl), en: readsAs(bundle, 'en', siteUrl) },
    };
  }

  /**
   * Writes the mails and gives their number; whoever has answered, cannot be reached or was reminded by hand today gets
   * none, so that pressing twice sends nothing twice. Holds the meeting's row lock. Throws `meeting.not-found`,
   * `access.denied` and whatever forbids inviting.
   */
  async remind(actor: Actor, meetingId: Id, among: readonly Id[] | null): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const meeting = await lockToWrite(tx, actor, { meetingId, now });
      const { occasion, toRemind } = await findToRemind(tx, meeting, { among, now });
      await writePlanMails(tx, { kind: 'reminder', meetingId, occasion, now }, toRemind);
      await auditMails(tx, actor, { meetingId, now, action: 'meeting.remind', mails: toRemind.length });
      return toRemind.length;
    });
  }
}

async function findToRemind(
  reader: Reader,
  meeting: Meeting,
  { among, now }: { among: readonly Id[] | null; now: Temporal.Instant },
): Promise<Reminding> {
  const today = now.toZonedDateTimeISO(meeting.zone).toPlainDate();
  const occasion = `by-hand:${today.toString()}`;
  const silent = await findPlanRecipients(reader, {
    meetingId: meeting.id,
    who: 'silent',
    zones: null,
    meetingZone: meeting.zone,
    invitedBefore: null,
    among,
    after: null,
    limit: MOST_PEOPLE,
  });
  const done = await findReminded(reader, meeting.id, occasion);
  const toRemind = silent.filter(({ invitationId }) => !done.has(invitationId));
  return { occasion, toRemind, remindedToday: silent.length - toRemind.length };
}

/** A reminder with words in place of what is personal. */
function readsAs(bundle: MeetingBundle, language: Language, siteUrl: string): ReadMail {
  const t = translator(language);
  const { subject, text } = fillSlots(
    renderMail(
      meetingMails.reminder,
      letterProps(bundle, language, siteUrl, { party: null, reader: whereReaderOf(bundle.meeting, null) }),
      language,
    ),
    {
      greeting: t('mail-plan.slots.greeting'),
      link: t('mail-plan.slots.link'),
      reason: t('mail-plan.slots.reason'),
    },
  );
  return { subject, text };
}

async function findReminded(reader: Reader, meetingId: Id, occasion: string): Promise<ReadonlySet<Id>> {
  const rows: { id: Id }[] = await reader.manager.query(
    `SELECT invitation.id FROM invitation
       JOIN outgoing_mail AS mail ON mail.dedup_key = 'reminder:' || invitation.id || ':' || $2
      WHERE invitation.meeting_id = $1`,
    [meetingId, occasion],
  );
  return new Set(rows.map(({ id }) => id));
}
