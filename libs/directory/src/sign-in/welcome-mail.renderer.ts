import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Reader } from '#database';
import { greeting } from '#i18n';
import type { Id } from '#kernel';
import { fillSlots, MailRenderer, renderMail, welcomeMail } from '#mail';
import type { OutgoingMail, RenderedMail } from '#mail';
import { findPeople } from '../person/find-people.js';
import type { PersonContact } from '../person/find-people.js';
import { displayName } from '../person/person-name.js';

/** Renders the mail that tells somebody that they may sign in. Whoever finds it in the log can do nothing with it. */
@Injectable()
export class WelcomeMailRenderer extends MailRenderer {
  readonly kinds = ['welcome'];

  constructor(private readonly config: Config) {
    super();
  }

  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const people = await findPeople(
      reader,
      mails.flatMap(({ personId }) => personId ?? []),
    );
    return new Map(
      mails.map((mail) => [mail.id, this.renderOne(mail, people.get(mail.personId ?? '') ?? null)]),
    );
  }

  private renderOne({ address, language }: OutgoingMail, person: PersonContact | null): RenderedMail {
    const { publicUrl } = this.config;
    const site = new URL(publicUrl).host;
    const letterhead = { sender: 'Jourfixe', colour: null, siteUrl: publicUrl, imprint: [site] };
    const link = `${publicUrl}/console/sign-in`;
    const parts = fillSlots(renderMail(welcomeMail, { letterhead, site, link }, language), {
      greeting: greeting(person && { ...person, title: person.academicTitle }, language),
      address,
    });
    const recipientName = person === null ? '' : displayName(person);
    return { ...parts, calendar: null, recipientName, replyTo: null, isSecret: false };
  }
}
