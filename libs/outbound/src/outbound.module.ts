import { Module } from '@nestjs/common';
import { Config } from '#config';
import { GuardedHttp } from './guarded-http.js';

/** Requests to other people's servers. */
@Module({
  providers: [
    {
      provide: GuardedHttp,
      useFactory: ({ outboundPrivate, publicUrl }: Config) =>
        new GuardedHttp({ allowed: outboundPrivate, userAgent: `Jourfixe (+${publicUrl})` }),
      inject: [Config],
    },
  ],
  exports: [GuardedHttp],
})
export class OutboundModule {}
