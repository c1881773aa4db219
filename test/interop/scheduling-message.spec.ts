import { type PartStat, renderCancel, renderRequest } from '#calendar';
import { calendarFaults } from './calendar-faults.js';
import { readCalendar, readOnlyEvent } from './calendar-reader.js';
import { attendee, cancelledMeeting, organiser, sampleMeeting } from './sample-meetings.js';

const meeting = sampleMeeting();
const request = renderRequest(meeting, organiser, attendee);

describe('a REQUEST', () => {
  it('brings every field to an independent reader', () => {
    expect(calendarFaults(request)).toEqual([]);
    expect(readOnlyEvent(request)).toEqual({
      uid: meeting.uid,
      sequence: 3,
      title: meeting.title,
      description: meeting.description,
      location: meeting.location,
      url: meeting.url,
      geo: [51.640123, 12.2789],
      categories: ['Chemie, Kunststoffe', 'Automobil'],
      status: 'CONFIRMED',
      transparency: null,
      allDay: false,
      startsLocal: '2027-03-18T10:00:00',
      endsLocal: '2027-03-18T15:30:00',
      zone: 'Europe/Berlin',
      startsAt: '2027-03-18T09:00:00Z',
      endsAt: '2027-03-18T14:30:00Z',
      stampedAt: '2026-12-24T22:59:59Z',
      createdAt: '2026-11-02T07:15:09Z',
      changedAt: '2026-12-24T22:59:59Z',
      organiser: { ...organiser, partstat: null, rsvp: null },
      attendees: [
        { name: attendee.name, address: attendee.address, partstat: 'NEEDS-ACTION', rsvp: 'FALSE' },
      ],
      propertyNames: expect.any(Array),
    });
  });

  it('says METHOD once, brings its zone, and no alarm', () => {
    expect(readCalendar(request)).toMatchObject({
      method: 'REQUEST',
      zones: ['Europe/Berlin'],
      propertyNames: ['VERSION', 'PRODID', 'METHOD'],
    });
    expect(request).not.toContain('VALARM');
  });

  it('writes DTSTAMP, CREATED and LAST-MODIFIED in UTC', () => {
    expect(request).toContain('\r\nDTSTAMP:20261224T225959Z\r\n');
    expect(request).toContain('\r\nCREATED:20261102T071509Z\r\n');
    expect(request).toContain('\r\nLAST-MODIFIED:20261224T225959Z\r\n');
  });

  it.each<[PartStat, boolean]>([
    ['needs-action', true],
    ['accepted', false],
    ['tentative', false],
    ['declined', false],
  ])('says that the answer is %s and whether one is awaited: %s', (partstat, rsvp) => {
    const { attendees } = readOnlyEvent(renderRequest(meeting, organiser, { ...attendee, partstat, rsvp }));
    expect(attendees).toEqual([
      expect.objectContaining({ partstat: partstat.toUpperCase(), rsvp: String(rsvp).toUpperCase() }),
    ]);
  });

  it('says TENTATIVE of a meeting that is not sure yet', () => {
    expect(
      readOnlyEvent(renderRequest(sampleMeeting({ status: 'tentative' }), organiser, attendee)).status,
    ).toBe('TENTATIVE');
  });

  it('writes nothing for what the meeting does not have', () => {
    const bare = sampleMeeting({
      description: undefined,
      location: ' ',
      url: undefined,
      geo: undefined,
      categories: [],
    });
    expect(readOnlyEvent(renderRequest(bare, organiser, attendee)).propertyNames.join(' ')).toBe(
      'UID SEQUENCE DTSTAMP DTSTART DTEND SUMMARY ORGANIZER ATTENDEE STATUS CREATED LAST-MODIFIED',
    );
  });

  it('names people without a name by their address', () => {
    const event = readOnlyEvent(
      renderRequest(meeting, { ...organiser, name: '' }, { ...attendee, name: ' \r\n' }),
    );
    expect(event.organiser?.name).toBe(organiser.address);
    expect(event.attendees[0]?.name).toBe(attendee.address);
  });
});

describe('a CANCEL', () => {
  it('of the meeting is STATUS:CANCELLED', () => {
    const cancel = renderCancel(cancelledMeeting({ sequence: 4 }), organiser, attendee, 'meeting');
    expect(calendarFaults(cancel)).toEqual([]);
    expect(readCalendar(cancel).method).toBe('CANCEL');
    expect(readOnlyEvent(cancel)).toMatchObject({ uid: meeting.uid, sequence: 4, status: 'CANCELLED' });
  });

  it('of one invitation has no STATUS, whatever becomes of the meeting', () => {
    for (const either of [meeting, cancelledMeeting()]) {
      const cancel = renderCancel(either, organiser, attendee, 'attendee');
      expect(readCalendar(cancel).method).toBe('CANCEL');
      expect(readOnlyEvent(cancel).status).toBeNull();
    }
  });

  it('names the one attendee and the organiser, asks for no answer and rings no bell', () => {
    const cancel = renderCancel(meeting, organiser, attendee, 'attendee');
    expect(readOnlyEvent(cancel)).toMatchObject({
      organiser: { address: organiser.address },
      attendees: [{ name: attendee.name, address: attendee.address, partstat: null, rsvp: null }],
    });
    expect(cancel).not.toContain('VALARM');
  });
});
