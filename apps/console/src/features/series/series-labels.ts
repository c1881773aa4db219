import type { TextKey } from '#i18n';
import { labelKey } from '../meetings/meeting-labels.js';

const labels = new Map<string, TextKey>([
  ['name', 'series-pages.form.name'],
  ['description', 'series-pages.form.description'],
  ['dates', 'series-pages.dates.title'],
  ['days', 'series-pages.dates.length'],
  ['hours', 'series-pages.dates.length'],
  ['minutes', 'series-pages.dates.length'],
  ['holidays', 'series-pages.holidays.title'],
  ['windowMonths', 'series-pages.dates.window'],
  ['firstNumber', 'series-pages.template.first-number'],
  ['about', 'console.meeting.description'],
  ['audience', 'series-pages.asking.title'],
  ['audienceRule', 'series-pages.asking.title'],
  ['settings', 'series-pages.asking.title'],
  ['inviteLeadDays', 'series-pages.asking.lead'],
  ['saveTheDateLeadDays', 'series-pages.asking.save-the-date'],
  ['sending', 'series-pages.asking.sending'],
  ['answerByLeadDays', 'series-pages.asking.answer-by'],
]);

/** The name of a field of the series' form; those of its template are called as at a meeting. */
export function seriesLabel(field: string): TextKey {
  return labels.get(field) ?? labelKey(field);
}
