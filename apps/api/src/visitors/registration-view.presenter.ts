import { displayName } from '#directory';
import type { Language, Temporal } from '#kernel';
import type { MeetingFile } from '#meetings';
import { whereReaderOf } from '#participation';
import type { InvitationPageFacts, Registration } from '#participation';
import type { AnswerProblemView } from '../pages/views/invitation.view.js';
import type { RegistrationView } from '../pages/views/registration.view.js';
import type { TypedView } from '../pages/views/typed.view.js';
import { closedBecause, masked, presentAnswered, presentQuestions } from './invitation-view.presenter.js';
import { presentFiles, presentMeetingView } from './meeting-view.presenter.js';
import { presentMeetingFrame } from './page-frame.presenter.js';
import type { PageLinks } from './page-links.js';
import { qrCodeOf } from '../pages/qr-code.js';
import type { TypedAnswers } from './question-form.js';
import { presentSeats } from './seat-form.js';
import type { TypedSeats } from './seat-form.js';

export type RegistrationFacts = InvitationPageFacts & { readonly registration: Registration };

export interface RegistrationAsked {
  /** The address of the page, without a query. */
  readonly path: string;
  readonly language: Language;
  readonly now: Temporal.Instant;
  readonly links: PageLinks;
  readonly isSaved: boolean;
  readonly problem: AnswerProblemView | null;
  readonly answers: TypedAnswers;
  readonly seats: TypedSeats | null;
  /** All that was typed. */
  readonly typed: TypedView | null;
  readonly hasRegisteredThemselves: boolean;
  readonly hasCertificate: boolean;
  /** What invitees may have. */
  readonly files: readonly MeetingFile[];
}

const open: ReadonlySet<string> = new Set(['confirmed', 'waitlisted', 'awaiting_approval', 'tentative']);

/** Somebody's registration as its page shows it; null before they have answered. */
export function presentRegistration(
  facts: RegistrationFacts,
  asked: RegistrationAsked,
): RegistrationView | null {
  const { bundle, person, invitation, registration, ownZone } = facts;
  const { path, language, now, problem, links } = asked;
  const answered = presentAnswered(facts, language);
  if (answered === null) return null;
  const closed = closedBecause(facts, now);
  const can = waysOf(registration, closed);
  const isExpected = registration.state === 'confirmed' && closed !== 'cancelled';
  const reader = whereReaderOf(bundle.meeting, registration);
  return {
    frame: presentMeetingFrame(bundle, path, language),
    meeting: {
      ...presentMeetingView(bundle, language, now, reader),
      ...(ownZone !== null && { ownZone }),
      files: presentFiles(asked.files, links.invitation(invitation), language),
    },
    person: displayName(person),
    address: masked(person.address ?? ''),
    action: `${path}?lang=${language}`,
    calendarUrl: `${path}/meeting.ics?lang=${language}`,
    invitationUrl: `${links.invitation(invitation)}?lang=${language}`,
    answered,
    isSaved: asked.isSaved,
    can,
    kept: can.take || can.change ? null : asked.typed,
    closed,
    questions: presentQuestions(bundle.meeting.questions, asked.answers, language),
    seats: presentSeats(bundle.meeting.seating, registration, { typed: asked.seats, language }),
    problem,
    // Nobody comes to the door who takes part online.
    entry: isExpected && reader !== 'online' ? entryOf(facts, links) : null,
    hasRegisteredThemselves: asked.hasRegisteredThemselves,
    certificateUrl: asked.hasCertificate ? `${path}/certificate.pdf?lang=${language}` : null,
  };
}

function waysOf(
  { state }: Pick<Registration, 'state'>,
  closed: RegistrationView['closed'],
): RegistrationView['can'] {
  const isOpen = open.has(state);
  return {
    take: state === 'offered' && closed === null,
    change: isOpen && closed === null,
    cancel: isOpen && (closed === null || closed === 'answer-by'),
  };
}

function entryOf({ bundle, registration }: RegistrationFacts, links: PageLinks) {
  const code = links.entryCode({ meetingId: bundle.meeting.id, registrationId: registration.id });
  // Without dashes: a QR code holds capital letters and digits in less space.
  return { code, picture: qrCodeOf(code.replaceAll('-', '')) };
}
