import { Global, Module } from '@nestjs/common';
import { AddOwner } from './grants/add-owner.js';
import { AdmitOwner } from './grants/admit-owner.js';
import { EndGrant } from './grants/end-grant.js';
import { GiveGrant } from './grants/give-grant.js';
import { IdempotentReplies } from './idempotency/idempotent-replies.js';
import { CreateApiKey } from './keys/create-api-key.js';
import { GiveLogin } from './logins/give-login.js';
import { WithdrawLogin } from './logins/withdraw-login.js';
import { Authentication } from './session/authentication.js';
import { EndSession } from './session/end-session.js';
import { WhoAmI } from './session/who-am-i.js';
import { OpenSession } from './session/open-session.js';
import { SetUpOwner } from './setup/set-up-owner.js';
import { SetupLink } from './setup/setup-link.js';
import { AskSignIn } from './sign-in/ask-sign-in.js';
import { CompleteSignIn } from './sign-in/complete-sign-in.js';
import { OperatorSignIn } from './sign-in/operator-sign-in.js';
import { SignInSecrets } from './sign-in/sign-in-secrets.js';
import { DeleteExpiredWork } from './delete-expired.work.js';

const useCases = [
  AddOwner,
  AdmitOwner,
  AskSignIn,
  Authentication,
  CompleteSignIn,
  CreateApiKey,
  EndGrant,
  EndSession,
  GiveGrant,
  GiveLogin,
  IdempotentReplies,
  OpenSession,
  OperatorSignIn,
  SetUpOwner,
  SetupLink,
  SignInSecrets,
  WhoAmI,
  WithdrawLogin,
];

/**
 * Identity, sessions, keys and grants. Needs UnitOfWork, Clock and TokenKeys, and from the composition the ports
 * `GrantSource`, `MeetingPlaces`, `PersonRegistry` and `SignInNotifier` in a global module.
 */
@Global()
@Module({
  providers: [...useCases, DeleteExpiredWork],
  exports: useCases,
})
export class AccessModule {}
