import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Tx } from '#database';
import { Terminal, TokenKeys } from '#kernel';
import type { Temporal } from '#kernel';
import { writeMails } from '#mail';
import type { OpenRegistration } from '../tables/open-registration.entity.js';
import { confirmPath } from './open-path.js';

/** Asks by mail whether it was them; where no mail leaves the house, also prints the link in the terminal. */
@Injectable()
export class AskToConfirm {
  constructor(
    private readonly config: Config,
    private readonly keys: TokenKeys,
    private readonly terminal: Terminal,
  ) {}

  /** In the caller's transaction, once for each registration. */
  async ask(tx: Tx, row: OpenRegistration, now: Temporal.Instant): Promise<void> {
    const { id, language, address } = row;
    const draft = {
      kind: 'open-registration',
      dedupKey: `open-registration:${id}`,
      language,
      address,
      personId: null,
      topicId: null,
      threadId: null,
      sequence: null,
      params: { openRegistrationId: id },
    };
    await writeMails(tx, [draft], now);
    if (this.config.smtpUrl !== undefined) return;
    const link = `${this.config.publicUrl}${confirmPath(this.keys, row)}`;
    tx.afterCommit(() => this.terminal.print(`Confirmation link for ${address}: ${link}`));
  }
}
