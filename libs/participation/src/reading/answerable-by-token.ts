import { Injectable } from '@nestjs/common';
import type { Question, Seating } from '#contracts';
import { UnitOfWork } from '#database';
import { hashToken, isTokenShaped } from '#kernel';
import type { Id, Temporal } from '#kernel';

/** As much of an invitation as an answer to it needs. */
export interface AnswerableInvitation {
  readonly invitationId: Id;
  readonly meetingId: Id;
  readonly isWithdrawn: boolean;
  readonly endsAt: Temporal.Instant;
  readonly questions: readonly Question[];
  readonly seating: Seating;
}

interface Asked {
  readonly hash: string;
  readonly resolve: (found: AnswerableInvitation | null) => void;
  readonly reject: (error: unknown) => void;
}

/** Finds what answers are to: those that come in one turn of the event loop by one query, as hundreds may answer at once. */
@Injectable()
export class AnswerableInvitations {
  private asked: Asked[] = [];

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The invitation a token opens, or that became one with another, or null. */
  find(token: string): Promise<AnswerableInvitation | null> {
    if (!isTokenShaped(token)) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.asked.push({ hash: hashToken(token), resolve, reject });
      if (this.asked.length === 1) setImmediate(() => void this.findAll());
    });
  }

  private async findAll(): Promise<void> {
    const { asked } = this;
    this.asked = [];
    try {
      const found = await this.read(asked.map(({ hash }) => hash));
      for (const { hash, resolve } of asked) resolve(found.get(hash) ?? null);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  private async read(hashes: readonly string[]): Promise<ReadonlyMap<string, AnswerableInvitation>> {
    const rows: (AnswerableInvitation & { hash: string })[] = await this.unitOfWork.reader.manager.query(
      `SELECT opened.hash, invitation.id AS "invitationId", meeting.id AS "meetingId",
              invitation.state = 'withdrawn' AS "isWithdrawn", meeting.ends_at AS "endsAt",
              meeting.questions, meeting.seating
         FROM (SELECT token_hash AS hash, id FROM invitation WHERE token_hash = ANY($1)
                UNION ALL
               SELECT token_hash, invitation_id FROM former_invitation WHERE token_hash = ANY($1)) AS opened
         JOIN invitation ON invitation.id = opened.id
         JOIN meeting ON meeting.id = invitation.meeting_id`,
      [hashes],
    );
    return new Map(rows.map(({ hash, ...row }) => [hash, row]));
  }
}
