import type { ReactElement } from 'react';
import { Temporal, type Language, type PickedText } from '#kernel';
import { AnsweredPage } from './answered.page.js';
import { doorProblemPages } from './door-pages.sample.js';
import { namedPages } from './named-pages.sample.js';
import { HomePage } from './home.page.js';
import { hostPages } from './host-pages.sample.js';
import { InstitutionPage } from './institution.page.js';
import { SeriesPage } from './series.page.js';
import { InvitationPage } from './invitation.page.js';
import { MeetingPage } from './meeting.page.js';
import { refusalPages } from './refusal-pages.sample.js';
import { sampleAnswered, sampleSeats, sampleSeries, sampleTyped } from './invitation-parts.sample.js';
import { registeringPages } from './registering-pages.sample.js';
import { sampleQuestions } from './questions.sample.js';
import type { AnsweredView, InvitationView } from './views/invitation.view.js';
import type { MeetingItemView, MeetingView } from './views/meeting.view.js';
import type { PageFrame } from './views/page-frame.view.js';

const token = 'abcdefghijklmnopqrstuvwxyz234567';
const action = `/i/${token}`;
const feedUrl = 'https://jourfixe.example/feeds/networks/mitteldeutschland.ics';
const organiser = { name: 'Jana Grünberg', email: 'jana.gruenberg@initiative.example', phone: '0341 000000' };
const clusters = [
  'ACOD – Automotive Cluster Ostdeutschland',
  'Biotechnologie und Life Sciences',
  'Chemie und Kunststoffe',
  'Informationstechnologie',
  'Solarvalley Mitteldeutschland',
  'OptoNet',
  'Netzwerk Logistik Leipzig-Halle',
];

/** The frame of the sample pages. */
export function sampleFrame(language: Language, indexed = false): PageFrame {
  return {
    language,
    languageLinks: { de: '?lang=de', en: '?lang=en' },
    site: {
      name: 'Jourfixe',
      home: language === 'de' ? '/' : '/en/',
      imprint: ['Wirtschaftsinitiative Mitteldeutschland', 'Beispielstraße 1, 04103 Leipzig'],
    },
    colour: '#0b6b5d',
    indexed,
  };
}

/** A meeting to show the pages with; people and addresses are invented. */
export function sampleMeetingView(language: Language): MeetingView {
  const both = (de: string, en: string): PickedText => ({ text: language === 'de' ? de : en, language });
  return {
    title: both('Erfahrungsaustausch der Clustermanagements', 'Exchange of the cluster managers'),
    description: both(
      'Vor einem Jahr haben wir vereinbart, uns regelmäßig auszutauschen. **Diesmal** stellt der Chemiecluster seinen Klebstoffverbund vor.\n\n- Begrüßung und Neues aus den Clustern\n- Projekt: [Klebstoffverbund](https://chemie.example)\n- Wie es im nächsten Jahr weitergeht',
      'A year ago we agreed to meet regularly. **This time** the chemistry cluster presents its adhesives alliance.\n\n- Welcome and news from the clusters\n- Project: [adhesives alliance](https://chemie.example)\n- How we go on next year',
    ),
    agenda: [
      {
        kind: 'talk',
        title: both('Neues aus den Clustern', 'News from the clusters'),
        speaker: null,
        time: { from: '10:00', until: '10:45' },
      },
      {
        kind: 'break',
        title: both('Kaffee', 'Coffee'),
        speaker: null,
        time: { from: '10:45', until: '11:00' },
      },
      {
        kind: 'project',
        title: both('Klebstoffverbund', 'Adhesives alliance'),
        speaker: 'Dr. Mika Beispiel, Cluster Chemie/Kunststoffe',
        time: { from: '11:00', until: null },
      },
      {
        kind: 'discussion',
        title: { text: 'Wie es weitergeht', language: 'de' },
        speaker: null,
        time: null,
      },
    ],
    when: {
      kind: 'timed',
      starts: Temporal.Instant.from('2027-03-04T09:00Z'),
      ends: Temporal.Instant.from('2027-03-04T12:00Z'),
      zone: 'Europe/Berlin',
    },
    today: Temporal.PlainDate.from('2027-02-20'),
    hosts: ['Wirtschaftsinitiative Mitteldeutschland'],
    organiser,
    place: {
      name: 'Haus der Beispiele',
      room: 'Großer Saal',
      street: 'Beispielstraße 1',
      postcode: '04103',
      city: 'Leipzig',
    },
    directions: null,
    othersMeetAt: null,
    online: 'none',
    onlineUrl: null,
    state: 'published',
    attending: null,
    files: [{ url: '/m/beispiel/files/1', name: 'Folien.pdf', size: '1,2 MB' }],
  };
}

/** An invitation that waits for its answer. */
export function sampleInvitation(language: Language): InvitationView {
  return {
    frame: sampleFrame(language),
    meeting: sampleMeetingView(language),
    person: 'Dr. Kim Müller',
    address: 'kim.mueller@optonet.example',
    action,
    calendarUrl: `${action}/meeting.ics`,
    publicUrl: '/m/erfahrungsaustausch-2027',
    answerBy: Temporal.Instant.from('2027-02-25T22:59Z'),
    zone: 'Europe/Berlin',
    closed: null,
    answered: null,
    chosen: null,
    problem: null,
    kept: null,
    questions: [],
    inPlaceOf: null,
    colleagues: null,
    substituteUrl: `${action}/substitute`,
    seats: { companions: null, contingents: [] },
    registrationUrl: '/r/abcdefghijklmnopqrstuvwxyz234567',
    series: null,
  };
}

/** Every page in every state worth looking at, by name. */
export function samplePages(language: Language): Record<string, ReactElement> {
  return {
    ...invitationPages(language),
    ...hostPages(sampleFrame(language), sampleMeetingView(language)),
    ...namedPages(sampleInvitation(language), action),
    ...publicPages(language),
    ...registeringPages(sampleFrame(language), sampleMeetingView(language)),
    ...doorProblemPages(sampleFrame(language)),
    ...refusalPages({ ...sampleFrame(language), colour: null }, organiser),
  };
}

function invitationPages(language: Language): Record<string, ReactElement> {
  const view = sampleInvitation(language);
  const answered = (state: AnsweredView['state'], more: Partial<AnsweredView> = {}) => (
    <InvitationPage view={{ ...view, answered: { ...sampleAnswered(state), ...more } }} />
  );
  const after = (state: AnsweredView['state']) => (
    <AnsweredPage view={{ ...view, invitationUrl: action, answered: sampleAnswered(state) }} />
  );
  const problem = {
    code: 'validation.too-long',
    params: { maximum: 2000 },
    field: 'note',
    note: 'Ich komme gern, …',
  } as const;
  return {
    invitation: <InvitationPage view={view} />,
    'invitation-series': <InvitationPage view={{ ...view, series: sampleSeries(action, 'yes') }} />,
    'invitation-series-open': <InvitationPage view={{ ...view, series: sampleSeries(action, null) }} />,
    'invitation-questions': <InvitationPage view={{ ...view, questions: sampleQuestions(language) }} />,
    'invitation-chosen': <InvitationPage view={{ ...view, chosen: 'yes' }} />,
    'invitation-problem': <InvitationPage view={{ ...view, problem }} />,
    'invitation-confirmed': answered('confirmed'),
    'invitation-waitlisted': answered('waitlisted'),
    'invitation-seats': <InvitationPage view={{ ...view, seats: sampleSeats(language) }} />,
    'invitation-offered': answered('offered'),
    'invitation-awaiting': answered('awaiting_approval'),
    'invitation-party': answered('confirmed', { seats: 3 }),
    'invitation-refused': answered('cancelled', {
      cause: 'refused',
      decisionNote: 'Diesmal kommen zuerst neue Cluster zum Zug.',
    }),
    'invitation-lapsed': answered('cancelled', { cause: 'offer-lapsed' }),
    'invitation-substituted': answered('cancelled', { cause: 'substitute', substitute: 'Toni Beispiel' }),
    'invitation-again': answered('confirmed', {
      toConfirmAgain: true,
      note: 'Ich komme zehn Minuten später.',
    }),
    'invitation-cancelled': (
      <InvitationPage
        view={{ ...view, closed: 'cancelled', meeting: { ...view.meeting, state: 'cancelled' } }}
      />
    ),
    'invitation-late': <InvitationPage view={{ ...view, closed: 'answer-by', answered: sampleAnswered() }} />,
    'invitation-late-typed': (
      <InvitationPage view={{ ...view, closed: 'answer-by', kept: sampleTyped(language) }} />
    ),
    'answered-confirmed': after('confirmed'),
    'answered-waitlisted': after('waitlisted'),
    'answered-tentative': after('tentative'),
    'answered-declined': after('declined'),
  };
}

const publicMeeting = { calendarUrl: '/m/austausch.ics', over: false, form: null, kept: null };

function publicPages(language: Language): Record<string, ReactElement> {
  const frame = sampleFrame(language, true);
  const meeting = sampleMeetingView(language);
  const institution = {
    frame,
    kind: 'network',
    name: { text: 'Mitteldeutschland', language: 'de' },
    description: {
      text: 'Die Clustermanagements aus Sachsen, Sachsen-Anhalt und Thüringen tauschen sich regelmäßig aus.',
      language: 'de',
    },
    field: null,
    laender: ['SN', 'ST', 'TH'],
    seat: 'Leipzig',
    website: 'https://initiative.example',
    logoUrl: null,
    operator: { name: 'Wirtschaftsinitiative Mitteldeutschland', url: '/o/initiative' },
    members: clusters.map((name, index) => ({ name, url: `/c/${index}` })),
    memberOf: [],
    feedUrl,
  } as const;
  const series = { name: { text: 'Erfahrungsaustausch', language: 'de' }, url: '/s/austausch' } as const;
  const upcoming = [item(meeting, 'a'), item({ ...meeting, state: 'cancelled' }, 'b')];
  return {
    meeting: <MeetingPage view={{ ...publicMeeting, frame, meeting, series }} />,
    network: <InstitutionPage view={{ ...institution, upcoming, past: [item(meeting, 'c')] }} />,
    'network-empty': <InstitutionPage view={{ ...institution, upcoming: [], past: [], members: [] }} />,
    cluster: (
      <InstitutionPage
        view={{
          ...institution,
          kind: 'cluster',
          name: { text: 'Cluster Chemie/Kunststoffe', language: 'de' },
          field: { text: 'Chemie und Kunststoffe', language: 'de' },
          logoUrl: `/files/${'0'.repeat(64)}`,
          members: [],
          memberOf: [{ name: 'Mitteldeutschland', url: '/n/mitteldeutschland' }],
          upcoming,
          past: [],
        }}
      />
    ),
    series: (
      <SeriesPage
        view={{
          frame,
          name: { text: 'Erfahrungsaustausch', language: 'de' },
          description: null,
          rule: language === 'de' ? 'jeden ersten Donnerstag im Monat' : 'every first Thursday of the month',
          institution: { name: 'Mitteldeutschland', url: '/n/mitteldeutschland' },
          hosts: clusters.slice(0, 3).map((name, index) => ({ name, url: `/c/${index}` })),
          ended: false,
          upcoming,
          past: [item(meeting, 'c')],
          feedUrl,
          url: 'https://jourfixe.example/s/austausch',
        }}
      />
    ),
    home: (
      <HomePage
        view={{
          frame: { ...frame, colour: null },
          upcoming,
          networks: [{ name: 'Mitteldeutschland', url: '/n/mitteldeutschland' }],
          consoleUrl: '/console/',
        }}
      />
    ),
  };
}

function item(meeting: MeetingView, slug: string): MeetingItemView {
  return {
    url: `/m/${slug}`,
    title: meeting.title,
    when: meeting.when,
    city: 'Leipzig',
    online: false,
    hosts: meeting.hosts,
    cancelled: meeting.state === 'cancelled',
  };
}
