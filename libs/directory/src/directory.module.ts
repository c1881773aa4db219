import { Global, Module } from '@nestjs/common';
import { GrantSource, PersonRegistry, SignInNotifier } from '#access';
import { DiscoveryModule } from '@nestjs/core';
import { AccountMerger } from './merge/account.merger.js';
import { AcquaintanceMerger } from './merge/acquaintance.merger.js';
import { AudiencesMerger } from './merge/audiences.merger.js';
import { SuggestDuplicates } from './duplicates/suggest-duplicates.js';
import { SuggestionsMerger } from './merge/suggestions.merger.js';
import { DeputiesMerger } from './merge/deputies.merger.js';
import { MandatesMerger } from './merge/mandates.merger.js';
import { MergePeople } from './merge/merge-people.js';
import { PersonMergers } from './merge/person-mergers.js';
import { CheckImport } from './import/check-import.js';
import { ConfirmImport } from './import/confirm-import.js';
import { DeleteOldImportsWork, ImportCheckWork, ImportWriteWork } from './import/import.work.js';
import { StartImport } from './import/start-import.js';
import { DirectoryGrants } from './rights/directory-grants.js';
import { DirectoryPersonRegistry } from './sign-in/directory-person-registry.js';
import { MailSignInNotifier } from './sign-in/mail-sign-in.notifier.js';
import { SignInMailRenderer } from './sign-in/sign-in-mail.renderer.js';
import { WelcomeMailRenderer } from './sign-in/welcome-mail.renderer.js';

/** Fulfils what the access lib asks of the directory: who a person is, what they may, how they are told to sign in. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    { provide: PersonRegistry, useClass: DirectoryPersonRegistry },
    { provide: GrantSource, useClass: DirectoryGrants },
    { provide: SignInNotifier, useClass: MailSignInNotifier },
    SignInMailRenderer,
    AccountMerger,
    AcquaintanceMerger,
    AudiencesMerger,
    MandatesMerger,
    DeputiesMerger,
    SuggestDuplicates,
    SuggestionsMerger,
    PersonMergers,
    MergePeople,
    WelcomeMailRenderer,
    StartImport,
    CheckImport,
    ConfirmImport,
    ImportCheckWork,
    ImportWriteWork,
    DeleteOldImportsWork,
  ],
  exports: [
    CheckImport,
    ConfirmImport,
    GrantSource,
    StartImport,
    MergePeople,
    PersonMergers,
    PersonRegistry,
    SignInNotifier,
  ],
})
export class DirectoryModule {}
