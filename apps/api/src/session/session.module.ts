import { Module } from '@nestjs/common';
import { BrowserEntry } from './browser-entry.js';
import { InstanceController } from './instance.controller.js';
import { SampleNetwork } from './sample-network.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';
import { SignInController } from './sign-in.controller.js';

/** Set-up, signing in and out. */
@Module({
  controllers: [InstanceController, SessionController, SetupController, SignInController],
  providers: [BrowserEntry, SampleNetwork],
})
export class SessionModule {}
