import { noMails, ordinarySeating } from '#contracts';
import type { SeriesInput } from '#contracts';
import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';
import type { Series, SeriesDate } from '#series';
import { anInstitution } from './directory.factory.js';

/*
 * Series and their dates as tests need them, written straight into the tables. Times fit a test clock that stands in
 * March 2026.
 */

const madeAt = Temporal.Instant.from('2026-02-02T08:00:00Z');

/** A draft on the first Thursday of every month from April 2026 on, 10:00 to 12:00 in Berlin. */
export async function aSeries(reader: Reader, fields: Partial<Series> = {}): Promise<Series> {
  const id = fields.id ?? newId();
  const { template, rule } = seriesBody({ institutionId: '' });
  const series: Series = {
    id,
    slug: `reihe-${id.slice(-12)}`,
    institutionId: fields.institutionId ?? (await anInstitution(reader, { kind: 'network' })).id,
    name: { de: 'Erfahrungsaustausch', en: 'Exchange' },
    sortName: 'Erfahrungsaustausch',
    description: null,
    zone: 'Europe/Berlin',
    rule,
    allDay: false,
    lengthMinutes: 120,
    template,
    organiserId: null,
    audienceId: null,
    audienceRule: null,
    successors: 'on-the-day',
    newcomers: 'invite',
    copyToDeputies: false,
    inviteLeadDays: 42,
    saveTheDateLeadDays: null,
    sending: 'by-itself',
    answerByLeadDays: 7,
    holidays: 'keep',
    windowMonths: 12,
    firstNumber: 1,
    askHostLeadDays: 90,
    confirmHostDays: 14,
    remindHostDays: 3,
    state: 'draft',
    endsOn: null,
    version: 1,
    createdAt: madeAt,
    changedAt: madeAt,
    ...fields,
  };
  await reader.manager.insert('Series', { ...series });
  return series;
}

/** A date of a series that asks the host what to become. */
export async function aSeriesDate(
  reader: Reader,
  fields: Partial<SeriesDate> & Pick<SeriesDate, 'seriesId'>,
): Promise<SeriesDate> {
  const date: SeriesDate = {
    id: newId(),
    originalLocal: Temporal.PlainDateTime.from('2026-05-14T10:00'),
    number: 1,
    state: 'asked',
    meetingId: null,
    generated: null,
    holiday: { name: { de: 'Christi Himmelfahrt', en: 'Ascension Day' }, lands: ['SN'] },
    hostId: null,
    dueAt: null,
    invitedAt: null,
    ...fields,
  };
  await reader.manager.insert('SeriesDate', { ...date });
  return date;
}

/** What a host sends to add a series. */
export function seriesBody(fields: Partial<SeriesInput> & Pick<SeriesInput, 'institutionId'>) {
  return {
    name: { de: 'Erfahrungsaustausch', en: 'Exchange' },
    zone: 'Europe/Berlin',
    rule: {
      kind: 'rrule' as const,
      startsLocal: '2026-04-02T10:00',
      rrule: 'FREQ=MONTHLY;BYDAY=1TH',
      except: [],
    },
    lengthMinutes: 120,
    template: {
      title: { de: '{number}. Erfahrungsaustausch {year}', en: 'Exchange no. {number}, {year}' },
      description: null,
      agenda: [],
      questions: [],
      seating: ordinarySeating,
      mailPlan: noMails,
      place: null,
      onlineUrl: null,
      listingIds: [],
      capacity: null,
      visibility: 'public' as const,
    },
    ...fields,
  };
}
