import { meetingInput } from '#contracts';
import type { MeetingInput } from '#contracts';
import type { Temporal } from '#kernel';
import { resolveSampleDay, weekdayAfter } from './sample-day.rules.js';
import type { SampleIds } from './sample-ids.js';
import type { SampleMeeting } from './sample-network.schema.js';

/** The day the meeting takes place, seen from `today`. Pure. */
export function dayOfMeeting({ day }: SampleMeeting, today: Temporal.PlainDate): Temporal.PlainDate {
  return weekdayAfter(day.after === undefined ? today : resolveSampleDay(day.after, today), day);
}

/** What a host would have typed in for it. Pure; throws for what the contract refuses. */
export function meetingOfSample(
  sample: SampleMeeting,
  ids: SampleIds,
  day: Temporal.PlainDate,
): MeetingInput {
  const { institution, hosts, organiser, listings, answerByDaysBefore, ...written } = sample;
  const { title, description, place, onlineUrl, capacity, visibility } = written;
  const inYear = (text: string) => text.replace('{year}', String(day.year));
  return meetingInput.parse({
    institutionId: ids.institution(institution),
    title: { de: inYear(title.de), en: inYear(title.en) },
    description,
    ...timesOf(sample, day),
    place,
    onlineUrl,
    capacity,
    visibility,
    hostIds: (hosts.length === 0 ? [institution] : hosts).map(ids.institution),
    organiserId: organiser === null ? null : ids.person(organiser),
    listingIds: listings.map(ids.institution),
    ...(answerByDaysBefore !== undefined && {
      answerByLocal: `${day.subtract({ days: answerByDaysBefore }).toString()}T18:00`,
    }),
  });
}

function timesOf({ from, until, days }: SampleMeeting, day: Temporal.PlainDate) {
  if (from === undefined || until === undefined) {
    const end = day.add({ days });
    return { allDay: true, startsLocal: `${day.toString()}T00:00`, endsLocal: `${end.toString()}T00:00` };
  }
  const last = day.add({ days: days - 1 });
  return {
    allDay: false,
    startsLocal: `${day.toString()}T${from}`,
    endsLocal: `${last.toString()}T${until}`,
  };
}
