import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { TokenKeys } from '#kernel';
import { entryCode, invitationPath, registrationPath } from '#participation';
import type { EntryHolder, Invitation, Registration } from '#participation';

/** Where somebody's own pages are, and what they show at the door. */
@Injectable()
export class PageLinks {
  constructor(
    private readonly config: Config,
    private readonly keys: TokenKeys,
  ) {}

  /** The whole address of a path. */
  address(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }

  invitation({ id, tokenGeneration, tokenKeyId }: Invitation): string {
    return invitationPath(this.keys, { rowId: id, generation: tokenGeneration, keyId: tokenKeyId });
  }

  /** Null before there is one, and where it has no page of its own. */
  registration(registration: Registration | null): string | null {
    return registration && registrationPath(this.keys, registration);
  }

  entryCode(holder: EntryHolder): string {
    return entryCode(this.keys, holder);
  }
}
