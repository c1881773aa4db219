import { Injectable } from '@nestjs/common';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { AnswersInAdvance } from '#participation';
import type { StandingAnswer } from './standing-answer.entity.js';

/** Whoever has answered a whole series has answered each of its dates. */
@Injectable()
export class StandingAnswersInAdvance extends AnswersInAdvance {
  override async find(
    reader: Reader,
    meetingId: Id,
    personIds: readonly Id[],
  ): Promise<ReadonlyMap<Id, StandingAnswer['answer']>> {
    const rows: Pick<StandingAnswer, 'personId' | 'answer'>[] = await reader.manager.query(
      `SELECT standing.person_id AS "personId", standing.answer
         FROM series_date AS date
         JOIN standing_answer AS standing ON standing.series_id = date.series_id
        WHERE date.meeting_id = $1 AND standing.person_id = ANY($2)`,
      [meetingId, personIds],
    );
    return new Map(rows.map(({ personId, answer }) => [personId, answer]));
  }
}
