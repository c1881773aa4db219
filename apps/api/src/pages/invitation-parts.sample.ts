import type { Language } from '#kernel';
import type { AnsweredView, InvitationView } from './views/invitation.view.js';
import type { TypedView } from './views/typed.view.js';

/** Two kinds of seats, and one companion of two. */
export function sampleSeats(language: Language): InvitationView['seats'] {
  const names = language === 'de' ? ['Vor Ort', 'Online'] : ['On site', 'Online'];
  return {
    companions: { most: 2, count: '1', names: 'Toni Beispiel' },
    contingents: names.map((text, index) => ({
      id: String(index),
      name: { text, language },
      isChosen: index === 0,
    })),
  };
}

/** A series that the meeting is a date of; `action`: the invitation's address. */
export function sampleSeries(action: string, standing: 'yes' | 'no' | null): InvitationView['series'] {
  const name = { text: 'Erfahrungsaustausch', language: 'de' } as const;
  return { name, url: '/s/erfahrungsaustausch', standing, action: `${action}/series` };
}

/** What an answer became. */
export function sampleAnswered(state: AnsweredView['state'] = 'confirmed'): AnsweredView {
  const answer = state === 'declined' ? 'no' : state === 'tentative' ? 'maybe' : 'yes';
  return {
    answer,
    state,
    placeInLine: state === 'waitlisted' ? 3 : null,
    exceeded: null,
    note: null,
    offeredUntil: state === 'offered' ? 'Freitag, 26. Februar 2027, 10:00 Uhr MEZ' : null,
    cause: null,
    decisionNote: null,
    seats: 1,
    companions: [],
    kind: null,
    toConfirmAgain: false,
    substitute: null,
  };
}

/** What somebody had typed when it was too late. */
export function sampleTyped(language: Language): TypedView {
  const words = (de: string, en: string) => ({ text: language === 'de' ? de : en, language });
  return {
    note: 'Ich käme gern, aber erst ab 10 Uhr.',
    people: [],
    kind: words('Vor Ort', 'On site'),
    companions: '1',
    companionNames: 'Toni Beispiel',
    answers: [{ id: '0', label: words('Kommen Sie mit der Bahn?', 'Do you come by train?'), text: 'ja' }],
  };
}
