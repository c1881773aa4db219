import { Global, Module } from '@nestjs/common';
import { GrantSource, PersonRegistry, SignInNotifier } from '#access';
import { CheckImport } from './import/check-import.js';
import { ConfirmImport } from './import/confirm-import.js';
import { DeleteOldImportsWork, ImportCheckWork, ImportWriteWork } from './import/import.work.js';
import { StartImport } from './import/start-import.js';
import { DirectoryGrants } from './rights/directory-grants.js';
import { DirectoryPersonRegistry } from './sign-in/directory-person-registry.js';
import { MailSignInNotifier } from './sign-in/mail-sign-in.notifier.js';
import { SignInMailRenderer } from './sign-in/sign-in-mail.renderer.js';

/** Fulfils what the access lib asks of the directory: who a person is, what they may, how they are told to sign in. */
@Global()
@Module({
  providers: [
    { provide: PersonRegistry, useClass: DirectoryPersonRegistry },
    { provide: GrantSource, useClass: DirectoryGrants },
    { provide: SignInNotifier, useClass: MailSignInNotifier },
    SignInMailRenderer,
    StartImport,
    CheckImport,
    ConfirmImport,
    ImportCheckWork,
    ImportWriteWork,
    DeleteOldImportsWork,
  ],
  exports: [CheckImport, ConfirmImport, StartImport, GrantSource, PersonRegistry, SignInNotifier],
})
export class DirectoryModule {}
