import type { TextKey } from '#i18n';

const labels = new Map<string, TextKey>([
  ['institutionId', 'console.meeting.institution'],
  ['title', 'console.meeting.title'],
  ['description', 'console.meeting.description'],
  ['agenda', 'agenda.title'],
  ['allDay', 'console.meeting.all-day'],
  ['time', 'console.meeting.when'],
  ['startsLocal', 'console.meeting.start'],
  ['startDay', 'console.meeting.start-day'],
  ['startTime', 'console.meeting.start-time'],
  ['endsLocal', 'console.meeting.end'],
  ['endDay', 'console.meeting.end-day'],
  ['endTime', 'console.meeting.end-time'],
  ['zone', 'console.meeting.zone'],
  ['place', 'console.meeting.where'],
  ['onlineUrl', 'console.meeting.online-address'],
  ['hostIds', 'console.meeting.hosts'],
  ['organiserId', 'console.meeting.organiser'],
  ['listingIds', 'console.meeting.listings'],
  ['capacity', 'console.meeting.capacity'],
  ['answerByLocal', 'console.meeting.answer-by'],
  ['answerByDay', 'console.meeting.answer-by'],
  ['answerByTime', 'console.meeting.answer-by-time'],
  ['visibility', 'console.meeting.visibility'],
]);

/** The name of a meeting's field, as the form and the api call it. */
export function labelKey(field: string): TextKey {
  return labels.get(field) ?? 'console.meeting.other-field';
}
