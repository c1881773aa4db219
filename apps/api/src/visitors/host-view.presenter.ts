import { asLanguage } from '#i18n';
import { pickText } from '#kernel';
import type { Language, Temporal } from '#kernel';
import { nameIn } from '#meetings';
import type { HostLinkFacts } from '#series';
import type { HostState, HostView } from '../pages/views/host.view.js';
import { presentMeetingView } from './meeting-view.presenter.js';
import { presentFrame } from './page-frame.presenter.js';

export interface HostAsked {
  readonly token: string;
  readonly language: Language;
  readonly now: Temporal.Instant;
  readonly problem: HostView['problem'];
}

/** The reader's language, or, behind an office's mailbox, its institution's, unless another was asked for. */
export function hostsLanguage({ person, institution }: HostLinkFacts, asked: unknown): Language {
  return asLanguage(asked) ?? person?.language ?? institution.mainLanguage;
}

/** A host's page. */
export function presentHost(facts: HostLinkFacts, asked: HostAsked): HostView {
  const { institution, keeper, series, turn, swap, dates } = facts;
  const { token, language, now, problem } = asked;
  return {
    frame: presentFrame({
      language,
      languageLinks: { de: `/h/${token}?lang=de`, en: `/h/${token}?lang=en` },
      institution: { name: nameIn(keeper, language), colour: keeper.colour },
      indexed: false,
    }),
    kind: swap === null ? 'turn' : 'swap',
    series: pickText(series.name, language, keeper.mainLanguage).text,
    host: nameIn(institution, language),
    keeper: nameIn(keeper, language),
    dates: dates.map(({ bundle, host }) => ({
      meeting: presentMeetingView(bundle, language, now, 'invitee'),
      host: nameIn(host, language),
    })),
    action: `/h/${token}?lang=${language}`,
    deadline: turn?.confirmBy ?? swap?.consentBy ?? now,
    zone: series.zone,
    state: stateOf(facts, now),
    problem,
  };
}

function stateOf(facts: HostLinkFacts, now: Temporal.Instant): HostState | null {
  const { turn, swap, dates } = facts;
  const isOver = dates.some(
    ({ bundle: { meeting } }) =>
      meeting.state !== 'published' || meeting.startsAt.epochMilliseconds <= now.epochMilliseconds,
  );
  if (swap !== null) return swapState(facts, swap, isOver);
  if (turn === null || (turn.state === 'asked' && isOver)) return 'over';
  return turn.state === 'asked' ? null : turn.state;
}

function swapState(
  { link }: HostLinkFacts,
  swap: NonNullable<HostLinkFacts['swap']>,
  isOver: boolean,
): HostState | null {
  if (swap.state !== 'open') return `swap-${swap.state}`;
  if (isOver) return 'swap-withdrawn';
  const isFirst = link.institutionId === swap.firstHostId;
  const consentedAt = isFirst ? swap.firstConsentedAt : swap.secondConsentedAt;
  return consentedAt === null ? null : 'swap-waiting';
}
