import { greeting } from '#i18n';
import { Temporal } from '#kernel';
import type { Language } from '#kernel';
import type { SlotValues } from '#mail';
import type { DecisionMailProps, PollMailSlot } from './poll-mail.view.js';

/** A poll to show the templates with; people and addresses are invented. */
export function samplePoll(language: Language): DecisionMailProps {
  const german = language === 'de';
  return {
    letterhead: {
      sender: 'Wirtschaftsinitiative Mitteldeutschland',
      colour: '#0b6b5d',
      siteUrl: 'https://jourfixe.example',
      imprint: ['Wirtschaftsinitiative Mitteldeutschland', 'Beispielstraße 1, 04103 Leipzig'],
    },
    title: german ? 'Erfahrungsaustausch der Clustermanagements' : 'Exchange of the cluster managers',
    description: german
      ? 'Wir suchen einen Termin für das **Frühjahr**.'
      : 'We are looking for a date in **spring**.',
    options: german
      ? ['Dienstag, 2. März 2027, 10:00–12:00 Uhr MEZ', 'Donnerstag, 4. März 2027, 10:00–12:00 Uhr MEZ']
      : ['Tuesday, 2 March 2027, 10:00–12:00 CET', 'Thursday, 4 March 2027, 10:00–12:00 CET'],
    deadline: german ? 'Mittwoch, 10. Februar 2027, 18:00 Uhr MEZ' : 'Wednesday, 10 February 2027, 18:00 CET',
    place: {
      name: 'Haus der Beispiele',
      room: null,
      street: 'Beispielstraße 1',
      postcode: '04103',
      city: 'Leipzig',
    },
    organiser: 'Jana Grünberg (jana.gruenberg@initiative.example)',
    when: {
      kind: 'timed',
      starts: Temporal.Instant.from('2027-03-04T09:00Z'),
      ends: Temporal.Instant.from('2027-03-04T11:00Z'),
      zone: 'Europe/Berlin',
    },
    day: german ? 'Do., 4. März 2027' : 'Thu, 4 Mar 2027',
    moves: false,
    note: german ? 'Danke für die schnellen Antworten.' : 'Thank you for answering so quickly.',
  };
}

/** A person to show the templates with. */
export function samplePerson(language: Language): SlotValues<PollMailSlot> {
  const person = { title: 'Dr.', salutation: 'frau', givenName: 'Kim', familyName: 'Müller' } as const;
  return {
    greeting: greeting(person, language),
    link: 'https://jourfixe.example/p/abcdefghijklmnopqrstuvwxyz234567',
    reason:
      language === 'de'
        ? 'Sie erhalten diese Mail, weil Wirtschaftsinitiative Mitteldeutschland Sie nach passenden Terminen fragt: OptoNet.'
        : 'You receive this email because Wirtschaftsinitiative Mitteldeutschland asks you which dates suit: OptoNet.',
  };
}
