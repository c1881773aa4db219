import { Global, Module } from '@nestjs/common';
import { PersonRegistry, SignInNotifier } from '#access';
import { DirectoryPersonRegistry } from '#directory';
import { BrowserEntry } from './browser-entry.js';
import { InstanceController } from './instance.controller.js';
import { MailSignInNotifier } from './mail-sign-in.notifier.js';
import { NoSampleNetwork, SampleNetwork } from './sample-network.js';
import { SessionController } from './session.controller.js';
import { SetupController } from './setup.controller.js';
import { SignInController } from './sign-in.controller.js';

/** Set-up, signing in and out; fulfils what the access lib asks of its composition. */
@Global()
@Module({
  controllers: [InstanceController, SessionController, SetupController, SignInController],
  providers: [
    BrowserEntry,
    { provide: PersonRegistry, useClass: DirectoryPersonRegistry },
    { provide: SignInNotifier, useClass: MailSignInNotifier },
    { provide: SampleNetwork, useClass: NoSampleNetwork },
  ],
  exports: [PersonRegistry, SignInNotifier],
})
export class SessionModule {}
