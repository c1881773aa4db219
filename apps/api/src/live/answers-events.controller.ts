import { PassThrough } from 'node:stream';
import { Controller, Header, Req, StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { endpoints } from '#contracts';
import { UnitOfWork } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { getMeeting } from '#meetings';
import { Callers, CurrentActor, Input, Route } from '../http/index.js';
import type { InputOf } from '../http/index.js';
import { MeetingWatch } from './meeting-watch.js';
import type { Watcher } from './meeting-watch.js';

const MOST_WATCHERS = 200;
/** Whoever leaves so much unread is gone or too slow, and comes back by itself. */
const MOST_UNREAD_BYTES = 16 * 1024;

/** Answers as they come, for whoever looks at them. */
@Controller()
export class AnswersEventsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly callers: Callers,
    private readonly meetings: MeetingWatch,
  ) {}

  // Said to nginx: what is kept until a buffer is full comes too late.
  @Header('X-Accel-Buffering', 'no')
  // Kept for another request, the connection would hold up a closing server for more than a minute.
  @Header('Connection', 'close')
  @Route(endpoints.watchAnswers)
  async watch(
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Input() { params }: InputOf<typeof endpoints.watchAnswers>,
  ): Promise<StreamableFile> {
    await this.assertMayLook(actor, params.id);
    if (this.meetings.size >= MOST_WATCHERS) throw new DomainError('answers.too-many-watchers');
    const stream = new PassThrough();
    const watcher = new AnswersStream(params.id, stream, () => this.mayStillLook(request, params.id));
    const stop = await this.meetings.add(watcher);
    stream.once('close', stop);
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }

  private async assertMayLook(actor: Actor, meetingId: Id): Promise<void> {
    await getMeeting(this.unitOfWork.reader, scopeOf(actor, 'meeting.invite'), meetingId);
  }

  /** Whether the session or key still holds and still reaches the meeting. */
  private async mayStillLook(request: FastifyRequest, meetingId: Id): Promise<boolean> {
    try {
      const caller = await this.callers.find(request);
      if (caller === null) return false;
      await this.assertMayLook(caller.actor, meetingId);
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}

/** One open reply; asks before every word whether its reader still may know. */
class AnswersStream implements Watcher {
  private told: string | null = null;

  constructor(
    readonly meetingId: Id,
    private readonly stream: PassThrough,
    private readonly mayStillLook: () => Promise<boolean>,
  ) {}

  async tell(version: string): Promise<void> {
    if (this.stream.destroyed || this.stream.writableEnded) return;
    if (!(await this.mayStillLook()) || this.stream.writableLength > MOST_UNREAD_BYTES) {
      this.end();
      return;
    }
    this.stream.write(version === this.told ? ': here\n\n' : `data: ${JSON.stringify({ version })}\n\n`);
    this.told = version;
  }

  end(): void {
    this.stream.end();
  }
}
