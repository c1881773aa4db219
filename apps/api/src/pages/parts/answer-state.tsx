import type { ReactNode } from 'react';
import type { RegistrationState } from '#contracts';
import { formatList, type Translator } from '#i18n';
import type { AnsweredView } from '../views/invitation.view.js';
import { StateNotice, type NoticeTone } from './state-notice.js';
import { langOf } from './written.js';

const tones: Readonly<Record<RegistrationState, NoticeTone>> = {
  confirmed: 'good',
  waitlisted: 'wait',
  offered: 'wait',
  awaiting_approval: 'wait',
  tentative: 'calm',
  declined: 'calm',
  cancelled: 'calm',
};

interface AnswerStateProps {
  readonly answered: AnsweredView;
  readonly address: string;
  readonly t: Translator;
  readonly main?: boolean;
  readonly children?: ReactNode;
}

/** What became of the answer, and what happens next. */
export function AnswerState({ answered, address, t, main = false, children }: AnswerStateProps): ReactNode {
  const { state, toConfirmAgain, decisionNote } = answered;
  const stays = toConfirmAgain && state === 'confirmed';
  return (
    <StateNotice
      tone={stays ? 'wait' : tones[state]}
      sentence={stays ? t('pages.state.again') : sentenceOf(answered, t)}
      next={stays ? t('pages.state.again-next') : nextOf(answered, address, t)}
      main={main}
    >
      <Taken answered={answered} t={t} />
      {decisionNote !== null && <p>{t('pages.state.host-says', { note: decisionNote })}</p>}
      {children}
    </StateNotice>
  );
}

/** For what and for whom: the kind of seat and the companions, of those who have a seat or wait for one. */
function Taken({ answered, t }: Pick<AnswerStateProps, 'answered' | 't'>): ReactNode {
  const { state, seats, companions, kind } = answered;
  if (state === 'declined' || state === 'cancelled' || state === 'tentative') return null;
  const party = [
    // A confirmed party is counted in the sentence above.
    seats > 1 && state !== 'confirmed' ? t('seating.words.party', { count: seats }) : null,
    companions.length > 0 ? t('seating.words.with', { names: formatList(companions, t.language) }) : null,
  ].filter((part) => part !== null);
  if (kind === null && party.length === 0) return null;
  return (
    <p>
      {kind !== null && <strong {...langOf(kind, t.language)}>{kind.text}</strong>}
      {kind !== null && party.length > 0 && ' · '}
      {party.join(' · ')}
    </p>
  );
}

function sentenceOf(answered: AnsweredView, t: Translator): string {
  const { state, placeInLine, exceeded, cause, seats, substitute } = answered;
  if (cause === 'substitute')
    return t('pages.state.substitute', { name: substitute ?? t('pages.state.somebody') });
  if (cause !== null) return t(`pages.state.${cause}`);
  if (exceeded !== null) return t('pages.state.exceeds', { most: exceeded });
  if (state === 'offered' && seats > 1) return t('pages.state.offered-party', { count: seats });
  if (state === 'confirmed' && seats > 1) return t('pages.state.confirmed-party', { count: seats });
  return state === 'waitlisted' && placeInLine !== null
    ? t('pages.state.waitlisted-place', { place: placeInLine })
    : t(`pages.state.${state}`);
}

function nextOf(answered: AnsweredView, address: string, t: Translator): string {
  const { state, cause, offeredUntil, exceeded, seats } = answered;
  if (cause !== null) return t(`pages.state.${cause}-next`);
  if (exceeded !== null) return t('pages.state.exceeds-next');
  if (offeredUntil !== null) {
    return t(seats > 1 ? 'pages.state.offered-party-until' : 'pages.state.offered-until', {
      moment: offeredUntil,
    });
  }
  return t(`pages.state.${state}-next`, { address });
}
