import { sensitiveKinds } from '#contracts';
import type { Question } from '#contracts';
import { displayName } from '#directory';
import { asLanguage, formatMoment } from '#i18n';
import { pickText } from '#kernel';
import type { Language, PickedText, Temporal } from '#kernel';
import { wordsOf } from '#meetings';
import type { Meeting, MeetingFile } from '#meetings';
import { answersDueAt, chainRefusalOf, colleaguesLeft, whereReaderOf } from '#participation';
import type { InvitationPageFacts, Registration } from '#participation';
import type { MeetingSeries } from '#series';
import type {
  AnsweredView,
  AnswerProblemView,
  InvitationView,
  MeetingSeriesView,
  QuestionView,
  TokenProblemView,
} from '../pages/views/invitation.view.js';
import type { PageFrame } from '../pages/views/page-frame.view.js';
import type { TypedView } from '../pages/views/typed.view.js';
import { presentFiles, presentMeetingView } from './meeting-view.presenter.js';
import { pathIn, presentMeetingFrame } from './page-frame.presenter.js';
import { fieldOf } from './question-form.js';
import type { TypedAnswers } from './question-form.js';
import { presentSeats } from './seat-form.js';
import type { TypedSeats } from './seat-form.js';

export interface InvitationAsked {
  readonly token: string;
  readonly language: Language;
  readonly now: Temporal.Instant;
  /** `?answer=`: the choice taken in the mail. */
  readonly chosen: unknown;
  readonly problem: AnswerProblemView | null;
  /** What was typed, or answered before, to the meeting's questions. */
  readonly answers: TypedAnswers;
  /** What was typed of companions and the kind of seat; null: nothing yet. */
  readonly seats: TypedSeats | null;
  /** All that was typed. */
  readonly typed: TypedView | null;
  /** The series that the meeting is a date of. */
  readonly series: MeetingSeries | null;
  /** What invitees may have. */
  readonly files: readonly MeetingFile[];
  /** The page of their registration, without a query. */
  readonly registrationUrl: string | null;
}

/** The language of the invitee, unless another was asked for. */
export function inviteesLanguage({ person }: InvitationPageFacts, asked: unknown): Language {
  return asLanguage(asked) ?? person.language;
}

/** The invitee's page. */
export function presentInvitation(facts: InvitationPageFacts, asked: InvitationAsked): InvitationView {
  const { bundle, person, ownZone } = facts;
  const { meeting } = bundle;
  const { token, language, now, problem } = asked;
  const closed = closedBecause(facts, now);
  const isPublic = meeting.visibility === 'public' || meeting.visibility === 'unlisted';
  return {
    frame: invitationFrame(facts, token, language),
    meeting: {
      ...presentMeetingView(bundle, language, now, whereReaderOf(meeting, facts.registration)),
      ...(ownZone !== null && { ownZone }),
      files: presentFiles(asked.files, `/i/${token}`, language),
    },
    person: displayName(person),
    inPlaceOf: facts.inPlaceOf,
    substituteUrl: canPassOn(facts) ? `/i/${token}/substitute?lang=${language}` : null,
    colleagues: presentColleagues(facts, asked),
    address: masked(person.address ?? ''),
    action: `/i/${token}?lang=${language}`,
    calendarUrl: `/i/${token}/meeting.ics?lang=${language}`,
    publicUrl: isPublic ? pathIn(language, `/m/${meeting.slug}`) : null,
    answerBy: answersDueAt(meeting, facts.invitation),
    zone: meeting.zone,
    closed,
    answered: presentAnswered(facts, language),
    chosen: chosenAnswer(asked.chosen),
    problem,
    kept: closed === null ? null : asked.typed,
    seats: presentSeats(meeting.seating, facts.registration, { typed: asked.seats, language }),
    questions: presentQuestions(meeting.questions, asked.answers, language),
    registrationUrl: asked.registrationUrl && `${asked.registrationUrl}?lang=${language}`,
    series: asked.series && presentSeries(asked.series, token, language),
  };
}

/** What the host asks, with what was typed or answered before. */
export function presentQuestions(
  questions: readonly Question[],
  { values, problems }: TypedAnswers,
  language: Language,
): readonly QuestionView[] {
  return questions.map(({ id, kind, label, options, required }) => ({
    id,
    field: fieldOf({ id }),
    kind,
    label: pickText(label, language),
    options: options.map((option) => ({ id: option.id, label: pickText(option.label, language) })),
    required,
    isSensitive: sensitiveKinds.has(kind),
    value: values[id] ?? null,
    problem: problems.find(({ questionId }) => questionId === id)?.code ?? null,
  }));
}

function presentSeries(
  { name, slug, open, standing }: MeetingSeries,
  token: string,
  language: Language,
): MeetingSeriesView {
  return {
    name: pickText(name, language),
    url: open ? pathIn(language, `/s/${slug}`) : null,
    standing,
    action: `/i/${token}/series?lang=${language}`,
  };
}

/** What became of the answer; null before one. */
export function presentAnswered(
  { invitation, registration, placeInLine, exceeds, bundle, substitute }: InvitationPageFacts,
  language: Language,
): AnsweredView | null {
  const { answer, answerNote, toConfirmAgain } = invitation;
  if (answer === null || registration === null) return null;
  const { state, offeredUntil, cause, decisionNote, seats, companions } = registration;
  return {
    answer,
    state,
    placeInLine,
    exceeded: exceeds?.most ?? null,
    note: answerNote,
    offeredUntil: offeredUntil && formatMoment(offeredUntil, bundle.meeting.zone, language),
    cause,
    substitute,
    decisionNote,
    seats,
    companions: companions.filter((name) => name !== ''),
    kind: kindOf(bundle.meeting, registration, language),
    toConfirmAgain,
  };
}

/** Whoever has named no kind has a seat of the first. */
function kindOf(
  { seating: { contingents } }: Pick<Meeting, 'seating'>,
  { contingentId }: Pick<Registration, 'contingentId'>,
  language: Language,
): PickedText | null {
  const contingent = contingents.find(({ id }) => id === contingentId) ?? contingents[0];
  return contingents.length < 2 || contingent === undefined ? null : pickText(contingent.name, language);
}

function presentColleagues(
  facts: InvitationPageFacts,
  { token, language, now }: InvitationAsked,
): InvitationView['colleagues'] {
  const { bundle, invitation, colleagues } = facts;
  const left = colleaguesLeft(bundle.meeting.seating, invitation, colleagues.length);
  const isOpen = left > 0 && closedBecause(facts, now) === null;
  if (colleagues.length === 0 && !isOpen) return null;
  return {
    people: colleagues.map(({ name, state }) => ({ name, state })),
    url: isOpen ? `/i/${token}/colleagues?lang=${language}` : null,
  };
}

/** Whether a colleague may be named, as long as answers are taken. */
function canPassOn({ bundle, invitation, registration }: InvitationPageFacts): boolean {
  const isOpen = invitation.answer !== 'substitute' && registration?.cause !== 'refused';
  return isOpen && chainRefusalOf(bundle.meeting.seating, invitation) === null;
}

/** What stands around a page of this invitation. */
export function invitationFrame(
  { bundle }: InvitationPageFacts,
  token: string,
  language: Language,
): PageFrame {
  return presentMeetingFrame(bundle, `/i/${token}`, language);
}

/** A token that opens nothing any more, with the person to ask. */
export function presentTokenProblem(
  facts: InvitationPageFacts,
  problem: TokenProblemView['problem'],
  asked: Pick<InvitationAsked, 'token' | 'language'>,
): TokenProblemView {
  const frame = invitationFrame(facts, asked.token, asked.language);
  return { frame, problem, contact: wordsOf(facts.bundle, asked.language).organiser };
}

/** Why nothing can be answered any more, or null. */
export function closedBecause(
  { bundle: { meeting }, invitation, registration }: InvitationPageFacts,
  now: Temporal.Instant,
): InvitationView['closed'] {
  if (meeting.state === 'cancelled') return 'cancelled';
  if (meeting.endsAt.epochMilliseconds < now.epochMilliseconds) return 'over';
  // Whoever is offered a seat may take it as long as it is held.
  if (registration?.state === 'offered') return null;
  const dueAt = answersDueAt(meeting, invitation);
  return dueAt !== null && dueAt.epochMilliseconds < now.epochMilliseconds ? 'answer-by' : null;
}

function chosenAnswer(value: unknown): InvitationView['chosen'] {
  return value === 'yes' || value === 'no' || value === 'maybe' ? value : null;
}

/** Enough to recognise one's own address, too little to learn another's. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '' : `${address.charAt(0)}…${address.slice(at)}`;
}
