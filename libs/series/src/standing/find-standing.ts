import type { Reader } from '#database';
import type { Id, LocalizedText } from '#kernel';
import type { StandingAnswer } from './standing-answer.entity.js';

/** The series of a meeting, with what somebody answers to all of it. */
export interface MeetingSeries {
  readonly id: Id;
  readonly name: LocalizedText;
  readonly slug: string;
  /** Whether everybody may see its page. */
  readonly open: boolean;
  readonly standing: StandingAnswer['answer'] | null;
}

/** The series that the meeting is a date of, as the person finds it; null for a meeting of its own. One query. */
export async function findMeetingSeries(
  reader: Reader,
  { meetingId, personId }: { meetingId: Id; personId: Id | null },
): Promise<MeetingSeries | null> {
  const [found]: MeetingSeries[] = await reader.manager.query(
    `SELECT series.id, series.name, series.slug, standing.answer AS standing,
            series.state <> 'draft' AND series.template ->> 'visibility' IN ('public', 'unlisted') AS open
       FROM series_date AS date
       JOIN series ON series.id = date.series_id
       LEFT JOIN standing_answer AS standing ON standing.series_id = series.id AND standing.person_id = $2
      WHERE date.meeting_id = $1`,
    [meetingId, personId],
  );
  return found ?? null;
}
