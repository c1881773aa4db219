import { Injectable } from '@nestjs/common';
import { PersonRegistry, SignInNotifier, SignInSecrets } from '#access';
import type { LoginGiven, SignInAsked } from '#access';
import { Config } from '#config';
import type { Tx } from '#database';
import { Terminal } from '#kernel';
import { writeMails } from '#mail';

/** Writes the sign-in mail; where no mail leaves the house, also prints its link in the terminal. */
@Injectable()
export class MailSignInNotifier extends SignInNotifier {
  constructor(
    private readonly people: PersonRegistry,
    private readonly secrets: SignInSecrets,
    private readonly config: Config,
    private readonly terminal: Terminal,
  ) {
    super();
  }

  async notify(tx: Tx, { requestId, personId, address, askedAt }: SignInAsked): Promise<void> {
    const person = await this.people.find(tx, personId);
    const draft = {
      kind: 'sign-in',
      dedupKey: `sign-in:${requestId}`,
      language: person?.language ?? 'de',
      address,
      personId,
      topicId: null,
      threadId: null,
      sequence: null,
      params: { signInRequestId: requestId },
    };
    await writeMails(tx, [draft], askedAt);
    if (this.config.smtpUrl === undefined) await this.print(tx, requestId);
  }

  async welcome(tx: Tx, { loginId, personId, address, givenAt }: LoginGiven): Promise<void> {
    const person = await this.people.find(tx, personId);
    const draft = {
      kind: 'welcome',
      dedupKey: `welcome:${loginId}`,
      language: person?.language ?? 'de',
      address,
      personId,
      topicId: null,
      threadId: null,
      sequence: null,
      params: {},
    };
    await writeMails(tx, [draft], givenAt);
  }

  private async print(tx: Tx, requestId: string): Promise<void> {
    const mail = await this.secrets.findMail(tx, requestId);
    if (mail === null) return;
    const link = `${this.config.publicUrl}${mail.path}`;
    tx.afterCommit(() =>
      this.terminal.print(`Sign-in link for ${mail.address}: ${link} (code ${mail.code})`),
    );
  }
}
