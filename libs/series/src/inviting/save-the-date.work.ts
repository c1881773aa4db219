import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting } from '#meetings';
import { sourceOf, writeSaveTheDates } from '#participation';
import { HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { lockSeries } from '../tables/find-series.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import { askingOf } from '../writing/series-values.js';
import { SaveTheDateDue } from './invitations-due.js';

/** Asks a series' audience to keep a date free, long before it is invited. */
@Injectable()
@HandlesDueWork(SaveTheDateDue)
export class SaveTheDateWork implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Nothing for a date that is invited, cancelled or over, or of a series that pauses. May run twice. */
  async handle({ subjectId }: Pick<DueWorkRun<Record<never, never>>, 'subjectId'>): Promise<void> {
    await this.unitOfWork.run((tx) => this.send(tx, subjectId));
  }

  private async send(tx: Tx, dateId: Id): Promise<void> {
    const named = await tx.manager.findOneBy(SeriesDate, { id: dateId });
    if (named === null) return;
    const series = await lockSeries(tx, named.seriesId);
    const date = await tx.manager.findOneBy(SeriesDate, { id: dateId });
    const asking = askingOf(series);
    if (date?.meetingId == null || date.invitedAt !== null || asking === null) return;
    if (series.state !== 'active' || series.saveTheDateLeadDays === null) return;
    const meeting = await lockMeeting(tx, date.meetingId);
    const now = this.clock.now();
    if (meeting.state !== 'published' || Temporal.Instant.compare(meeting.startsAt, now) <= 0) return;
    const asked = { ...sourceOf(asking.audience), successors: asking.settings.successors };
    await writeSaveTheDates(tx, meeting, asked, now);
  }
}
