import { Module } from '@nestjs/common';
import { GrantReader } from './grant.reader.js';
import { GrantsController } from './grants.controller.js';
import { LoginsController } from './logins.controller.js';

/** Who may do what, and who can sign in, over HTTP. */
@Module({ controllers: [GrantsController, LoginsController], providers: [GrantReader] })
export class RightsApiModule {}
