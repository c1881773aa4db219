import { type CalendarFeed, renderFeed, renderMeetingFile } from '#calendar';
import { calendarFaults } from './calendar-faults.js';
import { readCalendar, readOnlyEvent } from './calendar-reader.js';
import { cancelledMeeting, manyMeetings, sampleMeeting } from './sample-meetings.js';

const feed: CalendarFeed = {
  name: 'Mitteldeutschland; Treffen, alle',
  language: 'de',
  meetings: manyMeetings(500),
  refreshHours: 12,
  cancelledPrefix: 'Abgesagt:',
  url: 'https://jourfixe.example/n/mitteldeutschland',
};

describe('a feed of 500 dates', () => {
  const bytes = renderFeed(feed);
  const read = readCalendar(bytes);

  it('is sound, and complete for an independent reader', () => {
    expect(calendarFaults(bytes)).toEqual([]);
    expect(read.events).toHaveLength(500);
    expect(new Set(read.events.map((event) => event.uid))).toEqual(
      new Set(feed.meetings.map(({ uid }) => uid)),
    );
  });

  it('brings one VTIMEZONE for every zone it uses', () => {
    expect(read.zones.toSorted()).toEqual(['America/New_York', 'Asia/Kolkata', 'Europe/Berlin']);
  });

  it('says its name and when to come back in the words of every reader, and no METHOD', () => {
    expect(read).toMatchObject({ method: null, name: feed.name, refreshInterval: 'PT12H' });
    expect(read.propertyNames.join(' ')).toBe(
      'VERSION PRODID URL NAME X-WR-CALNAME REFRESH-INTERVAL X-PUBLISHED-TTL',
    );
  });

  it('names nobody', () => {
    for (const event of read.events) expect(event).toMatchObject({ organiser: null, attendees: [] });
  });

  it('is the same bytes again, in whatever order the meetings come', () => {
    expect(renderFeed({ ...feed, meetings: feed.meetings.toReversed() }).equals(bytes)).toBe(true);
  });

  it('is other bytes when a meeting has changed', () => {
    const [first, ...others] = feed.meetings;
    const changed = { ...sampleMeeting(), ...first, sequence: 9 };
    expect(renderFeed({ ...feed, meetings: [changed, ...others] }).equals(bytes)).toBe(false);
  });
});

describe('a cancelled meeting', () => {
  it('stays in the feed, struck out for every reader', () => {
    expect(readOnlyEvent(renderFeed({ ...feed, meetings: [cancelledMeeting()] }))).toMatchObject({
      status: 'CANCELLED',
      title: `Abgesagt: ${cancelledMeeting().title}`,
      transparency: 'TRANSPARENT',
    });
  });
});

describe('a feed without meetings', () => {
  it('is a calendar all the same', () => {
    const bytes = renderFeed({ ...feed, meetings: [] });
    expect(calendarFaults(bytes)).toEqual([]);
    expect(readCalendar(bytes)).toMatchObject({ name: feed.name, events: [], zones: [] });
  });
});

describe('the file for one meeting', () => {
  it('is a snapshot without METHOD and without people, under the UID of feed and mail', () => {
    const file = renderMeetingFile(sampleMeeting());
    expect(calendarFaults(file)).toEqual([]);
    expect(readCalendar(file).method).toBeNull();
    expect(readOnlyEvent(file)).toMatchObject({ uid: sampleMeeting().uid, organiser: null, attendees: [] });
  });
});
