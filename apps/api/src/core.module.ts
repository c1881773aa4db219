import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Config } from '#config';
import { Clock, TokenKeys } from '#kernel';
import { Terminal } from './terminal.js';

export interface Core {
  readonly config: Config;
  readonly clock: Clock;
  readonly terminal: Terminal;
}

/** What has no area: the configuration, the clock and the keys. */
@Global()
@Module({})
export class CoreModule {
  static forRoot({ config, clock, terminal }: Core): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: Terminal, useValue: terminal },
        { provide: TokenKeys, useValue: new TokenKeys(config.secretKeys) },
      ],
      exports: [Config, Clock, Terminal, TokenKeys],
    };
  }
}
