import { endpoints, type BodyOf, type MeetingDto, type PlaceDto, type Visibility } from '#contracts';
import type { Language } from '../../ui/use-text.js';
import { addDays } from '../../ui/moment.js';
import { parseTime } from '../../ui/parse-time.js';

const WALL_CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

type Both = Record<Language, string>;
export type MeetingBody = BodyOf<typeof endpoints.createMeeting>;
export type MeetingPatch = BodyOf<typeof endpoints.changeMeeting>;

export interface PlaceValues {
  name: string;
  room: string;
  street: string;
  postcode: string;
  city: string;
  land: PlaceDto['land'];
  directions: Both;
  latitude: number | string;
  longitude: number | string;
}

/** A meeting as it stands in the form: every field has a value, empty ones are empty texts. */
export interface MeetingValues {
  institutionId: string | null;
  title: Both;
  description: Both;
  allDay: boolean;
  startDay: string;
  startTime: string;
  endDay: string;
  endTime: string;
  zone: string;
  place: PlaceValues;
  onlineUrl: string;
  hostIds: string[];
  organiserId: string | null;
  listingIds: string[];
  capacity: number | string;
  answerByDay: string;
  answerByTime: string;
  visibility: Visibility;
}

const nowhere: PlaceValues = {
  name: '',
  room: '',
  street: '',
  postcode: '',
  city: '',
  land: null,
  directions: { de: '', en: '' },
  latitude: '',
  longitude: '',
};

export const emptyMeeting: MeetingValues = {
  institutionId: null,
  title: { de: '', en: '' },
  description: { de: '', en: '' },
  allDay: false,
  startDay: '',
  startTime: '10:00',
  endDay: '',
  endTime: '12:00',
  zone: 'Europe/Berlin',
  place: nowhere,
  onlineUrl: '',
  hostIds: [],
  organiserId: null,
  listingIds: [],
  capacity: '',
  answerByDay: '',
  answerByTime: '18:00',
  visibility: 'public',
};

/** The form's values of a meeting. */
export function valuesOf(meeting: MeetingDto): MeetingValues {
  const { allDay, startsLocal, endsLocal, answerByLocal } = meeting;
  return {
    institutionId: meeting.institution.id,
    title: both(meeting.title),
    description: both(meeting.description),
    allDay,
    startDay: startsLocal.slice(0, 10),
    startTime: allDay ? emptyMeeting.startTime : startsLocal.slice(11, 16),
    endDay: allDay ? addDays(endsLocal.slice(0, 10), -1) : endsLocal.slice(0, 10),
    endTime: allDay ? emptyMeeting.endTime : endsLocal.slice(11, 16),
    zone: meeting.zone,
    place: placeValues(meeting.place),
    onlineUrl: meeting.onlineUrl ?? '',
    hostIds: meeting.hosts.map((host) => host.id),
    organiserId: meeting.organiser?.id ?? null,
    listingIds: meeting.listings.map((listing) => listing.id),
    capacity: meeting.capacity ?? '',
    answerByDay: answerByLocal?.slice(0, 10) ?? '',
    answerByTime: answerByLocal?.slice(11, 16) ?? emptyMeeting.answerByTime,
    visibility: meeting.visibility,
  };
}

/** The body of the contract: what was left empty is null, days and times are wall clocks. */
export function bodyOf(values: MeetingValues): MeetingBody {
  const { allDay, startDay, endDay } = values;
  return {
    institutionId: values.institutionId ?? '',
    title: written(values.title) ?? {},
    description: written(values.description),
    allDay,
    startsLocal: allDay ? wallClock(startDay, '00:00') : wallClock(startDay, values.startTime),
    endsLocal: allDay ? wallClock(addDays(endDay, 1), '00:00') : wallClock(endDay, values.endTime),
    zone: values.zone,
    place: placeBody(values.place),
    onlineUrl: text(values.onlineUrl),
    hostIds: values.hostIds,
    organiserId: values.organiserId,
    listingIds: values.listingIds,
    capacity: number(values.capacity),
    answerByLocal: values.answerByDay === '' ? null : wallClock(values.answerByDay, values.answerByTime),
    visibility: values.visibility,
  };
}

/** The date as it stands in the form and whom it concerns, to ask what stands against it; null while it is no date. */
export function askedDate(values: MeetingValues, exceptMeetingId: string | null = null) {
  const { startsLocal, endsLocal, zone } = bodyOf(values);
  const institutionIds = [...new Set([values.institutionId ?? [], values.hostIds, values.listingIds].flat())];
  const isDate = WALL_CLOCK.test(startsLocal) && WALL_CLOCK.test(endsLocal) && startsLocal < endsLocal;
  return isDate
    ? { startsLocal, endsLocal, zone: zone ?? 'Europe/Berlin', institutionIds, exceptMeetingId }
    : null;
}

const fields = new Map([
  ['startsLocal', 'startDay'],
  ['endsLocal', 'endDay'],
  ['answerByLocal', 'answerByDay'],
  ['title', 'title.de'],
  ['description', 'description.de'],
  ['place', 'place.latitude'],
  ['place.directions', 'place.directions.de'],
]);

/** The field of the form that shows what is wrong with a part of the body. */
export function fieldOf(path: string): string {
  return fields.get(path) ?? path;
}

/** The field of the form that shows a refusal of the whole. */
export const fieldOfCode = { 'meeting.capacity-below-confirmed': 'capacity' };

function placeValues(place: PlaceDto | null): PlaceValues {
  if (place === null) return nowhere;
  return {
    name: place.name ?? '',
    room: place.room ?? '',
    street: place.street ?? '',
    postcode: place.postcode ?? '',
    city: place.city ?? '',
    land: place.land,
    directions: both(place.directions),
    latitude: place.latitude ?? '',
    longitude: place.longitude ?? '',
  };
}

function placeBody(place: PlaceValues): MeetingBody['place'] {
  const body = {
    name: text(place.name),
    room: text(place.room),
    street: text(place.street),
    postcode: text(place.postcode),
    city: text(place.city),
    land: place.land,
    directions: written(place.directions),
    latitude: number(place.latitude),
    longitude: number(place.longitude),
  };
  return Object.values(body).every((value) => value === null) ? null : body;
}

function wallClock(day: string, time: string): string {
  return day === '' ? '' : `${day}T${parseTime(time) ?? time}`;
}

function text(typed: string): string | null {
  return typed.trim() === '' ? null : typed;
}

function number(typed: number | string): number | null {
  return typed === '' ? null : Number(typed);
}

function both(localised: Partial<Both> | null): Both {
  return { de: localised?.de ?? '', en: localised?.en ?? '' };
}

function written(typed: Both): Partial<Both> | null {
  const parts = Object.entries(typed).filter(([, words]) => words.trim() !== '');
  return parts.length === 0 ? null : Object.fromEntries(parts);
}
