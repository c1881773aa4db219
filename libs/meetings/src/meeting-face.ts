import type { AgendaItem, MeetingInput, PlaceDto } from '#contracts';
import type { LocalizedText } from '#kernel';
import type { Meeting } from './tables/meeting.entity.js';

/** What people see of a meeting and hear of when it changes; plain values, as kept in `meeting_change`. */
export interface MeetingFace {
  readonly title: LocalizedText;
  readonly description: LocalizedText | null;
  readonly agenda: AgendaItem[];
  readonly allDay: boolean;
  /** `2027-03-04T10:00` in `zone`; the end is exclusive. */
  readonly startsLocal: string;
  readonly endsLocal: string;
  readonly zone: string;
  readonly place: PlaceDto | null;
  readonly onlineUrl: string | null;
}

export type FaceField = 'title' | 'description' | 'agenda' | 'time' | 'place' | 'onlineUrl';

/** The face of a row as it stands. */
export function faceOf(meeting: Meeting): MeetingFace {
  return {
    title: meeting.title,
    description: meeting.description,
    agenda: [...meeting.agenda],
    allDay: meeting.allDay,
    startsLocal: toMinutes(meeting.startsLocal),
    endsLocal: toMinutes(meeting.endsLocal),
    zone: meeting.zone,
    place: placeOf(meeting),
    onlineUrl: meeting.onlineUrl,
  };
}

/** The face that an input would have once it is written. */
export function faceOfInput(input: MeetingInput): MeetingFace {
  const { title, description, agenda, allDay, startsLocal, endsLocal, zone, place, onlineUrl } = input;
  const given = place !== null && Object.values(place).some((value) => value !== null);
  const when = { allDay, startsLocal, endsLocal, zone };
  return { title, description, agenda, ...when, place: given ? place : null, onlineUrl };
}

/** What differs between two faces, in the order the mail tells it. */
export function changedFields(before: MeetingFace, after: MeetingFace): readonly FaceField[] {
  const differs = (fields: readonly (keyof MeetingFace)[]) =>
    fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const found: FaceField[] = [];
  if (differs(['title'])) found.push('title');
  if (hasMoved(before, after)) found.push('time');
  if (differs(['place'])) found.push('place');
  if (differs(['onlineUrl'])) found.push('onlineUrl');
  if (differs(['description'])) found.push('description');
  if (differs(['agenda'])) found.push('agenda');
  return found;
}

/** Whether day or time differ: then those who answered are asked again. */
export function hasMoved(before: MeetingFace, after: MeetingFace): boolean {
  const when = (face: MeetingFace) => [face.allDay, face.startsLocal, face.endsLocal, face.zone].join(' ');
  return when(before) !== when(after);
}

/** A wall clock as the contract writes it, to the minute. */
export function toMinutes(wallClock: { toString(options: { smallestUnit: 'minute' }): string }): string {
  return wallClock.toString({ smallestUnit: 'minute' });
}

function placeOf(meeting: Meeting): PlaceDto | null {
  const { name, room, street, postcode, city, land, directions, latitude, longitude } = meeting.place;
  const place = { name, room, street, postcode, city, land, directions, latitude, longitude };
  const isEmpty = Object.values(place).every((value) => value === null);
  return isEmpty ? null : (place as PlaceDto);
}
