import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Clock, Terminal, TokenKeys } from '#kernel';
import { Config } from './config.js';

/** What a process is given from outside. */
export interface Surroundings {
  readonly config: Config;
  readonly clock: Clock;
  readonly terminal: Terminal;
}

/** Supplies configuration, clock, terminal and keys to every module. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot({ config, clock, terminal }: Surroundings): DynamicModule {
    return {
      module: ConfigModule,
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
