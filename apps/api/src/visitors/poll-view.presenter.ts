import type { VoteValue } from '#contracts';
import { displayName } from '#directory';
import { asLanguage } from '#i18n';
import { pickText } from '#kernel';
import type { Language, Temporal } from '#kernel';
import { nameIn } from '#meetings';
import { isOpen, whenOfOption } from '#polls';
import type { PollPageFacts } from '#polls';
import type { PageFrame } from '../pages/views/page-frame.view.js';
import type { PollView } from '../pages/views/poll.view.js';
import { coverageOf } from '../polls/poll.presenter.js';
import { presentFrame } from './page-frame.presenter.js';

export interface PollAsked {
  readonly token: string;
  readonly language: Language;
  readonly now: Temporal.Instant;
  readonly saved: boolean;
  /** What was sent and could not be saved. */
  readonly sent: {
    readonly votes: Readonly<Record<string, VoteValue>>;
    readonly note: string;
    readonly code: string;
  } | null;
}

/** The language of the participant, unless another was asked for. */
export function participantsLanguage({ person }: PollPageFacts, asked: unknown): Language {
  return asLanguage(asked) ?? person.language;
}

/** The participant's page. */
export function presentPoll(facts: PollPageFacts, asked: PollAsked): PollView {
  const { bundle, participant, person, others } = facts;
  const { poll, institution } = bundle;
  const { token, language, now, sent } = asked;
  const votes = sent?.votes ?? facts.votes;
  const options = presentOptions(facts, votes);
  return {
    frame: pollFrame(facts, token, language),
    title: pickText(poll.title, language, institution.mainLanguage),
    description: poll.description && pickText(poll.description, language, institution.mainLanguage),
    host: nameIn(institution, language),
    person: displayName(person),
    contact: contactOf(facts),
    place: poll.place,
    zone: poll.zone,
    deadline: poll.deadlineAt,
    action: `/p/${token}?lang=${language}`,
    state: stateOf(facts, now),
    options,
    answeredAt: participant.answeredAt,
    note: sent?.note ?? participant.note ?? '',
    saved: asked.saved && participant.answeredAt !== null,
    problem: sent === null ? null : { code: sent.code, field: fieldOf(sent.code, options) },
    others,
  };
}

function presentOptions(
  { bundle: { poll, options }, countsOf, clusters }: PollPageFacts,
  votes: Readonly<Record<string, VoteValue>>,
): PollView['options'] {
  return options.map((option) => ({
    id: option.id,
    when: whenOfOption(poll, option),
    own: votes[option.id] ?? null,
    ...countsOf(option.id),
    coverage: coverageOf(option, clusters),
    taken: option.id === poll.takenOptionId,
  }));
}

function stateOf({ bundle: { poll } }: PollPageFacts, now: Temporal.Instant): PollView['state'] {
  if (poll.state === 'decided') return 'decided';
  return isOpen(poll, now) ? 'open' : 'closed';
}

/** Where the reader has to go on: the first date without a choice. */
function fieldOf(code: string, options: PollView['options']): string {
  const missing = options.find(({ own }) => own === null);
  return code === 'poll.vote-missing' && missing !== undefined ? `option-${missing.id}` : 'question';
}

/** What stands around a page of this poll. */
function pollFrame({ bundle: { institution } }: PollPageFacts, token: string, language: Language): PageFrame {
  return presentFrame({
    language,
    languageLinks: { de: `/p/${token}?lang=de`, en: `/p/${token}?lang=en` },
    institution: { name: nameIn(institution, language), colour: institution.colour },
    indexed: false,
  });
}

function contactOf({ bundle: { organiser } }: PollPageFacts): string | null {
  if (organiser === null) return null;
  const way = organiser.address ?? organiser.phone;
  return way === null ? displayName(organiser) : `${displayName(organiser)} (${way})`;
}
