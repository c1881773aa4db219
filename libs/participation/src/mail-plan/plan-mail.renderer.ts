import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { PersonContact } from '#directory';
import { greeting, translator } from '#i18n';
import { pickText, TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { fillSlots, MailRenderer, renderMail } from '#mail';
import type { MailParts, OutgoingMail, RenderedMail, SlotValues } from '#mail';
import { bundleMeetings, findFilesFor, Meeting } from '#meetings';
import type { MeetingBundle, MeetingFile, WhereReader } from '#meetings';
import { findAddressees, partOf } from '../mail/addressee.js';
import type { Addressee } from '../mail/addressee.js';
import { findByIds, presentIds } from '../mail/find-by-ids.js';
import { invitationPath } from '../mail/invitation-path.js';
import { partyWords } from '../mail/party-words.js';
import { letterProps } from '../mail/letter-props.js';
import type { LetterReader } from '../mail/letter-props.js';
import { replyToOrganiser } from '../mail/reply-to-organiser.js';
import { meetingMails } from '../mail/templates/meeting-mails.js';
import type { MeetingMailSlot, PartyWords } from '../mail/templates/meeting-mail.view.js';
import { reasonSentence } from '../mail/templates/reason-sentence.js';
import { whereReaderOf } from '../seats/where-reader.js';
import type { PlanMailKind } from './plan-mails.js';

type Kind = PlanMailKind | 'save-the-date';

interface Material {
  readonly bundles: ReadonlyMap<Id, MeetingBundle>;
  readonly addressees: ReadonlyMap<Id, Addressee>;
  readonly people: ReadonlyMap<Id, PersonContact>;
  /** What invitees may have, by meeting. */
  readonly files: ReadonlyMap<Id, readonly MeetingFile[]>;
  /** Rendered already, by kind, meeting and language. */
  readonly shared: Map<string, MailParts>;
}

/** Renders the mails of a meeting's plan. What has become pointless since it was written stays at home. */
@Injectable()
export class PlanMailRenderer extends MailRenderer {
  readonly kinds: readonly Kind[] = ['reminder', 'details', 'follow-up', 'save-the-date'];

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
    const person = addressee?.person ?? material.people.get(mail.personId ?? '');
    if (bundle?.meeting.state !== 'published' || person === undefined) return null;
    if (!isOfUse(mail.kind as Kind, addressee)) return null;
    const party = partyOf(mail, bundle, addressee);
    const reader = readerOf(bundle, addressee);
    const shared = this.sharedParts(mail, { bundle, party, reader }, material);
    if (shared === null) return null;
    const parts = fillSlots(shared, this.personalOf(mail, person, addressee));
    const recipientName = displayName(person);
    return { ...parts, calendar: null, recipientName, replyTo: replyToOrganiser(bundle), isSecret: false };
  }

  private personalOf(
    { language }: OutgoingMail,
    person: PersonContact,
    addressee: Addressee | undefined,
  ): SlotValues<MeetingMailSlot> {
    const t = translator(language);
    return {
      greeting: greeting({ ...person, title: person.academicTitle }, language),
      link: addressee === undefined ? '' : this.linkOf(addressee),
      reason:
        addressee === undefined
          ? t('mail.save-the-date.reason')
          : reasonSentence(addressee.reasonsIn(language), t),
    };
  }

  /** Null for a text that is not there any more. */
  private sharedParts(
    { kind, language }: OutgoingMail,
    { bundle, party, reader }: LetterReader & { readonly bundle: MeetingBundle },
    { shared, files }: Material,
  ): MailParts | null {
    const key = [kind, bundle.meeting.id, language, reader, JSON.stringify(party)].join(' ');
    const known = shared.get(key);
    if (known !== undefined) return known;
    const props = {
      ...letterProps(bundle, language, this.config.publicUrl, { party, reader }),
      files: files.get(bundle.meeting.id) ?? [],
    };
    const parts = renderPlanMail(kind as Kind, props, bundle, language);
    if (parts !== null) shared.set(key, parts);
    return parts;
  }

  private linkOf({ token }: Addressee): string {
    return `${this.config.publicUrl}${invitationPath(this.keys, token)}`;
  }
}

/** Whoever is only asked to keep the date is not invited yet. */
function readerOf({ meeting }: MeetingBundle, addressee: Addressee | undefined): WhereReader {
  return addressee === undefined ? 'anybody' : whereReaderOf(meeting, partOf(addressee));
}

/** Directions are for one's own place, or for none. */
function partyOf(
  { kind, language }: OutgoingMail,
  bundle: MeetingBundle,
  addressee: Addressee | undefined,
): PartyWords | null {
  if (kind !== 'details' || addressee === undefined) return null;
  const { registration } = addressee;
  return partyWords(bundle, addressee, { registration, language });
}

/** What all mails of a kind about a meeting have in common in one language; null where there is nothing to say. */
function renderPlanMail(
  kind: Kind,
  props: ReturnType<typeof letterProps> & { readonly files: readonly MeetingFile[] },
  { meeting }: MeetingBundle,
  language: OutgoingMail['language'],
): MailParts | null {
  if (kind === 'follow-up') {
    const text = meeting.mailPlan.followUp?.text ?? null;
    if (text === null) return null;
    return renderMail(meetingMails.followUp, { ...props, words: pickText(text, language).text }, language);
  }
  if (kind === 'details') return renderMail(meetingMails.details, props, language);
  if (kind === 'reminder') return renderMail(meetingMails.reminder, props, language);
  return renderMail(meetingMails.saveTheDate, props, language);
}

/** Whoever has answered needs no reminder, whoever has no seat (any more) no directions. */
function isOfUse(kind: Kind, addressee: Addressee | undefined): boolean {
  if (kind === 'save-the-date') return true;
  if (addressee === undefined || !addressee.isInvited) return false;
  const { registration, toConfirmAgain } = addressee;
  if (kind === 'reminder') return registration === null || toConfirmAgain;
  return kind === 'follow-up' || registration === 'confirmed';
}

async function gather(reader: Reader, mails: readonly OutgoingMail[]): Promise<Material> {
  const meetings = await findByIds(
    reader,
    Meeting,
    mails.map(({ topicId }) => topicId),
  );
  const bundles = await bundleMeetings(reader, meetings);
  const isFollowUp = mails.some(({ kind }) => kind === 'follow-up');
  const files = await findFilesFor(reader, 'invited', isFollowUp ? meetings.map(({ id }) => id) : []);
  return {
    bundles: new Map(bundles.map((bundle) => [bundle.meeting.id, bundle])),
    addressees: await findAddressees(reader, presentIds(mails.map(({ threadId }) => threadId))),
    people: await findPeople(reader, presentIds(mails.map(({ personId }) => personId))),
    files: Map.groupBy(files, ({ meetingId }) => meetingId),
    shared: new Map(),
  };
}
