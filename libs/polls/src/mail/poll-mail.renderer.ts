import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Reader } from '#database';
import { displayName, findInstitutions, findPeople } from '#directory';
import type { PersonContact } from '#directory';
import { formatList, greeting, translator } from '#i18n';
import { Clock, pickText, TokenKeys } from '#kernel';
import type { Id, Language, LocalizedText } from '#kernel';
import { fillSlots, MailRenderer, renderMail } from '#mail';
import type { MailParts, OutgoingMail, RenderedMail } from '#mail';
import { nameIn } from '#meetings';
import { isOpen } from '../rules/is-open.js';
import { findOptions } from '../tables/find-poll.js';
import { PollParticipant } from '../tables/poll-participant.entity.js';
import { Poll } from '../tables/poll.entity.js';
import { decisionMail } from './decision.mail.js';
import { pollMailKinds } from './poll-mails.js';
import { decisionProps, pollProps } from './poll-words.js';
import type { PollBundle } from './poll-words.js';
import { questionMail, reminderMail } from './question.mail.js';

interface Material {
  readonly bundles: ReadonlyMap<Id, PollBundle>;
  readonly participants: ReadonlyMap<Id, PollParticipant>;
  readonly people: ReadonlyMap<Id, PersonContact>;
  /** By participant: the institutions for which they are asked. */
  readonly askedFor: ReadonlyMap<Id, readonly LocalizedText[]>;
  /** Rendered already, by kind, poll and language. */
  readonly shared: Map<string, MailParts | null>;
}

/** Renders what participants of polls get; questions of a poll that is over, and reminders of who has voted, stay at home. */
@Injectable()
export class PollMailRenderer extends MailRenderer {
  readonly kinds = [...pollMailKinds];

  constructor(
    private readonly config: Config,
    private readonly keys: TokenKeys,
    private readonly clock: Clock,
  ) {
    super();
  }

  async render(reader: Reader, mails: readonly OutgoingMail[]): Promise<ReadonlyMap<Id, RenderedMail>> {
    const material = await gather(reader, mails);
    return this.renderEach(mails, (mail) => this.renderOne(mail, material));
  }

  private renderOne(mail: OutgoingMail, material: Material): RenderedMail | null {
    const participant = material.participants.get(mail.threadId ?? '');
    const bundle = material.bundles.get(mail.topicId ?? '');
    const person = material.people.get(participant?.personId ?? '');
    if (participant === undefined || bundle === undefined || person === undefined) return null;
    if (!this.isWorthSending(mail, bundle.poll, participant)) return null;
    const shared = this.sharedParts(mail, bundle, material);
    if (shared === null) return null;
    const { language } = mail;
    const parts = fillSlots(shared, {
      greeting: greeting({ ...person, title: person.academicTitle }, language),
      link: this.linkOf(participant),
      reason: reasonOf(bundle, material.askedFor.get(participant.id) ?? [], language),
    });
    return {
      ...parts,
      calendar: null,
      recipientName: displayName(person),
      replyTo: organiserOf(bundle),
      isSecret: false,
    };
  }

  private isWorthSending({ kind }: OutgoingMail, poll: Poll, { answeredAt }: PollParticipant): boolean {
    if (kind === 'poll-decision') return poll.state === 'decided';
    return isOpen(poll, this.clock.now()) && (kind === 'poll-question' || answeredAt === null);
  }

  private linkOf({ id, tokenGeneration, tokenKeyId }: PollParticipant): string {
    const source = { purpose: 'poll', rowId: id, generation: tokenGeneration } as const;
    return `${this.config.publicUrl}/p/${this.keys.derive(source, tokenKeyId).token}`;
  }

  private sharedParts(
    { kind, language }: OutgoingMail,
    bundle: PollBundle,
    { shared }: Material,
  ): MailParts | null {
    const key = `${kind} ${bundle.poll.id} ${language}`;
    const parts = shared.get(key) ?? renderShared({ kind, bundle, language, siteUrl: this.config.publicUrl });
    shared.set(key, parts);
    return parts;
  }
}

function organiserOf({ organiser }: PollBundle): RenderedMail['replyTo'] {
  return organiser?.address ? { name: displayName(organiser), address: organiser.address } : null;
}

interface SharedFacts {
  readonly kind: string;
  readonly bundle: PollBundle;
  readonly language: Language;
  readonly siteUrl: string;
}

function renderShared({ kind, bundle, language, siteUrl }: SharedFacts): MailParts | null {
  if (kind === 'poll-decision') {
    const props = decisionProps(bundle, language, siteUrl);
    return props === null ? null : renderMail(decisionMail, props, language);
  }
  const template = kind === 'poll-reminder' ? reminderMail : questionMail;
  return renderMail(template, pollProps(bundle, language, siteUrl), language);
}

function reasonOf({ institution }: PollBundle, names: readonly LocalizedText[], language: Language): string {
  const t = translator(language);
  const sender = nameIn(institution, language);
  if (names.length === 0) return t('polls.mail.reason', { sender });
  const list = formatList(
    names.map((name) => pickText(name, language).text),
    language,
  );
  return t('polls.mail.reason-for', { sender, list });
}

async function gather(reader: Reader, mails: readonly OutgoingMail[]): Promise<Material> {
  const threadIds = mails.flatMap(({ threadId }) => threadId ?? []);
  const participants = await reader.manager
    .createQueryBuilder(PollParticipant, 'participant')
    .where('participant.id = ANY(:threadIds)', { threadIds })
    .getMany();
  const polls = await reader.manager
    .createQueryBuilder(Poll, 'poll')
    .where('poll.id = ANY(:pollIds)', { pollIds: mails.flatMap(({ topicId }) => topicId ?? []) })
    .getMany();
  const people = await findPeople(reader, [
    ...participants.map(({ personId }) => personId),
    ...polls.flatMap(({ organiserId }) => organiserId ?? []),
  ]);
  return {
    bundles: await bundlePolls(reader, polls, people),
    participants: new Map(participants.map((participant) => [participant.id, participant])),
    people,
    askedFor: await findAskedFor(reader, threadIds),
    shared: new Map(),
  };
}

async function bundlePolls(
  reader: Reader,
  polls: readonly Poll[],
  people: ReadonlyMap<Id, PersonContact>,
): Promise<ReadonlyMap<Id, PollBundle>> {
  const ids = polls.map(({ id }) => id);
  const options = Map.groupBy(await findOptions(reader, ids), ({ pollId }) => pollId);
  const institutions = await findInstitutions(
    reader,
    polls.map(({ institutionId }) => institutionId),
  );
  return new Map(
    polls.flatMap((poll) => {
      const institution = institutions.get(poll.institutionId);
      if (institution === undefined) return [];
      const organiser = people.get(poll.organiserId ?? '') ?? null;
      return [[poll.id, { poll, options: options.get(poll.id) ?? [], institution, organiser }] as const];
    }),
  );
}

async function findAskedFor(
  reader: Reader,
  participantIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly LocalizedText[]>> {
  const rows: { participantId: Id; name: LocalizedText }[] = await reader.manager.query(
    `SELECT DISTINCT reason.participant_id AS "participantId", institution.name, institution.sort_name, institution.id
       FROM poll_reason AS reason JOIN institution ON institution.id = reason.institution_id
      WHERE reason.participant_id = ANY($1)
      ORDER BY institution.sort_name, institution.id`,
    [participantIds],
  );
  const byParticipant = Map.groupBy(rows, ({ participantId }) => participantId);
  return new Map([...byParticipant].map(([id, own]) => [id, own.map(({ name }) => name)]));
}
