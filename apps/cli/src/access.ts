import { AddOwner, AdmitOwner, CreateApiKey, OperatorSignIn, SetupLink, SignInSecrets } from '#access';
import { UnitOfWork } from '#database';
import { DirectoryPersonRegistry } from '#directory';
import { SystemClock, TokenKeys } from '#kernel';
import type { Instance } from './instance.js';

/** What the command line may do about people and their rights. */
export interface Access {
  readonly setupLink: SetupLink;
  readonly signIn: OperatorSignIn;
  readonly addOwner: AddOwner;
  readonly createApiKey: CreateApiKey;
}

export function accessOf({ config, dataSource }: Instance): Access {
  const unitOfWork = new UnitOfWork(dataSource);
  const keys = new TokenKeys(config.secretKeys);
  const clock = new SystemClock();
  const people = new DirectoryPersonRegistry();
  const setupLink = new SetupLink(unitOfWork, keys, clock);
  return {
    setupLink,
    signIn: new OperatorSignIn(unitOfWork, new SignInSecrets(keys), clock),
    addOwner: new AddOwner(unitOfWork, people, new AdmitOwner(people, clock), setupLink),
    createApiKey: new CreateApiKey(unitOfWork, keys, clock),
  };
}
