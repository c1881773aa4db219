import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { TokenKeys } from '#kernel';
import { invitationPath } from '#participation';
import type { InvitationView } from '#participation';

/** Addresses of invitees' pages, derived whenever they are shown. */
@Injectable()
export class InvitationLinks {
  constructor(
    private readonly keys: TokenKeys,
    private readonly config: Config,
  ) {}

  /** The whole address. */
  of({ id, tokenGeneration, tokenKeyId }: InvitationView['invitation']): string {
    const token = { rowId: id, generation: tokenGeneration, keyId: tokenKeyId };
    return `${this.config.publicUrl}${invitationPath(this.keys, token)}`;
  }
}
