import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { TokenKeys } from '#kernel';
import type { PollParticipant } from '#polls';

/** Addresses of participants' pages, derived whenever they are shown. */
@Injectable()
export class PollLinks {
  constructor(
    private readonly keys: TokenKeys,
    private readonly config: Config,
  ) {}

  /** The whole address. */
  of({ id, tokenGeneration, tokenKeyId }: PollParticipant): string {
    const source = { purpose: 'poll', rowId: id, generation: tokenGeneration } as const;
    return `${this.config.publicUrl}/p/${this.keys.derive(source, tokenKeyId).token}`;
  }
}
