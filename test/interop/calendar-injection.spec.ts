import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { type CalendarMeeting, renderCancel, renderFeed, renderMeetingFile, renderRequest } from '#calendar';
import { calendarFaults } from './calendar-faults.js';
import { readCalendar, readOnlyEvent } from './calendar-reader.js';
import { attendee, organiser, sampleMeeting } from './sample-meetings.js';

const attempts = [
  '\r\nATTENDEE:mailto:evil@x.example',
  '\nATTENDEE:mailto:evil@x.example',
  '\rATTENDEE:mailto:evil@x.example',
  '\\nATTENDEE:mailto:evil@x.example',
  '\r\n\r\nATTENDEE:mailto:evil@x.example',
  '\r\n ATTENDEE:mailto:evil@x.example',
  '\u0085ATTENDEE:mailto:evil@x.example',
  '\u2028ATTENDEE:mailto:evil@x.example',
  '\ud83d\r\nATTENDEE:mailto:evil@x.example',
  '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
  '\r\nEND:VCALENDAR\r\n',
  '";ROLE=CHAIR:mailto:evil@x.example',
  "^';ROLE=CHAIR:mailto:evil@x.example",
  '^n;X-EVIL=1',
  ';X-EVIL=1:x',
  ',x:y;z="',
  '\\',
  '\\\\;\\,',
  '\0\x01\x1b\x7f',
];

/** Every way out, with the same text in every field that takes text. */
function renderAll(text: string): Record<string, Buffer | string> {
  const around = `vorn ${text} hinten`;
  const meeting = sampleMeeting({
    title: around,
    description: around,
    location: around,
    url: `https://jourfixe.example/m/${text}`,
    categories: [around, 'ok'],
  });
  const user = { name: around, address: `box${text}@x.example` };
  return {
    request: renderRequest(meeting, user, { ...attendee, ...user }),
    cancel: renderCancel(meeting, user, user, 'meeting'),
    file: renderMeetingFile(meeting),
    feed: renderFeed({ ...feedOf(meeting), name: around, cancelledPrefix: around, url: meeting.url }),
    cancelledFeed: renderFeed({
      ...feedOf({ ...meeting, status: 'cancelled' }),
      name: around,
      cancelledPrefix: around,
    }),
  };
}

function feedOf(meeting: CalendarMeeting) {
  return {
    name: 'Mitteldeutschland',
    language: 'de' as const,
    meetings: [meeting],
    refreshHours: 12,
    cancelledPrefix: 'Abgesagt:',
  };
}

/** What a reader finds, without what the texts say. */
function shapeOf(file: Buffer | string) {
  const { propertyNames, zones, method, events } = readCalendar(file);
  return {
    faults: calendarFaults(file),
    propertyNames,
    zones,
    method,
    events: events.map(({ uid, sequence, status, propertyNames, attendees }) => {
      const answers = attendees.map(({ partstat, rsvp }) => ({ partstat, rsvp }));
      return { uid, sequence, status, propertyNames, answers };
    }),
  };
}

const shapesOf = (text: string) =>
  Object.fromEntries(Object.entries(renderAll(text)).map(([way, file]) => [way, shapeOf(file)]));

const harmless = shapesOf('x');

describe('injection', () => {
  it('is looked for in files that are sound without it', () => {
    expect(harmless.request?.faults).toEqual([]);
    expect(harmless.request?.events[0]?.propertyNames).toContain('ATTENDEE');
    expect(Object.values(harmless).map((shape) => shape.events.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it.each(attempts)('of %j yields no other property, component or parameter', (attempt) => {
    expect(shapesOf(attempt)).toEqual(harmless);
  });

  it.each(attempts)('of %j leaves the roles of people alone', (attempt) => {
    const { request } = renderAll(attempt);
    const raw = String(request).replace(/\r\n /g, '');
    expect(raw.match(/^ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;/gm)).toHaveLength(1);
    expect(raw.match(/^(ATTENDEE|ORGANIZER).*:mailto:[^;,:"\\]*$/gim)).toHaveLength(2);
  });

  it('by any text at all yields no other property', () => {
    const awkward = constantFrom(...'\r\n\0;:,"\\^= \t', '\u2028', '\ud800', '😀');
    const any = string({ unit: 'binary', minLength: 1, maxLength: 1 });
    const text = string({ unit: oneof(awkward, any) });
    assert(
      property(text, (text) => expect(shapesOf(text)).toEqual(harmless)),
      { numRuns: 100 },
    );
  });

  it.each(['', 'a b', 'a\r\nX-EVIL:1', 'a;b', 'a\nb', 'ä'])('through the UID %j is refused', (uid) => {
    expect(() => renderRequest(sampleMeeting({ uid }), organiser, attendee)).toThrow('a UID is made by us');
  });

  it('through a zone is refused', () => {
    const zone = 'Europe/Berlin\r\nX-EVIL:1';
    expect(() => renderRequest(sampleMeeting({ zone }), organiser, attendee)).toThrow('meeting.unknown-zone');
  });
});

describe('text', () => {
  it.each([
    ['semicolons, commas, quotes and backslashes', 'a;b,c"d\\e f:g^h'],
    ['umlauts and typography', 'Größe „ÄÖÜ“ – ß'],
    ['emoji of several code points', '👩🏽‍🔬 🏳️‍🌈 🇩🇪'],
    ['letters from right to left', 'שלום مرحبا'],
  ])('with %s comes back as it was', (_, text) => {
    const meeting = sampleMeeting({
      title: text,
      location: text,
      description: `${text}\n\n${text}`,
      categories: [text],
    });
    const user = { name: text, address: 'a@x.example' };
    const event = readOnlyEvent(renderRequest(meeting, user, { ...attendee, ...user }));
    expect(event).toMatchObject({
      title: text,
      location: text,
      description: `${text}\n\n${text}`,
      categories: [text],
      organiser: user,
      attendees: [user],
    });
  });

  it('keeps every character whole at every place where a line can be folded', () => {
    for (const character of ['a', 'ä', '€', '😀']) {
      for (let before = 0; before < 80; before += 1) {
        const title = 'x'.repeat(before) + character.repeat(60);
        const file = renderMeetingFile(sampleMeeting({ title }));
        expect(calendarFaults(file)).toEqual([]);
        expect(readOnlyEvent(file).title).toBe(title);
      }
    }
  });

  it('reads an address with separators as one address', () => {
    const address = '"a,b;c"@x.example';
    const event = readOnlyEvent(renderRequest(sampleMeeting(), organiser, { ...attendee, address }));
    expect(event.attendees).toEqual([expect.objectContaining({ address })]);
  });
});
