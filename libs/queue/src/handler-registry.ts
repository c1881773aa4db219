import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { matchHandlers } from './match-handlers.js';
import type { Handlers } from './match-handlers.js';
import { QUEUE_SETTINGS } from './queue-options.js';
import type { QueueSettings } from './queue-options.js';

/** Who does what in this process. */
@Injectable()
export class HandlerRegistry implements OnModuleInit {
  private matched?: Handlers;

  constructor(
    @Inject(QUEUE_SETTINGS) private readonly settings: QueueSettings,
    private readonly discovery: DiscoveryService,
  ) {}

  /** Before anything is started that a failed start would leave running. */
  onModuleInit(): void {
    if (this.settings.consume) void this.handlers;
  }

  /** Only after every module has been loaded. Throws if something defined has no handler, or two. */
  get handlers(): Handlers {
    this.matched ??= matchHandlers(this.settings.definitions, this.providers());
    return this.matched;
  }

  /** The providers that are instances of the class. */
  instancesOf<Wanted>(wanted: abstract new (...dependencies: never[]) => Wanted): readonly Wanted[] {
    return this.providers().filter((provider) => provider instanceof wanted) as Wanted[];
  }

  private providers(): readonly object[] {
    const instances: unknown[] = this.discovery.getProviders().map((wrapper) => wrapper.instance);
    const objects = instances.filter((instance) => typeof instance === 'object' && instance !== null);
    return [...new Set(objects)];
  }
}
