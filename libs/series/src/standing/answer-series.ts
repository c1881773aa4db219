import { Injectable } from '@nestjs/common';
import type { AuditChannel } from '#audit';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { factOf, recordFacts } from '#queue';
import { StandingAnswerGiven } from '../facts.js';
import { Series } from '../tables/series.entity.js';
import { auditSeries } from '../writing/audit-series.js';
import { StandingAnswer } from './standing-answer.entity.js';

export interface StandingCommand {
  readonly seriesId: Id;
  readonly personId: Id;
  /** Null: to be asked each time again. */
  readonly answer: StandingAnswer['answer'] | null;
  readonly channel: Extract<AuditChannel, 'web' | 'host'>;
  /** Who entered it, where that is not the person. */
  readonly actorPersonId: Id | null;
  readonly requestId: string | null;
}

/** Answers a whole series. */
@Injectable()
export class AnswerSeries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the answer for all dates to come; those that are invited already and unanswered are answered soon, by the
   * fact. Answers given singly stay, also when the standing one is taken back. Throws `series.not-found`, and
   * `person.not-found` for whoever was never asked to one of its dates. May run twice.
   */
  async answer(command: StandingCommand): Promise<void> {
    const { seriesId, personId, answer, channel, actorPersonId, requestId } = command;
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const series = await tx.manager.findOneBy(Series, { id: seriesId });
      if (series === null) throw new DomainError('series.not-found');
      if (!(await isAsked(tx, seriesId, personId))) throw new DomainError('person.not-found');
      if (answer === null) await tx.manager.delete(StandingAnswer, { seriesId, personId });
      else
        await tx.manager.upsert(StandingAnswer, { seriesId, personId, answer, answeredAt: now }, [
          'seriesId',
          'personId',
        ]);
      const actor = { personId: actorPersonId ?? personId, channel, requestId };
      await auditSeries(tx, series, { action: 'answer', actor, now, after: { personId, answer } });
      if (answer !== null) await recordFacts(tx, [factOf(StandingAnswerGiven, { seriesId, personId }, now)]);
    });
  }
}

/** Whether somebody is or was invited to a date of the series: the same for who is unknown and who is a stranger to it. */
async function isAsked(reader: Reader, seriesId: Id, personId: Id): Promise<boolean> {
  const found: unknown[] = await reader.manager.query(
    `SELECT FROM series_date AS date
       JOIN invitation ON invitation.meeting_id = date.meeting_id
      WHERE date.series_id = $1 AND invitation.person_id = $2 LIMIT 1`,
    [seriesId, personId],
  );
  return found.length > 0;
}
