import type { CalendarAttendee, CalendarMeeting, CalendarUser, RequestedMeeting } from '#calendar';
import { Temporal } from '#kernel';

const complete: RequestedMeeting = {
  uid: '019a8f3e-0000-7000-8000-000000000001@jourfixe.example',
  sequence: 3,
  title: 'Austausch der Clustermanager, Frühjahr',
  description: 'Begrüßung; danach:\n– Vorstellung „Klebstoffe“\n– C:\\Ablage, Verschiedenes 🧪',
  location: 'Solarvalley, Großer Saal; Sonnenallee 1, 06766 Bitterfeld-Wolfen',
  url: 'https://jourfixe.example/m/austausch-2027',
  geo: { latitude: 51.640123, longitude: 12.2789 },
  allDay: false,
  startsLocal: Temporal.PlainDateTime.from('2027-03-18T10:00'),
  endsLocal: Temporal.PlainDateTime.from('2027-03-18T15:30'),
  zone: 'Europe/Berlin',
  status: 'confirmed',
  createdAt: Temporal.Instant.from('2026-11-02T07:15:09Z'),
  changedAt: Temporal.Instant.from('2026-12-24T22:59:59Z'),
  categories: ['Chemie, Kunststoffe', 'Automobil'],
};

/** A meeting with every field filled in, as a REQUEST takes it. */
export function sampleMeeting(changes: Partial<RequestedMeeting> = {}): RequestedMeeting {
  return { ...complete, ...changes };
}

/** The same, cancelled. */
export function cancelledMeeting(changes: Partial<CalendarMeeting> = {}): CalendarMeeting {
  return { ...complete, status: 'cancelled', ...changes };
}

export const organiser: CalendarUser = { name: 'Dr. Jürgen Groß', address: 'gross@initiative.example' };

export const attendee: CalendarAttendee = {
  name: 'Anna "Änne" Böhm; Chemie, Kunststoffe^',
  address: 'anna.boehm+jf@chemie.example',
  partstat: 'needs-action',
  rsvp: false,
};

/** A year's worth and more: `count` meetings, a week apart, timed and all-day, in several zones, a tenth cancelled. */
export function manyMeetings(count: number): CalendarMeeting[] {
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'];
  return Array.from({ length: count }, (_, index) => {
    const startsLocal = Temporal.PlainDateTime.from('2027-01-07T09:00').add({ weeks: index });
    const allDay = index % 5 === 0;
    const midnight = startsLocal.withPlainTime('00:00');
    return {
      ...complete,
      uid: `019a8f3e-0000-7000-8000-${String(index).padStart(12, '0')}@jourfixe.example`,
      title: `${complete.title} ${index}`,
      allDay,
      startsLocal: allDay ? midnight : startsLocal,
      endsLocal: allDay ? midnight.add({ days: 1 + (index % 3) }) : startsLocal.add({ hours: 3 }),
      zone: zones[index % zones.length] ?? 'UTC',
      status: index % 10 === 7 ? 'cancelled' : 'confirmed',
    };
  });
}
