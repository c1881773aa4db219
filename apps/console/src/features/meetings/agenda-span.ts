import { Temporal } from 'temporal-polyfill';
import type { When } from '#i18n';
import { whenOf } from '../../ui/moment.js';
import { parseTime } from '../../ui/parse-time.js';
import type { MeetingValues } from './meeting-values.js';

type Start = Pick<MeetingValues, 'allDay' | 'startDay' | 'startTime' | 'zone'>;

/** When the form's meeting begins, for the times of its agenda; null while that cannot be told. */
export function startOf({ allDay, startDay, startTime, zone }: Start): When | null {
  const time = parseTime(startTime);
  if (allDay || time === null) return null;
  // Which day it is matters on two days a year only.
  const day = startDay === '' ? Temporal.Now.plainDateISO().toString() : startDay;
  const startsLocal = `${day}T${time}`;
  return whenOf({ allDay: false, startsLocal, endsLocal: startsLocal, zone });
}

/** How long the form's meeting is by the clock on the wall; null while that cannot be told. */
export function minutesBetween(values: Start & Pick<MeetingValues, 'endDay' | 'endTime'>): number | null {
  const { allDay, startDay, endDay } = values;
  const [from, until] = [parseTime(values.startTime), parseTime(values.endTime)];
  if (allDay || startDay === '' || endDay === '' || from === null || until === null) return null;
  const [starts, ends] = [`${startDay}T${from}`, `${endDay}T${until}`].map((local) =>
    Temporal.PlainDateTime.from(local),
  );
  return starts === undefined || ends === undefined ? null : starts.until(ends).total('minutes');
}
