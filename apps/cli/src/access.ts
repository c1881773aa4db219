import {
  AddOwner,
  AdmitOwner,
  CreateApiKey,
  GiveLogin,
  OperatorSignIn,
  SetupLink,
  SignInSecrets,
} from '#access';
import { UnitOfWork } from '#database';
import { DirectoryGrants, DirectoryPersonRegistry, MailSignInNotifier } from '#directory';
import { SystemClock, TokenKeys } from '#kernel';
import { StoredMeetingPlaces } from '#meetings';
import type { Instance } from './instance.js';

/** What the command line may do about people and their rights. */
export interface Access {
  readonly setupLink: SetupLink;
  readonly signIn: OperatorSignIn;
  readonly addOwner: AddOwner;
  readonly giveLogin: GiveLogin;
  readonly createApiKey: CreateApiKey;
}

export function accessOf({ config, dataSource }: Instance): Access {
  const unitOfWork = new UnitOfWork(dataSource);
  const keys = new TokenKeys(config.secretKeys);
  const clock = new SystemClock();
  const people = new DirectoryPersonRegistry();
  const setupLink = new SetupLink(unitOfWork, keys, clock);
  const grants = new DirectoryGrants(new StoredMeetingPlaces());
  const secrets = new SignInSecrets(keys);
  const notifier = new MailSignInNotifier(people, secrets, config, { print: console.log });
  return {
    setupLink,
    signIn: new OperatorSignIn(unitOfWork, secrets, clock),
    addOwner: new AddOwner(unitOfWork, people, new AdmitOwner(people, clock), setupLink),
    giveLogin: new GiveLogin(grants, people, notifier, clock),
    createApiKey: new CreateApiKey(unitOfWork, keys, clock),
  };
}
