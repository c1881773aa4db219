import { Global, Module } from '@nestjs/common';
import { Authentication } from './authentication.js';
import { GrantSource, NamedGrants } from './grant-source.js';

/** Identity, sessions, keys and grants. Needs UnitOfWork, Clock and TokenKeys. */
@Global()
@Module({
  providers: [Authentication, { provide: GrantSource, useClass: NamedGrants }],
  exports: [Authentication, GrantSource],
})
export class AccessModule {}
