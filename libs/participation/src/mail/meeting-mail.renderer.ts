import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { RegistrationState } from '#contracts';
import type { Reader } from '#database';
import { displayName } from '#directory';
import { formatMoment, greeting, translator } from '#i18n';
import { TokenKeys } from '#kernel';
import type { Id } from '#kernel';
import { fillSlots, MailRenderer } from '#mail';
import type { MailParts, OutgoingMail, RenderedMail } from '#mail';
import { bundleMeetings, changedFields, Meeting, MeetingChange } from '#meetings';
import type { MeetingBundle, WhereReader } from '#meetings';
import { whereReaderOf } from '../seats/where-reader.js';
import type { TakesPart } from '../seats/where-reader.js';
import { findAddressees, partOf } from './addressee.js';
import type { Addressee } from './addressee.js';
import { calendarPartOf } from './calendar-part.js';
import { findByIds, presentIds } from './find-by-ids.js';
import { invitationPath } from './invitation-path.js';
import type { ParticipantMailKind } from './participant-mails.js';
import { partyWords } from './party-words.js';
import { registrationPath } from './registration-path.js';
import { reasonSentence } from './templates/reason-sentence.js';
import { renderShared } from './shared-parts.js';
import type { SharedFacts } from './shared-parts.js';
import type { ConfirmedOutcome } from './templates/confirmation.mail.js';
import { findUntoldChanges } from './untold-changes.js';

type ParticipantMail = OutgoingMail & { readonly kind: ParticipantMailKind };

interface Material {
  readonly bundles: ReadonlyMap<Id, MeetingBundle>;
  readonly addressees: ReadonlyMap<Id, Addressee>;
  readonly changes: ReadonlyMap<Id, MeetingChange>;
  /** By mail: the first change that it tells of. */
  readonly untold: ReadonlyMap<Id, Id>;
  /** Parts rendered already, by what they depend on. */
  readonly shared: Map<string, MailParts>;
}

/** Renders the mails about meetings: shared parts once per meeting and language, then each person's. */
@Injectable()
export class MeetingMailRenderer extends MailRenderer {
  readonly kinds: readonly ParticipantMailKind[] = [
    'invitation',
    'confirmation',
    'change',
    'cancellation',
    'withdrawal',
  ];

  constructor(
    private readonly config: Config,
    private readonly keys: TokenKeys,
  ) {
    super();
  }

  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const material = await gather(reader, mails);
    return this.renderEach(mails, (mail) => this.renderOne(mail as ParticipantMail, material));
  }

  private renderOne(mail: ParticipantMail, material: Material): RenderedMail | null {
    const bundle = material.bundles.get(mail.topicId ?? '');
    const addressee = material.addressees.get(mail.threadId ?? '');
    if (bundle === undefined || addressee === undefined) return null;
    const change = changeOf(mail, addressee, material);
    const registration = registrationOf(mail, addressee);
    const link = this.linkOf(addressee);
    const noted = addressee.decisionNote !== null;
    const through = addressee.through?.kind ?? null;
    const party =
      mail.kind === 'invitation'
        ? null
        : partyWords(bundle, addressee, { registration, language: mail.language });
    const reader = readerOf(mail, bundle, { ...partOf(addressee), state: registration });
    const facts = { bundle, change, registration, noted, through, party, reader };
    const parts = fillSlots(this.sharedParts(mail, facts, material), {
      ...personalOf(addressee, mail),
      link,
      until: untilOf(addressee, bundle, mail),
      registration: this.ownPageOf(addressee) ?? link,
    });
    const attendee = { name: displayName(addressee.person), address: mail.address };
    const organiser = this.organiserOf(bundle, mail);
    const asks = mail.kind === 'invitation' || change?.asksAgain === true;
    const calendar = calendarPartOf({
      mail,
      bundle,
      organiser,
      attendee,
      registration,
      asks,
      link,
      reader,
    });
    return { ...parts, calendar, recipientName: attendee.name, replyTo: organiser, isSecret: false };
  }

  private sharedParts(
    mail: ParticipantMail,
    facts: Pick<SharedFacts, 'bundle' | 'change' | 'registration' | 'noted' | 'through' | 'party' | 'reader'>,
    { shared, untold, changes }: Material,
  ): MailParts {
    const { kind, language, topicId, id, params } = mail;
    const { change, registration, noted, through, party, reader } = facts;
    const outcome = outcomeOf(mail, registration);
    const briefly = params['briefly'] === 'yes';
    const standing = params['standing'] === 'yes';
    const ofZoneData = isOfZoneData(changes.get(params['changeId'] ?? ''));
    // A time that had passed when the mail was written is nobody's to keep.
    const bundle = withAnswerBy(facts.bundle, mail);
    const { answerByAt } = bundle.meeting;
    const told = [
      change?.id,
      untold.get(id),
      change?.asksAgain,
      registration,
      outcome,
      noted,
      through,
      reader,
    ];
    const key = [kind, topicId, language, ...told, briefly, standing, answerByAt, JSON.stringify(party)].join(
      ' ',
    );
    const { siteUrl } = this;
    const rest = { bundle, kind, language, outcome, briefly, standing, ofZoneData, siteUrl };
    const parts = shared.get(key) ?? renderShared({ ...facts, ...rest });
    shared.set(key, parts);
    return parts;
  }

  private get siteUrl(): string {
    return this.config.publicUrl;
  }

  private linkOf({ token }: Addressee): string {
    return `${this.siteUrl}${invitationPath(this.keys, token)}`;
  }

  /** Null where there is none: a mail that speaks of it leads to the invitation. */
  private ownPageOf({ ownPage }: Addressee): string | null {
    const path = ownPage && registrationPath(this.keys, ownPage);
    return path === null ? null : `${this.siteUrl}${path}`;
  }

  /** The organiser's contact, unless there is none or it is the recipient: clients show an organiser no invitation. */
  private organiserOf({ organiser }: MeetingBundle, { address }: OutgoingMail) {
    const isUsable = organiser?.address && organiser.address.toLowerCase() !== address.toLowerCase();
    return isUsable
      ? { name: displayName(organiser), address: organiser.address ?? '' }
      : this.config.mailFrom;
  }
}

/** As whom the reader of a mail reads where the meeting is; whoever is not invited any more is a stranger to it. */
function readerOf({ kind }: ParticipantMail, { meeting }: MeetingBundle, part: TakesPart): WhereReader {
  if (kind === 'withdrawal') return 'anybody';
  return whereReaderOf(meeting, kind === 'invitation' ? null : part);
}

/** The registration that a mail speaks of: that of the moment at which it was written, as far as it says so. */
function registrationOf({ params }: ParticipantMail, { registration }: Addressee): RegistrationState | null {
  const told = params['outcome'] as ConfirmedOutcome | undefined;
  if (told === undefined) return registration;
  return told === 'lapsed' || told === 'refused' || told === 'substituted' ? 'cancelled' : told;
}

/** What a confirmation confirms; other mails confirm nothing. */
function outcomeOf({ params }: ParticipantMail, registration: RegistrationState | null): ConfirmedOutcome {
  const told = params['outcome'] as ConfirmedOutcome | undefined;
  if (told !== undefined) return told;
  return registration === 'cancelled' ? 'declined' : (registration ?? 'confirmed');
}

/** What is the reader's own in a mail. */
function personalOf(addressee: Addressee, mail: OutgoingMail) {
  const { person, decisionNote, through, substitute } = addressee;
  return {
    greeting: greeting({ ...person, title: person.academicTitle }, mail.language),
    reason: reasonOf(addressee, mail),
    note: decisionNote ?? '',
    through: through?.name ?? '',
    substitute: substitute ?? '',
  };
}

/** Until when the seat is held, in words; empty where none is. */
function untilOf(
  { offeredUntil }: Addressee,
  { meeting }: MeetingBundle,
  { language }: OutgoingMail,
): string {
  return offeredUntil === null ? '' : formatMoment(offeredUntil, meeting.zone, language);
}

/** The meeting as it concerns the reader of a mail: without an answer-by time that had passed before. */
function withAnswerBy(bundle: MeetingBundle, { createdAt }: OutgoingMail): MeetingBundle {
  const { answerByAt } = bundle.meeting;
  const isPast = answerByAt !== null && answerByAt.epochMilliseconds < createdAt.epochMilliseconds;
  if (!isPast) return bundle;
  return { ...bundle, meeting: Object.assign(new Meeting(), bundle.meeting, { answerByAt: null }) };
}

/** What the mail tells: since the first change the reader has not heard of, and asking as long as it is unanswered. */
function changeOf(
  { id, params }: ParticipantMail,
  { toConfirmAgain }: Addressee,
  { changes, untold }: Material,
): MeetingChange | null {
  const change = changes.get(params['changeId'] ?? '');
  if (change === undefined) return null;
  const { before } = changes.get(untold.get(id) ?? '') ?? change;
  return { ...change, before, asksAgain: change.asksAgain || toConfirmAgain };
}

/** Faces that are the same: people's clocks show what they showed, at another instant. */
function isOfZoneData(change: MeetingChange | undefined): boolean {
  return change?.kind === 'changed' && changedFields(change.before, change.after).length === 0;
}

function reasonOf(addressee: Addressee, { language }: OutgoingMail): string {
  return reasonSentence(addressee.reasonsIn(language), translator(language));
}

async function gather(reader: Reader, mails: readonly OutgoingMail[]): Promise<Material> {
  const meetings = await findByIds(
    reader,
    Meeting,
    mails.map(({ topicId }) => topicId),
  );
  const bundles = await bundleMeetings(reader, meetings);
  const untold = await findUntoldChanges(
    reader,
    mails.map(({ id }) => id),
  );
  const changes = await findByIds(reader, MeetingChange, [
    ...mails.map(({ params }) => params['changeId'] ?? null),
    ...untold.values(),
  ]);
  return {
    bundles: new Map(bundles.map((bundle) => [bundle.meeting.id, bundle])),
    addressees: await findAddressees(reader, presentIds(mails.map(({ threadId }) => threadId))),
    changes: new Map(changes.map((change) => [change.id, change])),
    untold,
    shared: new Map(),
  };
}
