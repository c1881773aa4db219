import { endpoints, type BodyOf, type MeetingDto, type Visibility } from '#contracts';
import { addDays } from '../../ui/moment.js';
import { both, numberOrNull, textOrNull, wallClock, written, type Both } from '../../ui/typed-values.js';
import { agendaBody, agendaField, agendaValues, type AgendaDraft } from './agenda-values.js';
import { planBody, planField, planValues, usualPlan, type MailPlanDraft } from './mail-plan-values.js';
import { nowhere, placeBody, placeValues, type PlaceValues } from './place-values.js';
import { questionField, questionsBody, questionValues, type QuestionDraft } from './question-values.js';
import {
  seatingBody,
  seatingField,
  seatingValues,
  usualSeating,
  type SeatingDraft,
} from './seating-values.js';

const WALL_CLOCK = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

export type MeetingBody = BodyOf<typeof endpoints.createMeeting>;
export type MeetingPatch = BodyOf<typeof endpoints.changeMeeting>;

/** A meeting as it stands in the form: every field has a value, empty ones are empty texts. */
export interface MeetingValues {
  institutionId: string | null;
  title: Both;
  description: Both;
  agenda: AgendaDraft[];
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
  questions: QuestionDraft[];
  mailPlan: MailPlanDraft;
  seating: SeatingDraft;
}

export const emptyMeeting: MeetingValues = {
  institutionId: null,
  title: { de: '', en: '' },
  description: { de: '', en: '' },
  agenda: [],
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
  questions: [],
  mailPlan: usualPlan,
  seating: usualSeating,
};

/** The form's values of a meeting. */
export function valuesOf(meeting: MeetingDto): MeetingValues {
  const { allDay, startsLocal, endsLocal, answerByLocal } = meeting;
  return {
    institutionId: meeting.institution.id,
    title: both(meeting.title),
    description: both(meeting.description),
    agenda: agendaValues(meeting.agenda),
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
    questions: questionValues(meeting.questions),
    mailPlan: planValues(meeting.mailPlan),
    seating: seatingValues(meeting.seating),
  };
}

/** The body of the contract: what was left empty is null, days and times are wall clocks. */
export function bodyOf(values: MeetingValues): MeetingBody {
  const { allDay, startDay, endDay } = values;
  return {
    institutionId: values.institutionId ?? '',
    title: written(values.title) ?? {},
    description: written(values.description),
    agenda: agendaBody(values.agenda),
    allDay,
    startsLocal: allDay ? wallClock(startDay, '00:00') : wallClock(startDay, values.startTime),
    endsLocal: allDay ? wallClock(addDays(endDay, 1), '00:00') : wallClock(endDay, values.endTime),
    zone: values.zone,
    place: placeBody(values.place),
    onlineUrl: textOrNull(values.onlineUrl),
    hostIds: values.hostIds,
    organiserId: values.organiserId,
    listingIds: values.listingIds,
    capacity: numberOrNull(values.capacity),
    answerByLocal: values.answerByDay === '' ? null : wallClock(values.answerByDay, values.answerByTime),
    visibility: values.visibility,
    questions: questionsBody(values.questions),
    mailPlan: planBody(values.mailPlan),
    seating: seatingBody(values.seating),
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
  return fields.get(path) ?? seatingField(planField(questionField(agendaField(path))));
}

/** The field of the form that shows a refusal of the whole. */
export const fieldOfCode = { 'meeting.capacity-below-confirmed': 'capacity' };
