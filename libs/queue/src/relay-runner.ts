import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { UnitOfWork, insertRows } from '#database';
import { Clock, newId } from '#kernel';
import { DueWork } from './due-work.entity.js';
import { HandlerRegistry } from './handler-registry.js';
import { NotificationListener } from './notification-listener.js';
import { settledWithin } from './patience.js';
import { QUEUE_SETTINGS } from './queue-options.js';
import type { QueueSettings } from './queue-options.js';
import { RelayLoop } from './relay-loop.js';
import { RowRelay } from './row-relay.js';

const NO_SUBJECT = '00000000-0000-0000-0000-000000000000';

/** Runs every relay, the tick included, from the start of the application to its end. */
@Injectable()
export class RelayRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private loops: readonly RelayLoop[] = [];
  private listener?: NotificationListener;

  constructor(
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
    private readonly registry: HandlerRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.consume) return;
    await this.seedRecurringWork();
    const relays = this.registry.instancesOf(RowRelay);
    const loops = relays.map((relay) => ({ channel: relay.channel, loop: new RelayLoop(relay) }));
    this.loops = loops.map(({ loop }) => loop);
    this.listener = new NotificationListener(this.settings.directUrl, () => this.wakeAll());
    for (const { channel, loop } of loops) this.listener.on(channel, () => loop.wake());
    await this.listener.start();
    this.wakeAll();
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { shutdownSeconds } = this.settings;
    await settledWithin(shutdownSeconds, [this.listener?.stop() ?? Promise.resolve(), ...this.stopLoops()]);
  }

  private wakeAll(): void {
    for (const loop of this.loops) loop.wake();
  }

  private stopLoops(): readonly Promise<void>[] {
    return this.loops.map((loop) => loop.stop());
  }

  private async seedRecurringWork(): Promise<void> {
    const now = this.clock.now();
    const recurring = [...this.settings.definitions.dueWork.values()].filter(
      ({ everyHours }) => everyHours !== undefined,
    );
    const rows = recurring.map(({ kind }): DueWork => {
      const untouched = { payload: {}, claimedUntil: null, attempts: 0 };
      return { ...untouched, id: newId(), kind, subjectId: NO_SUBJECT, dueAt: now, createdAt: now };
    });
    await this.unitOfWork.run((tx) => insertRows(tx, DueWork, rows, { orIgnore: true }));
  }
}
