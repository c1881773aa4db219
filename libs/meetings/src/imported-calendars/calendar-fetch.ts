import { Injectable } from '@nestjs/common';
import { readCalendar } from '#calendar';
import type { ReadCalendar } from '#calendar';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { GuardedHttp } from '#outbound';
import type { FetchOutcome, FetchRefusal } from '#outbound';
import { defineDueWork, HandlesDueWork, scheduleDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { lockCalendar } from './find-calendars.js';
import { ImportedCalendar } from './imported-calendar.entity.js';
import { replaceEntries } from './replace-entries.js';

const ZONE = 'Europe/Berlin';
const HOURS_BETWEEN = 12;
const MOST_HOURS_BETWEEN = 48;
const FIRST_RETRY_MINUTES = 15;
/** From so many months of window on, what has not changed is fetched all the same, to work recurring entries out. */
const FRESH_MONTHS = 23;

/** A calendar is to be fetched; the row's subject is the calendar. */
const CalendarFetchDue = defineDueWork<Record<never, never>>('imported-calendar.fetch', { rowsPerJob: 1 });

/** Has a calendar fetched then. One row per calendar: the moment said last counts. */
export async function scheduleFetch(tx: Tx, subjectId: Id, dueAt: Temporal.Instant): Promise<void> {
  await scheduleDueWork(tx, CalendarFetchDue, [{ subjectId, dueAt, payload: {} }]);
}

/** The days a calendar is read for: from a month ago, for two years. */
export function windowAt(now: Temporal.Instant) {
  const today = now.toZonedDateTimeISO(ZONE).toPlainDate();
  return { from: today.subtract({ months: 1 }), until: today.add({ years: 2 }), zone: ZONE };
}

type Outcome = Extract<FetchOutcome, { kind: 'unchanged' }> | Fetched | Failure;
type Fetched = Extract<ReadCalendar, { kind: 'read' }> &
  Pick<Extract<FetchOutcome, { kind: 'fetched' }>, 'etag' | 'lastModified'>;
type Failure = FetchRefusal | Extract<ReadCalendar, { kind: 'refused' }>;

/** Fetches imported calendars when it is time. */
@Injectable()
@HandlesDueWork(CalendarFetchDue)
export class CalendarFetchWork implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly http: GuardedHttp,
    private readonly clock: Clock,
  ) {}

  /**
   * Fetches and reads outside any transaction, then writes all or nothing under the calendar's lock: what cannot be had
   * or has no entries leaves the last good state alone. Puts the next attempt down. Does nothing for a calendar that is
   * gone or has another address by now. May run twice.
   */
  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    const calendar = await this.unitOfWork.reader.manager.findOneBy(ImportedCalendar, { id: subjectId });
    if (calendar === null || calendar.address === null) return;
    const { address } = calendar;
    const outcome = await this.fetch(address, calendar);
    await this.unitOfWork.run(async (tx) => {
      const current = await lockCalendar(tx, subjectId);
      if (current?.address !== address) return;
      await this.write(tx, current, outcome);
    });
  }

  private async fetch(address: string, calendar: ImportedCalendar): Promise<Outcome> {
    const window = windowAt(this.clock.now());
    const isFresh =
      calendar.readUntil !== null &&
      window.from.add({ months: FRESH_MONTHS }).until(calendar.readUntil).sign >= 0;
    const outcome = await this.http.fetch(address, isFresh ? calendar : undefined);
    if (outcome.kind !== 'fetched') return outcome;
    const read = readCalendar(outcome.bytes, window);
    if (read.kind === 'refused') return read;
    return { ...read, etag: outcome.etag, lastModified: outcome.lastModified };
  }

  private async write(tx: Tx, { id, ...current }: ImportedCalendar, outcome: Outcome): Promise<void> {
    const now = this.clock.now();
    if (outcome.kind === 'refused') {
      const failures = current.failures + 1;
      const failingSince = current.failingSince ?? now;
      const failure = { failures, failingSince, failureCode: outcome.code, failureParams: outcome.params };
      await tx.manager.update(ImportedCalendar, { id }, failure);
      return scheduleFetch(tx, id, now.add({ minutes: minutesUntilRetry(failures) }));
    }
    await tx.manager.update(ImportedCalendar, { id }, { ...wellAt(now), ...readColumns(outcome, now) });
    if (outcome.kind === 'read') await replaceEntries(tx, id, outcome.entries);
    return scheduleFetch(tx, id, now.add({ hours: HOURS_BETWEEN }));
  }
}

/** The columns of a calendar that was had. */
export function wellAt(now: Temporal.Instant) {
  return { refreshedAt: now, failures: 0, failingSince: null, failureCode: null, failureParams: {} };
}

function readColumns(outcome: Exclude<Outcome, Failure>, now: Temporal.Instant) {
  if (outcome.kind === 'unchanged') return {};
  const { entries, etag, lastModified } = outcome;
  return { entries: entries.length, etag, lastModified, readUntil: windowAt(now).until };
}

/** A quarter of an hour at first, twice as long each time, at most two days. */
function minutesUntilRetry(failures: number): number {
  return Math.min(FIRST_RETRY_MINUTES * 2 ** Math.min(failures - 1, 10), MOST_HOURS_BETWEEN * 60);
}
