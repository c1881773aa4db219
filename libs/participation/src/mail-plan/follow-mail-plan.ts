import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { Clock, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting, Meeting } from '#meetings';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { AskDeputies } from '../deputies/ask-deputies.js';
import { findSilent } from '../deputies/ask-deputy.js';
import { MailPlanDue, scheduleMailPlan } from './plan-due.js';
import { writePlanMails } from './plan-mails.js';
import { findPlanRecipients, findZones } from './plan-recipients.js';
import { dueAt, dueSteps, nextDueAt, planSteps } from './plan-steps.js';
import type { PlanStep } from './plan-steps.js';

const PEOPLE_PER_TRANSACTION = 500;
/** Whoever was invited less long before a reminder was due has not had time to answer. */
const TIME_TO_ANSWER_HOURS = 48;

const RECIPIENTS = { reminder: 'silent', details: 'seated' } as const;

interface Sending {
  readonly meeting: Meeting;
  readonly step: PlanStep;
  readonly zones: readonly string[];
  readonly now: Temporal.Instant;
}

/** Sends what a meeting's mail plan says, when it is due by the clock of whom it goes to. */
@Injectable()
@HandlesDueWork(MailPlanDue)
export class FollowMailPlan implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly askDeputies: AskDeputies,
  ) {}

  /**
   * Sends what is due by now, 500 people in a transaction, and puts the next look down. What was due while nobody worked
   * is sent late, in decent hours, as long as it is of use. May run twice and at once: each mail is known by its step
   * and the meeting's day, so that it is written once.
   */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    const { reader } = this.unitOfWork;
    const meeting = await reader.manager.findOneBy(Meeting, { id: subjectId });
    if (meeting === null || meeting.state !== 'published') return;
    const now = this.clock.now();
    const zones = await findZones(reader, meeting);
    const steps = planSteps(meeting);
    for (const step of steps) {
      const ready = zones.filter((zone) => dueSteps(steps, zone, now).includes(step));
      if (ready.length > 0) await this.send({ meeting, step, zones: ready, now });
    }
    const moments = zones.flatMap((zone) => nextDueAt(steps, zone, now) ?? []);
    const [next] = moments.toSorted(Temporal.Instant.compare);
    if (next !== undefined) await this.unitOfWork.run((tx) => scheduleMailPlan(tx, [meeting.id], next));
  }

  private async send(sending: Sending): Promise<void> {
    const { step, meeting, zones } = sending;
    if (step.kind !== 'deputies') return this.mail(step.kind, sending);
    // An office has no clock of its own: its deputies are asked by the meeting's.
    if (zones.includes(meeting.zone)) await this.ask(sending);
  }

  private async mail(kind: Exclude<PlanStep['kind'], 'deputies'>, sending: Sending): Promise<void> {
    const { meeting, step, zones, now } = sending;
    const who = kind === 'follow-up' ? followUpTo(meeting) : RECIPIENTS[kind];
    const occasion = `${step.key}:${meeting.startsLocal.toPlainDate().toString()}`;
    let after: Id | null = null;
    do {
      after = await this.unitOfWork.run(async (tx): Promise<Id | null> => {
        const recipients = await findPlanRecipients(tx, {
          meetingId: meeting.id,
          who,
          zones,
          meetingZone: meeting.zone,
          invitedBefore: kind === 'reminder' ? timeToAnswer(sending) : null,
          among: null,
          after,
          limit: PEOPLE_PER_TRANSACTION,
        });
        await writePlanMails(tx, { kind, meetingId: meeting.id, occasion, now }, recipients);
        return recipients.at(-1)?.invitationId ?? null;
      });
    } while (after !== null);
  }

  private async ask({ meeting: { id }, now }: Sending): Promise<void> {
    const silent = await this.unitOfWork.run((tx) => findSilent(tx, id, null));
    for (let start = 0; start < silent.length; start += PEOPLE_PER_TRANSACTION) {
      const part = silent.slice(start, start + PEOPLE_PER_TRANSACTION);
      await this.unitOfWork.run(async (tx) => {
        const meeting = await lockMeeting(tx, id);
        if (meeting.state !== 'published') return;
        const still = await findSilent(tx, id, part);
        await this.askDeputies.ask(tx, meeting, still, { actor: systemActor(), now });
      });
    }
  }
}

function followUpTo({ mailPlan }: Meeting): 'came' | 'invited' {
  return mailPlan.followUp?.to === 'invited' ? 'invited' : 'came';
}

function timeToAnswer({ step, meeting }: Sending): Temporal.Instant {
  return dueAt(step, meeting.zone).subtract({ hours: TIME_TO_ANSWER_HOURS });
}
