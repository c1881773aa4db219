import { endpoints, noMails, ordinarySeating, type MeetingDto } from '#contracts';
import { bodyOf, emptyMeeting, valuesOf } from './meeting-values.js';

const id = '01930000-0000-7000-8000-000000000001';
const meeting: MeetingDto = {
  id,
  slug: 'austausch',
  institution: { id, name: { de: 'Netzwerk' } },
  title: { de: 'Austausch' },
  description: null,
  agenda: [],
  allDay: true,
  startsLocal: '2027-03-27T00:00',
  endsLocal: '2027-03-29T00:00',
  zone: 'Europe/Berlin',
  startsAt: '2027-03-26T23:00:00Z',
  endsAt: '2027-03-28T22:00:00Z',
  place: null,
  onlineUrl: null,
  hosts: [{ id, name: { de: 'Gastgeber' } }],
  organiser: null,
  listings: [],
  series: null,
  capacity: null,
  answerByLocal: null,
  visibility: 'public',
  questions: [],
  mailPlan: noMails,
  seating: ordinarySeating,
  state: 'draft',
  revision: 0,
  version: 1,
  publishedAt: null,
  cancelledAt: null,
};

describe('a meeting in the form', () => {
  it('shows the last day of an all-day meeting, and sends the day after it', () => {
    const values = valuesOf(meeting);
    expect([values.startDay, values.endDay]).toEqual(['2027-03-27', '2027-03-28']);
    expect(bodyOf(values)).toEqual({
      institutionId: id,
      title: { de: 'Austausch' },
      description: null,
      agenda: [],
      allDay: true,
      startsLocal: '2027-03-27T00:00',
      endsLocal: '2027-03-29T00:00',
      zone: 'Europe/Berlin',
      place: null,
      onlineUrl: null,
      hostIds: [id],
      organiserId: null,
      listingIds: [],
      capacity: null,
      answerByLocal: null,
      visibility: 'public',
      questions: [],
      mailPlan: noMails,
      seating: ordinarySeating,
    });
  });

  it('sends a body that the contract takes', () => {
    const values = {
      ...emptyMeeting,
      institutionId: id,
      title: { de: '', en: 'Exchange' },
      startDay: '2027-03-04',
      endDay: '2027-03-04',
      startTime: '9',
      endTime: '12.30',
      capacity: 20,
      place: { ...emptyMeeting.place, city: 'Leipzig' },
    };
    const parsed = endpoints.createMeeting.body?.parse(bodyOf(values));
    expect(parsed).toMatchObject({
      title: { en: 'Exchange' },
      startsLocal: '2027-03-04T09:00',
      endsLocal: '2027-03-04T12:30',
      place: { city: 'Leipzig', street: null },
    });
  });
});
