import {
  endpoints,
  type AskedAudience,
  type AskingInput,
  type BodyOf,
  type HolidayPolicy,
  type InvitationSettings,
  type SeriesDto,
  type Visibility,
} from '#contracts';
import { both, numberOrNull, textOrNull, written, type Both } from '../../ui/typed-values.js';
import { usualSettings } from '../audiences/asking-settings.js';
import { emptyRule, finishedRule, type RuleDraft } from '../audiences/rule-draft.js';
import { agendaBody, agendaField, agendaValues, type AgendaDraft } from '../meetings/agenda-values.js';
import {
  planBody,
  planField,
  planValues,
  usualPlan,
  type MailPlanDraft,
} from '../meetings/mail-plan-values.js';
import { nowhere, placeBody, placeValues, type PlaceValues } from '../meetings/place-values.js';
import {
  questionField,
  questionsBody,
  questionValues,
  type QuestionDraft,
} from '../meetings/question-values.js';
import {
  seatingBody,
  seatingField,
  seatingValues,
  usualSeating,
  type SeatingDraft,
} from '../meetings/seating-values.js';
import { datesBody, emptyDates, type DatesDraft } from './dates-draft.js';
import { draftOf } from './read-dates.js';

export type SeriesBody = BodyOf<typeof endpoints.createSeries>;
export type SeriesPatchBody = BodyOf<typeof endpoints.changeSeries>;

/** Stand in the list of audiences for nobody, and for a rule that is composed here. */
export const NOBODY = 'nobody';
export const COMPOSED = 'composed';

/** A series as it stands in the form. */
export interface SeriesValues {
  institutionId: string | null;
  name: Both;
  description: Both;
  zone: string;
  dates: DatesDraft;
  allDay: boolean;
  days: number | string;
  hours: number | string;
  minutes: number | string;
  holidays: HolidayPolicy;
  windowMonths: number | string;
  firstNumber: number | string;
  title: Both;
  about: Both;
  agenda: AgendaDraft[];
  place: PlaceValues;
  onlineUrl: string;
  organiserId: string | null;
  listingIds: string[];
  capacity: number | string;
  visibility: Visibility;
  questions: QuestionDraft[];
  mailPlan: MailPlanDraft;
  seating: SeatingDraft;
  /** An audience's id, or what stands for none. */
  audience: string;
  audienceRule: RuleDraft;
  settings: InvitationSettings;
  inviteLeadDays: number | string;
  saveTheDateLeadDays: number | string;
  sending: 'by-itself' | 'after-nod';
  answerByLeadDays: number | string;
}

const DAY = 24 * 60;
const nothing: Both = { de: '', en: '' };

export const emptySeries: SeriesValues = {
  institutionId: null,
  name: nothing,
  description: nothing,
  zone: 'Europe/Berlin',
  dates: emptyDates,
  allDay: false,
  days: 1,
  hours: 2,
  minutes: 0,
  holidays: 'ask',
  windowMonths: 12,
  firstNumber: 1,
  title: nothing,
  about: nothing,
  agenda: [],
  place: nowhere,
  onlineUrl: '',
  organiserId: null,
  listingIds: [],
  capacity: '',
  visibility: 'public',
  questions: [],
  mailPlan: usualPlan,
  seating: usualSeating,
  audience: NOBODY,
  audienceRule: emptyRule,
  settings: usualSettings,
  inviteLeadDays: 42,
  saveTheDateLeadDays: '',
  sending: 'by-itself',
  answerByLeadDays: 7,
};

/** The form's values of a series. */
export function valuesOf(series: SeriesDto): SeriesValues {
  const { template, allDay, lengthMinutes } = series;
  return {
    institutionId: series.institution.id,
    name: both(series.name),
    description: both(series.description),
    zone: series.zone,
    dates: draftOf(series.rule),
    allDay,
    days: allDay ? lengthMinutes / DAY : emptySeries.days,
    hours: allDay ? emptySeries.hours : Math.floor(lengthMinutes / 60),
    minutes: allDay ? emptySeries.minutes : lengthMinutes % 60,
    holidays: series.holidays,
    windowMonths: series.windowMonths,
    firstNumber: series.firstNumber,
    title: both(template.title),
    about: both(template.description),
    agenda: agendaValues(template.agenda),
    place: placeValues(template.place),
    onlineUrl: template.onlineUrl ?? '',
    organiserId: template.organiserId,
    listingIds: [...template.listingIds],
    capacity: template.capacity ?? '',
    visibility: template.visibility,
    questions: questionValues(template.questions),
    mailPlan: planValues(template.mailPlan),
    seating: seatingValues(template.seating),
    ...audienceValues(series.asking),
    inviteLeadDays: series.inviteLeadDays,
    saveTheDateLeadDays: series.saveTheDateLeadDays ?? '',
    sending: series.sending,
    answerByLeadDays: series.answerByLeadDays ?? '',
  };
}

/** The body of the contract: what was left empty is null. */
export function bodyOf(values: SeriesValues): SeriesBody {
  return {
    institutionId: values.institutionId ?? '',
    name: written(values.name) ?? {},
    description: written(values.description),
    zone: values.zone,
    rule: datesBody(wholeDays(values)),
    allDay: values.allDay,
    lengthMinutes: lengthOf(values),
    template: {
      title: written(values.title) ?? {},
      description: written(values.about),
      agenda: agendaBody(values.agenda),
      place: placeBody(values.place),
      onlineUrl: textOrNull(values.onlineUrl),
      organiserId: values.organiserId,
      listingIds: values.listingIds,
      capacity: numberOrNull(values.capacity),
      visibility: values.visibility,
      questions: questionsBody(values.questions),
      mailPlan: planBody(values.mailPlan),
      seating: seatingBody(values.seating),
    },
    asking: askingOf(values),
    inviteLeadDays: whole(values.inviteLeadDays),
    saveTheDateLeadDays: numberOrNull(values.saveTheDateLeadDays),
    sending: values.sending,
    answerByLeadDays: numberOrNull(values.answerByLeadDays),
    holidays: values.holidays,
    windowMonths: whole(values.windowMonths),
    firstNumber: whole(values.firstNumber),
  };
}

/** How long each meeting is. */
export function lengthOf({ allDay, days, hours, minutes }: SeriesValues): number {
  return allDay ? Number(days) * DAY : Number(hours) * 60 + Number(minutes);
}

/** The dates as they are for whole days: at midnight. */
export function wholeDays({ allDay, dates }: Pick<SeriesValues, 'allDay' | 'dates'>): DatesDraft {
  if (!allDay) return dates;
  return {
    ...dates,
    startTime: '00:00',
    picked: dates.picked.map(atMidnight),
    except: dates.except.map(atMidnight),
  };
}

/** Whom the series asks; null: nobody, or while the rule does not say enough. */
export function askingOf({ audience, audienceRule, settings }: SeriesValues): AskingInput | null {
  const asked = askedOf(audience, audienceRule);
  return asked === null ? null : { audience: asked, settings };
}

const fields = new Map([
  ['name', 'name.de'],
  ['description', 'description.de'],
  ['rule.startsLocal', 'dates.startDay'],
  ['rule.rrule', 'dates.rrule'],
  ['rule.dates', 'dates.picked'],
  ['lengthMinutes', 'hours'],
  ['template.title', 'title.de'],
  ['template.description', 'about.de'],
  ['template.place', 'place.latitude'],
  ['template.place.directions', 'place.directions.de'],
]);

/** The field of the form that shows what is wrong with a part of the body. */
export function fieldOf(path: string): string {
  const known = fields.get(path);
  if (known !== undefined) return known;
  if (path.startsWith('rule.dates')) return 'dates.picked';
  const own = path.replace(/^template\.description/, 'about').replace(/^template\./, '');
  return seatingField(planField(questionField(agendaField(own))));
}

/** The field of the form that shows a refusal of the whole. */
export const fieldOfCode = { 'series.unknown-placeholder': 'title.de' };

function askedOf(audience: string, draft: RuleDraft): AskedAudience | null {
  if (audience === NOBODY) return null;
  if (audience !== COMPOSED) return { kind: 'saved', audienceId: audience };
  const rule = finishedRule(draft);
  return rule === null ? null : { kind: 'rule', rule };
}

function audienceValues(asking: AskingInput | null) {
  if (asking === null) return { audience: NOBODY, audienceRule: emptyRule, settings: usualSettings };
  const { audience, settings } = asking;
  const chosen = { ...usualSettings, ...settings };
  return audience.kind === 'saved'
    ? { audience: audience.audienceId, audienceRule: emptyRule, settings: chosen }
    : { audience: COMPOSED, audienceRule: audience.rule, settings: chosen };
}

/** Left empty it is no number, which the contract refuses. */
function whole(typed: number | string): number {
  return typed === '' ? Number.NaN : Number(typed);
}

function atMidnight(local: string): string {
  return `${local.slice(0, 10)}T00:00`;
}
