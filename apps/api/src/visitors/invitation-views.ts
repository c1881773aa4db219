import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { findFilesFor } from '#meetings';
import { findOwnValues } from '#participation';
import type { InvitationPageFacts } from '#participation';
import { findMeetingSeries } from '#series';
import type { AnswerProblemView, InvitationView } from '../pages/views/invitation.view.js';
import type { TypedForm } from './answer-form.js';
import { inviteesLanguage, presentInvitation } from './invitation-view.presenter.js';
import type { Asked } from './open-invitation.js';
import { PageLinks } from './page-links.js';
import { presentTyped } from './typed-kept.js';

/** How an invitee's page is asked for. */
export interface PageAsked {
  readonly token: string;
  readonly asked: Asked;
  readonly problem: AnswerProblemView | null;
  /** What was typed; without it, what was answered before is shown. */
  readonly typed?: TypedForm;
}

/** What an invitee's page shows, with what is read for it besides the invitation. */
@Injectable()
export class InvitationViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly links: PageLinks,
  ) {}

  async of(facts: InvitationPageFacts, { token, asked, problem, typed }: PageAsked): Promise<InvitationView> {
    const language = inviteesLanguage(facts, asked.lang);
    const { meetingId, personId } = facts.invitation;
    const { reader } = this.unitOfWork;
    const series = await findMeetingSeries(reader, { meetingId, personId });
    const before = { values: await findOwnValues(reader, facts.invitation.id), problems: [] };
    return presentInvitation(facts, {
      token,
      language,
      now: this.clock.now(),
      chosen: asked.answer,
      problem,
      answers: typed?.answers ?? before,
      seats: typed?.seats ?? null,
      typed: typed === undefined ? null : presentTyped(facts.bundle.meeting, typed, language),
      series,
      files: await findFilesFor(reader, 'invited', [meetingId]),
      registrationUrl: this.links.registration(facts.registration),
    });
  }
}
