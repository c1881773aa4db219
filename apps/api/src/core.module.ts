import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { Config } from '#config';
import { Clock, TokenKeys } from '#kernel';

/** What has no area: the configuration, the clock and the keys. */
@Global()
@Module({})
export class CoreModule {
  static forRoot(config: Config, clock: Clock): DynamicModule {
    return {
      module: CoreModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: TokenKeys, useValue: new TokenKeys(config.secretKeys) },
      ],
      exports: [Config, Clock, TokenKeys],
    };
  }
}
