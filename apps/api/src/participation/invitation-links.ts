import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { TokenKeys } from '#kernel';
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
    const source = { purpose: 'invitation', rowId: id, generation: tokenGeneration } as const;
    return `${this.config.publicUrl}/i/${this.keys.derive(source, tokenKeyId).token}`;
  }
}
