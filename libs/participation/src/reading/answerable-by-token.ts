import type { Question, Seating } from '#contracts';
import type { Reader } from '#database';
import { hashToken, isTokenShaped } from '#kernel';
import type { Id, Language, Temporal } from '#kernel';

/** As much of an invitation as an answer to it needs, read in one query: hundreds may answer in a second. */
export interface AnswerableInvitation {
  readonly invitationId: Id;
  readonly meetingId: Id;
  readonly isWithdrawn: boolean;
  readonly endsAt: Temporal.Instant;
  readonly questions: readonly Question[];
  readonly seating: Seating;
  /** The invitee's. */
  readonly language: Language;
}

/** The invitation a token opens, or null. */
export async function findAnswerable(reader: Reader, token: string): Promise<AnswerableInvitation | null> {
  if (!isTokenShaped(token)) return null;
  const [found]: AnswerableInvitation[] = await reader.manager.query(
    `SELECT invitation.id AS "invitationId", meeting.id AS "meetingId", person.language,
            invitation.state = 'withdrawn' AS "isWithdrawn", meeting.ends_at AS "endsAt",
            meeting.questions, meeting.seating
       FROM invitation
       JOIN meeting ON meeting.id = invitation.meeting_id
       JOIN person ON person.id = invitation.person_id
      WHERE invitation.token_hash = $1
         OR invitation.id = (SELECT invitation_id FROM former_invitation WHERE token_hash = $1)`,
    [hashToken(token)],
  );
  return found ?? null;
}
