import { Injectable } from '@nestjs/common';
import { signInMinutes, SignInSecrets } from '#access';
import { Config } from '#config';
import type { Reader } from '#database';
import { greeting } from '#i18n';
import type { Id } from '#kernel';
import { fillSlots, MailRenderer, renderMail, signInMail } from '#mail';
import type { OutgoingMail, RenderedMail } from '#mail';
import { findPeople } from '../person/find-people.js';
import { displayName } from '../person/person-name.js';

/** Renders the mail that signs somebody in. It is a secret: nothing of it is kept. */
@Injectable()
export class SignInMailRenderer extends MailRenderer {
  readonly kinds = ['sign-in'];

  constructor(
    private readonly secrets: SignInSecrets,
    private readonly config: Config,
  ) {
    super();
  }

  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const rendered = new Map<Id, RenderedMail>();
    for (const mail of mails) {
      const one = await this.renderOne(reader, mail);
      if (one !== null) rendered.set(mail.id, one);
    }
    return rendered;
  }

  private async renderOne(reader: Reader, mail: OutgoingMail): Promise<RenderedMail | null> {
    const found = await this.secrets.findMail(reader, mail.params['signInRequestId'] ?? '');
    if (found === null) return null;
    const person = (await findPeople(reader, [found.personId])).get(found.personId) ?? null;
    const site = new URL(this.config.publicUrl).host;
    const letterhead = { sender: 'Jourfixe', colour: null, siteUrl: this.config.publicUrl, imprint: [site] };
    const shared = renderMail(signInMail, { letterhead, site, minutes: signInMinutes }, mail.language);
    const parts = fillSlots(shared, {
      greeting: greeting(person && { ...person, title: person.academicTitle }, mail.language),
      link: `${this.config.publicUrl}${found.path}`,
      code: `${found.code.slice(0, 3)} ${found.code.slice(3)}`,
    });
    const recipientName = person === null ? '' : displayName(person);
    return { ...parts, calendar: null, recipientName, replyTo: null, isSecret: true };
  }
}
