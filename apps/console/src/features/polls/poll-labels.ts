import type { TextKey } from '#i18n';

const labels = new Map<string, TextKey>([
  ['organiserId', 'console.meeting.organiser'],
  ['title', 'console.meeting.title'],
  ['description', 'console.meeting.description'],
  ['lengthMinutes', 'polls.console.length'],
  ['place', 'console.place.city'],
  ['city', 'console.place.city'],
  ['audience', 'audiences.choose'],
  ['rule', 'audiences.rule-title'],
  ['dates', 'polls.console.dates'],
  ['deadlineDay', 'polls.console.deadline'],
  ['deadlineTime', 'polls.console.deadline-time'],
  ['hidesNames', 'polls.console.hides-names'],
]);

/** The name of a poll's field, as the form has it. */
export function pollLabel(field: string): TextKey {
  return labels.get(field) ?? 'console.meeting.other-field';
}
