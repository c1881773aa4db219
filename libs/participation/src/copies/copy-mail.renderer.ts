import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { PersonContact } from '#directory';
import { greeting, translator } from '#i18n';
import { pickText } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { fillSlots, MailRenderer, renderMail } from '#mail';
import type { MailParts, OutgoingMail, RenderedMail } from '#mail';
import { bundleMeetings, Meeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { findByIds, presentIds } from '../mail/find-by-ids.js';
import { letterProps } from '../mail/letter-props.js';
import { replyToOrganiser } from '../mail/reply-to-organiser.js';
import { Invitation } from '../tables/invitation.entity.js';
import { whereReaderOf } from '../seats/where-reader.js';
import { copyMail } from './copy.mail.js';

interface OfficeName {
  readonly office: LocalizedText;
  readonly institution: LocalizedText;
}

interface CopyFacts {
  readonly bundle: MeetingBundle;
  readonly invitee: PersonContact;
  readonly office: OfficeName;
  /** Null: the office's copy address. */
  readonly recipient: PersonContact | null;
}

interface Material {
  readonly bundles: ReadonlyMap<Id, MeetingBundle>;
  readonly people: ReadonlyMap<Id, PersonContact>;
  readonly invitees: ReadonlyMap<Id, Invitation>;
  readonly offices: ReadonlyMap<Id, OfficeName>;
  /** Rendered already, by meeting and language. */
  readonly shared: Map<string, MailParts>;
}

/** Renders copies for deputies and copy addresses; a copy whose invitation is withdrawn by now stays at home. */
@Injectable()
export class CopyMailRenderer extends MailRenderer {
  readonly kinds = ['copy'];

  constructor(private readonly config: Config) {
    super();
  }

  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const material = await gather(reader, mails);
    return this.renderEach(mails, (mail) => this.renderOne(mail, material));
  }

  private renderOne(mail: OutgoingMail, material: Material): RenderedMail | null {
    const facts = factsOf(mail, material);
    if (facts === null) return null;
    const { bundle, invitee, office, recipient } = facts;
    const { language } = mail;
    const parts = fillSlots(this.sharedParts(mail, bundle, material), {
      greeting: greeting(recipient && { ...recipient, title: recipient.academicTitle }, language),
      invitee: displayName(invitee),
      reason: translator(language)(recipient === null ? 'mail.copy.desk' : 'mail.copy.deputy', {
        office: `${pickText(office.office, language).text} (${pickText(office.institution, language).text})`,
      }),
    });
    const recipientName = recipient === null ? '' : displayName(recipient);
    return { ...parts, calendar: null, recipientName, replyTo: replyToOrganiser(bundle), isSecret: false };
  }

  private sharedParts({ language }: OutgoingMail, bundle: MeetingBundle, { shared }: Material): MailParts {
    const key = `${bundle.meeting.id} ${language}`;
    const props = letterProps(bundle, language, this.config.publicUrl, {
      party: null,
      reader: whereReaderOf(bundle.meeting, null),
    });
    const parts = shared.get(key) ?? renderMail(copyMail, props, language);
    shared.set(key, parts);
    return parts;
  }
}

/** What a copy is made of; null where there is nothing to tell any more. */
function factsOf(mail: OutgoingMail, { bundles, people, invitees, offices }: Material): CopyFacts | null {
  const { invitationId = '', officeId = '' } = mail.params;
  const bundle = bundles.get(mail.topicId ?? '');
  const invitation = invitees.get(invitationId);
  const office = offices.get(officeId);
  const invitee = invitation?.state === 'active' ? people.get(invitation.personId) : undefined;
  if (bundle === undefined || invitee === undefined || office === undefined) return null;
  if (bundle.meeting.state !== 'published') return null;
  return { bundle, invitee, office, recipient: people.get(mail.personId ?? '') ?? null };
}

async function gather(reader: Reader, mails: readonly OutgoingMail[]): Promise<Material> {
  const meetings = await findByIds(
    reader,
    Meeting,
    mails.map(({ topicId }) => topicId),
  );
  const bundles = await bundleMeetings(reader, meetings);
  const invitations = await findByIds(
    reader,
    Invitation,
    mails.map(({ params }) => params['invitationId'] ?? null),
  );
  const people = await findPeople(
    reader,
    presentIds([...mails.map(({ personId }) => personId), ...invitations.map(({ personId }) => personId)]),
  );
  return {
    bundles: new Map(bundles.map((bundle) => [bundle.meeting.id, bundle])),
    people,
    invitees: new Map(invitations.map((invitation) => [invitation.id, invitation])),
    offices: await findOfficeNames(reader, presentIds(mails.map(({ params }) => params['officeId'] ?? null))),
    shared: new Map(),
  };
}

async function findOfficeNames(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, OfficeName>> {
  const rows: ({ id: Id } & OfficeName)[] = await reader.manager.query(
    `SELECT office.id, office.name AS office, institution.name AS institution
       FROM office JOIN institution ON institution.id = office.institution_id WHERE office.id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
