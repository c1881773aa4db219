import { Temporal } from '#kernel';
import { googleCalendarUrl, outlookCalendarUrl } from './calendar-links.js';
import type { CalendarMeeting } from './calendar-meeting.js';

const meeting: CalendarMeeting = {
  uid: 'a',
  sequence: 0,
  title: 'Austausch & Ausblick #1 + Kaffee',
  description: 'Zeile 1\nZeile 2?',
  location: 'Solarvalley, Thalheim',
  allDay: false,
  startsLocal: Temporal.PlainDateTime.from('2027-03-28T02:30'),
  endsLocal: Temporal.PlainDateTime.from('2027-03-28T12:00'),
  zone: 'Europe/Berlin',
  status: 'confirmed',
  createdAt: Temporal.Instant.from('2026-11-01T08:00:00Z'),
  changedAt: Temporal.Instant.from('2026-11-01T08:00:00Z'),
};
const twoDays = {
  ...meeting,
  allDay: true,
  startsLocal: Temporal.PlainDateTime.from('2027-03-28T00:00'),
  endsLocal: Temporal.PlainDateTime.from('2027-03-30T00:00'),
};
const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('googleCalendarUrl', () => {
  it('fills in a meeting at its instants', () => {
    const url = googleCalendarUrl(meeting);
    expect(url).toMatch(/^https:\/\/calendar\.google\.com\/calendar\/render\?/);
    expect(parametersOf(url)).toEqual({
      action: 'TEMPLATE',
      text: meeting.title,
      dates: '20270328T013000Z/20270328T100000Z',
      ctz: 'Europe/Berlin',
      details: meeting.description,
      location: meeting.location,
    });
  });

  it('ends an all-day meeting on the day after', () => {
    expect(parametersOf(googleCalendarUrl(twoDays))).toMatchObject({ dates: '20270328/20270330' });
  });
});

describe('outlookCalendarUrl', () => {
  it('fills in a meeting at its instants', () => {
    const url = outlookCalendarUrl(meeting);
    expect(url).toMatch(/^https:\/\/outlook\.office\.com\/calendar\//);
    expect(parametersOf(url)).toEqual({
      path: '/calendar/action/compose',
      rru: 'addevent',
      subject: meeting.title,
      startdt: '2027-03-28T01:30:00Z',
      enddt: '2027-03-28T10:00:00Z',
      body: meeting.description,
      location: meeting.location,
    });
  });

  it('says whole days as days', () => {
    expect(parametersOf(outlookCalendarUrl(twoDays, 'live'))).toMatchObject({
      startdt: '2027-03-28',
      enddt: '2027-03-30',
      allday: 'true',
    });
  });

  it('writes spaces as %20, since Outlook shows a plus as it is', () => {
    expect(outlookCalendarUrl(meeting)).not.toContain('+');
  });
});

const linksOf = (description: string) => {
  const long = { ...meeting, description };
  return [googleCalendarUrl(long), outlookCalendarUrl(long)];
};

describe('a long description', () => {
  it('is shortened between two characters, so that the address stays usable', () => {
    for (const url of linksOf('😀'.repeat(5000))) {
      const { details, body } = parametersOf(url);
      expect(url.length).toBeLessThan(2000);
      expect(details ?? body).toBe(`${'😀'.repeat(125)} …`);
    }
  });

  it('stays whole as long as it fits', () => {
    for (const url of linksOf('a'.repeat(1500))) expect(url).toContain('a'.repeat(1500));
  });
});
