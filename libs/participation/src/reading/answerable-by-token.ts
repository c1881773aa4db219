import { setImmediate as nextTurn } from 'node:timers/promises';
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

/**
 * Finds what answers are to, as hundreds may answer at once: one query is under way at a time, and those that come
 * meanwhile share the next one.
 */
@Injectable()
export class AnswerableInvitations {
  private asked: Asked[] = [];
  private isReading = false;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The invitation a token opens, or that became one with another, or null. */
  find(token: string): Promise<AnswerableInvitation | null> {
    if (!isTokenShaped(token)) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.asked.push({ hash: hashToken(token), resolve, reject });
      if (!this.isReading) void this.readAll();
    });
  }

  private async readAll(): Promise<void> {
    this.isReading = true;
    while (this.asked.length > 0) {
      // Those that came in the same turn of the event loop are taken along.
      await nextTurn();
      await this.readNext();
    }
    this.isReading = false;
  }

  private async readNext(): Promise<void> {
    const { asked } = this;
    this.asked = [];
    try {
      const found = await this.findByHash(asked.map(({ hash }) => hash));
      for (const { hash, resolve } of asked) resolve(found.get(hash) ?? null);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }

  private async findByHash(hashes: readonly string[]): Promise<ReadonlyMap<string, AnswerableInvitation>> {
    const found = await this.read('SELECT token_hash AS hash, id FROM invitation', hashes);
    const others = hashes.filter((hash) => !found.has(hash));
    if (others.length === 0) return found;
    const former = await this.read(
      'SELECT token_hash AS hash, invitation_id AS id FROM former_invitation',
      others,
    );
    return new Map([...found, ...former]);
  }

  /** By what the tokens open: the hash, and the id of an invitation. */
  private async read(
    opened: string,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, AnswerableInvitation>> {
    const rows: (AnswerableInvitation & { hash: string })[] = await this.unitOfWork.reader.manager.query(
      `SELECT opened.hash, invitation.id AS "invitationId", meeting.id AS "meetingId",
              invitation.state = 'withdrawn' AS "isWithdrawn", meeting.ends_at AS "endsAt",
              meeting.questions, meeting.seating
         FROM (${opened} WHERE token_hash = ANY($1)) AS opened
         JOIN invitation ON invitation.id = opened.id
         JOIN meeting ON meeting.id = invitation.meeting_id`,
      [hashes],
    );
    return new Map(rows.map(({ hash, ...row }) => [hash, row]));
  }
}
