import { Temporal, type Language } from '#kernel';
import { greeting } from '#i18n';
import type {
  MeetingFieldChange,
  MeetingMailProps,
  MeetingMailSlot,
  MeetingMailView,
} from './meeting-mail.view.js';

const description = {
  de: 'Vor einem Jahr haben wir vereinbart, uns regelmäßig auszutauschen. **Diesmal** stellt der Chemiecluster seinen Klebstoffverbund vor.\n\n- Begrüßung und Neues aus den Clustern\n- Projekt: [Klebstoffverbund](https://chemie.example)\n- Wie es im nächsten Jahr weitergeht',
  en: 'A year ago we agreed to meet regularly. **This time** the chemistry cluster presents its adhesives alliance.\n\n- Welcome and news from the clusters\n- Project: [adhesives alliance](https://chemie.example)\n- How we go on next year',
};

/** A meeting to show the templates with; people and addresses are invented. */
export function sampleMeeting(language: Language): MeetingMailProps {
  return {
    letterhead: {
      sender: 'Wirtschaftsinitiative Mitteldeutschland',
      colour: '#0b6b5d',
      siteUrl: 'https://jourfixe.example',
      imprint: ['Wirtschaftsinitiative Mitteldeutschland', 'Beispielstraße 1, 04103 Leipzig'],
    },
    meeting: {
      title:
        language === 'de' ? 'Erfahrungsaustausch der Clustermanagements' : 'Exchange of the cluster managers',
      when: {
        kind: 'timed',
        starts: Temporal.Instant.from('2027-03-04T09:00Z'),
        ends: Temporal.Instant.from('2027-03-04T12:00Z'),
        zone: 'Europe/Berlin',
      },
      zone: 'Europe/Berlin',
      hosts: ['Wirtschaftsinitiative Mitteldeutschland'],
      place: {
        name: 'Haus der Beispiele',
        room: 'Großer Saal',
        street: 'Beispielstraße 1',
        postcode: '04103',
        city: 'Leipzig',
      },
      online: 'none',
      onlineUrl: null,
      agenda: sampleAgenda(language),
      description: description[language],
      organiser: { name: 'Jana Grünberg', email: 'jana.gruenberg@initiative.example', phone: '0341 000000' },
      answerBy: Temporal.Instant.from('2027-02-18T22:59Z'),
    },
    calendarAnswersReachUs: false,
    party: null,
  };
}

function sampleAgenda(language: Language): MeetingMailView['agenda'] {
  const title = (de: string, en: string) => ({ text: language === 'de' ? de : en, language });
  return [
    {
      kind: 'talk',
      title: title('Neues aus den Clustern', 'News from the clusters'),
      speaker: null,
      time: { from: '10:00', until: '10:45' },
    },
    {
      kind: 'break',
      title: title('Kaffee', 'Coffee'),
      speaker: null,
      time: { from: '10:45', until: '11:00' },
    },
    {
      kind: 'project',
      title: title(
        'Klebstoffverbund: was kleine und mittlere Unternehmen gemeinsam prüfen',
        'Adhesives alliance: what small and medium enterprises test together',
      ),
      speaker: 'Dr. Mika Beispiel, Cluster Chemie/Kunststoffe',
      time: { from: '11:00', until: null },
    },
    {
      kind: 'discussion',
      title: title('Wie es weitergeht', 'How we go on'),
      speaker: null,
      time: null,
    },
  ];
}

/** What a change tells, to show the template with. */
export function sampleChanges(language: Language): { changes: MeetingFieldChange[]; note: string } {
  const german = language === 'de';
  return {
    changes: [
      {
        field: 'when',
        before: german
          ? 'Donnerstag, 25. Februar 2027, 10:00–13:00 Uhr MEZ'
          : 'Thursday, 25 February 2027, 10:00–13:00 CET',
        after: german
          ? 'Donnerstag, 4. März 2027, 10:00–13:00 Uhr MEZ'
          : 'Thursday, 4 March 2027, 10:00–13:00 CET',
      },
      {
        field: 'place',
        before: null,
        after: 'Haus der Beispiele, Großer Saal, Beispielstraße 1, 04103 Leipzig',
      },
      { field: 'description', before: null, after: null },
    ],
    note: german ? 'Der neue Termin liegt außerhalb der Ferien.' : 'The new date is outside the holidays.',
  };
}

/** A person to show the templates with. */
export function samplePerson(language: Language): Record<MeetingMailSlot, string> {
  const person = { title: 'Dr.', salutation: 'frau', givenName: 'Kim', familyName: 'Müller' } as const;
  return {
    greeting: greeting(person, language),
    link: 'https://jourfixe.example/i/abcdefghijklmnopqrstuvwxyz234567',
    reason:
      language === 'de'
        ? 'Sie erhalten diese Mail wegen Ihres Amtes: Clustermanagement (OptoNet).'
        : 'You receive this email because of your office: cluster manager (OptoNet).',
  };
}
