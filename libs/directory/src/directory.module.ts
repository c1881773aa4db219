import { Global, Module } from '@nestjs/common';
import { PersonRegistry, SignInNotifier } from '#access';
import { DirectoryPersonRegistry } from './sign-in/directory-person-registry.js';
import { MailSignInNotifier } from './sign-in/mail-sign-in.notifier.js';
import { SignInMailRenderer } from './sign-in/sign-in-mail.renderer.js';

/** Fulfils what the access lib asks of the directory: who a person is, and how they are told to sign in. */
@Global()
@Module({
  providers: [
    { provide: PersonRegistry, useClass: DirectoryPersonRegistry },
    { provide: SignInNotifier, useClass: MailSignInNotifier },
    SignInMailRenderer,
  ],
  exports: [PersonRegistry, SignInNotifier],
})
export class DirectoryModule {}
