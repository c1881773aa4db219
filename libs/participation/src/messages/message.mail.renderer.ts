import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Reader } from '#database';
import { displayName } from '#directory';
import { greeting, translator } from '#i18n';
import { pickText, TokenKeys } from '#kernel';
import type { Id, Language, LocalizedText } from '#kernel';
import { fillSlots, MailRenderer, renderMail } from '#mail';
import type { MailParts, OutgoingMail, RenderedMail } from '#mail';
import { bundleMeetings, Meeting } from '#meetings';
import type { MeetingBundle, WhereReader } from '#meetings';
import { findAddressees, partOf } from '../mail/addressee.js';
import type { Addressee } from '../mail/addressee.js';
import { findByIds, presentIds } from '../mail/find-by-ids.js';
import { invitationPath } from '../mail/invitation-path.js';
import { letterProps } from '../mail/letter-props.js';
import { replyToOrganiser } from '../mail/reply-to-organiser.js';
import { meetingMails } from '../mail/templates/meeting-mails.js';
import { reasonSentence } from '../mail/templates/reason-sentence.js';
import { whereReaderOf } from '../seats/where-reader.js';
import { MeetingMessage } from '../tables/meeting-message.entity.js';

interface Words {
  readonly subject: LocalizedText;
  readonly text: LocalizedText;
}

interface Material {
  readonly bundles: ReadonlyMap<Id, MeetingBundle>;
  readonly addressees: ReadonlyMap<Id, Addressee>;
  readonly messages: ReadonlyMap<Id, MeetingMessage>;
  /** Rendered already, by message, language and as whom it is read. */
  readonly shared: Map<string, MailParts>;
}

/** Renders what hosts write to some; whoever was withdrawn meanwhile gets nothing. */
@Injectable()
export class MessageMailRenderer extends MailRenderer {
  readonly kinds = ['message'];

  constructor(
    private readonly config: Config,
    private readonly keys: TokenKeys,
  ) {
    super();
  }

  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const material = await gather(reader, mails);
    return this.renderEach(mails, (mail) => this.renderOne(mail, material));
  }

  private renderOne(mail: OutgoingMail, material: Material): RenderedMail | null {
    const bundle = material.bundles.get(mail.topicId ?? '');
    const addressee = material.addressees.get(mail.threadId ?? '');
    const message = material.messages.get(mail.params['messageId'] ?? '');
    if (bundle === undefined || message === undefined || addressee?.isInvited !== true) return null;
    const { language } = mail;
    const reader = whereReaderOf(bundle.meeting, partOf(addressee));
    const key = `${message.id} ${language} ${reader}`;
    const { publicUrl: siteUrl } = this.config;
    const shared = material.shared.get(key) ?? renderMessage(bundle, message, { language, siteUrl, reader });
    material.shared.set(key, shared);
    const { person, token } = addressee;
    const parts = fillSlots(shared, {
      greeting: greeting({ ...person, title: person.academicTitle }, language),
      link: `${this.config.publicUrl}${invitationPath(this.keys, token)}`,
      reason: reasonSentence(addressee.reasonsIn(language), translator(language)),
    });
    const recipientName = displayName(person);
    return { ...parts, calendar: null, recipientName, replyTo: replyToOrganiser(bundle), isSecret: false };
  }
}

interface ReadBy {
  readonly language: Language;
  readonly siteUrl: string;
  readonly reader: WhereReader;
}

/** What all who read a message in one language have in common; a text that is in one language only goes to all. */
export function renderMessage(
  bundle: MeetingBundle,
  { subject, text }: Words,
  { language, siteUrl, reader }: ReadBy,
): MailParts {
  const props = {
    ...letterProps(bundle, language, siteUrl, { party: null, reader }),
    subject: pickText(subject, language).text,
    words: pickText(text, language).text,
  };
  return renderMail(meetingMails.message, props, language);
}

async function gather(reader: Reader, mails: readonly OutgoingMail[]): Promise<Material> {
  const meetings = await findByIds(
    reader,
    Meeting,
    mails.map(({ topicId }) => topicId),
  );
  const messages = await findByIds(
    reader,
    MeetingMessage,
    mails.map(({ params }) => params['messageId'] ?? null),
  );
  const bundles = await bundleMeetings(reader, meetings);
  return {
    bundles: new Map(bundles.map((bundle) => [bundle.meeting.id, bundle])),
    addressees: await findAddressees(reader, presentIds(mails.map(({ threadId }) => threadId))),
    messages: new Map(messages.map((message) => [message.id, message])),
    shared: new Map(),
  };
}
