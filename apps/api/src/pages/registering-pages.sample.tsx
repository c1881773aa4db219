import type { ReactElement } from 'react';
import { Temporal } from '#kernel';
import { ConfirmedPage, ConfirmPage, LapsedPage } from './confirm.page.js';
import { sampleSeats } from './invitation-parts.sample.js';
import { MeetingPage } from './meeting.page.js';
import { sampleQuestions } from './questions.sample.js';
import { qrCodeOf } from './qr-code.js';
import { RegisteredPage } from './registered.page.js';
import { RegistrationPage } from './registration.page.js';
import type { AnsweredView } from './views/invitation.view.js';
import type { MeetingView } from './views/meeting.view.js';
import type { OpenFormView } from './views/open-registration.view.js';
import type { PageFrame } from './views/page-frame.view.js';
import type { RegistrationView } from './views/registration.view.js';

const meetingUrl = '/m/erfahrungsaustausch-2027';
const path = '/r/abcdefghijklmnopqrstuvwxyz234567';
const noSeats = { companions: null, contingents: [] } as const;
const code = 'WXYZ-ABCD-EFGH-2345';

/** Registering on the public page, confirming it, and one's own page, in every state worth looking at. */
export function registeringPages(frame: PageFrame, meeting: MeetingView): Record<string, ReactElement> {
  const { language } = frame;
  const questions = sampleQuestions(language);
  const publicPage = (form: Partial<OpenFormView>) => (
    <MeetingPage
      view={{
        frame,
        meeting,
        calendarUrl: `${meetingUrl}/meeting.ics`,
        over: false,
        series: null,
        form: { ...emptyForm, ...form },
        kept: null,
      }}
    />
  );
  const confirm = {
    frame,
    meeting,
    person: 'Kim Müller',
    action: `/r/confirm${path.slice(2)}`,
    until: Temporal.Instant.from('2027-02-20T09:30Z'),
    zone: 'Europe/Berlin',
    problem: null,
  };
  return {
    'meeting-open': publicPage({ room: 'seat' }),
    'meeting-open-line': publicPage({ room: 'line', questions, seats: sampleSeats(language) }),
    'meeting-open-late': publicPage({ isLate: true }),
    'meeting-open-problem': publicPage({
      typed: { ...emptyForm.typed, givenName: 'Kim', address: 'kim.mueller' },
      problems: [
        { field: 'familyName', code: 'validation.required' },
        { field: 'address', code: 'validation.not-an-address' },
      ],
    }),
    registered: <RegisteredPage view={{ frame, meetingUrl }} />,
    confirm: <ConfirmPage view={confirm} />,
    'confirm-problem': (
      <ConfirmPage view={{ ...confirm, problem: { code: 'open-registration.tick', params: {} } }} />
    ),
    'confirm-done': <ConfirmedPage view={{ frame, meeting, registrationUrl: '/r/own', meetingUrl }} />,
    'confirm-lapsed': <LapsedPage view={{ frame, meetingUrl }} />,
    ...ownPages(frame, meeting),
  };
}

function ownPages(frame: PageFrame, meeting: MeetingView): Record<string, ReactElement> {
  const { language } = frame;
  const own = (answered: Partial<AnsweredView>, more: Partial<RegistrationView> = {}) => (
    <RegistrationPage
      view={{ ...viewOf(frame, meeting), answered: { ...confirmed, ...answered }, ...more }}
    />
  );
  const entry = { code, picture: qrCodeOf(code.replaceAll('-', '')) };
  const asks = { questions: sampleQuestions(language), seats: sampleSeats(language) };
  const can = { take: false, change: false, cancel: false };
  const afar = { place: null, online: 'open', onlineUrl: 'https://meet.example/treffen' } as const;
  return {
    'registration-confirmed': own({}, { entry, hasRegisteredThemselves: true }),
    'registration-party': own({ seats: 2 }, { ...asks, entry, isSaved: true }),
    'registration-online': own({}, { meeting: { ...meeting, ...afar, othersMeetAt: meeting.place } }),
    'registration-waitlisted': own({ state: 'waitlisted', placeInLine: 3 }),
    'registration-offered': own(
      { state: 'offered', offeredUntil: 'Freitag, 26. Februar 2027, 10:00 Uhr MEZ' },
      { ...asks, can: { ...can, take: true } },
    ),
    'registration-problem': own(
      {},
      { ...asks, entry, problem: { code: 'answer.no-room', field: 'answer', note: '' } },
    ),
    'registration-cancelled': own({ answer: 'no', state: 'declined' }, { can }),
    'registration-over': own({}, { can, closed: 'over' }),
    'registration-was-there': own({}, { can, closed: 'over', certificateUrl: `${path}/certificate.pdf` }),
  };
}

function viewOf(frame: PageFrame, meeting: MeetingView): RegistrationView {
  return {
    frame,
    meeting,
    person: 'Dr. Kim Müller',
    address: 'k…@optonet.example',
    action: path,
    calendarUrl: `${path}/meeting.ics`,
    invitationUrl: '/i/abcdefghijklmnopqrstuvwxyz234567',
    answered: confirmed,
    isSaved: false,
    can: { take: false, change: true, cancel: true },
    closed: null,
    questions: [],
    seats: noSeats,
    problem: null,
    kept: null,
    entry: null,
    certificateUrl: null,
    hasRegisteredThemselves: false,
  };
}

const confirmed: AnsweredView = {
  answer: 'yes',
  state: 'confirmed',
  placeInLine: null,
  exceeded: null,
  note: null,
  offeredUntil: null,
  cause: null,
  substitute: null,
  decisionNote: null,
  seats: 1,
  companions: [],
  kind: null,
  toConfirmAgain: false,
};

const emptyForm: OpenFormView = {
  action: meetingUrl,
  room: null,
  isLate: false,
  typed: { givenName: '', familyName: '', address: '', organisation: '' },
  problems: [],
  questions: [],
  seats: noSeats,
};
