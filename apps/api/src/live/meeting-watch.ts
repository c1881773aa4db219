import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleDestroy } from '@nestjs/common';
import { Config } from '#config';
import { UnitOfWork } from '#database';
import type { Id } from '#kernel';
import { readAnswerVersions } from '#participation';
import { FACT_CHANNEL, NotificationListener } from '#queue';

/** Somebody who wants to know when a meeting's answers change. */
export interface Watcher {
  readonly meetingId: Id;
  /** The version that it has been told of; it may be the same as before, as a sign of life. */
  tell(version: string): Promise<void>;
  end(): void;
}

const GATHER_MS = 200;
const SIGN_OF_LIFE_MS = 15_000;

/**
 * Looks at the answers of watched meetings whenever some process has committed a fact, and every so often for what a
 * lost notification would have told; so it works however many apis there are. One connection listens per process, from
 * the first watcher on; one query serves all watchers.
 */
@Injectable()
export class MeetingWatch implements OnModuleDestroy {
  private readonly logger = new Logger(MeetingWatch.name);
  private readonly watchers = new Set<Watcher>();
  private readonly listener: NotificationListener;
  private listening: Promise<void> | null = null;
  private gathering: NodeJS.Timeout | undefined;
  private beating: NodeJS.Timeout | undefined;
  private looking = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    config: Config,
  ) {
    const look = (): void => this.lookSoon();
    this.listener = new NotificationListener(config.databaseDirectUrl, look).on(FACT_CHANNEL, look);
  }

  get size(): number {
    return this.watchers.size;
  }

  /** Tells the watcher the version of now, and every later one, until the returned function is called. */
  async add(watcher: Watcher): Promise<() => void> {
    this.watchers.add(watcher);
    this.beating ??= setInterval(() => void this.look(), SIGN_OF_LIFE_MS);
    this.listening ??= this.listener.start();
    await this.listening;
    const versions = await readAnswerVersions(this.unitOfWork.reader, [watcher.meetingId]);
    await watcher.tell(versions.get(watcher.meetingId) ?? '');
    return () => void this.watchers.delete(watcher);
  }

  /** Ends whoever still watches, so that closing need not wait for them. */
  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.gathering);
    clearInterval(this.beating);
    for (const watcher of this.watchers) watcher.end();
    this.watchers.clear();
    await this.looking;
    if (this.listening !== null) await this.listener.stop();
  }

  private lookSoon(): void {
    if (this.watchers.size === 0) return;
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      void this.look();
    }, GATHER_MS);
  }

  private look(): Promise<void> {
    this.looking = this.looking
      .then(() => this.tellAll())
      .catch((error: unknown) => this.logger.warn(`watched meetings could not be read: ${String(error)}`));
    return this.looking;
  }

  private async tellAll(): Promise<void> {
    const watchers = [...this.watchers];
    const ids = [...new Set(watchers.map(({ meetingId }) => meetingId))];
    const versions = await readAnswerVersions(this.unitOfWork.reader, ids);
    for (const watcher of watchers) await watcher.tell(versions.get(watcher.meetingId) ?? '');
  }
}
