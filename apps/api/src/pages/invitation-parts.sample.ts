import type { Language } from '#kernel';
import type { InvitationView } from './views/invitation.view.js';

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
