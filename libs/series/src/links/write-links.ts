import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id, Temporal, TokenKeys } from '#kernel';
import { writeMails } from '#mail';
import type { MailDraft } from '#mail';
import { HostLink } from './host-link.entity.js';
import type { HostReader } from './host-people.js';

/** What a link is about. */
export type LinkSubject = { readonly turnId: Id } | { readonly swapId: Id };

/** The mails of this lib to hosts. */
export const HOST_MAILS = [
  'host-turn',
  'host-reminder',
  'host-swap',
  'host-swap-settled',
  'host-nobody',
] as const;
export type HostMailKind = (typeof HOST_MAILS)[number];

interface Linking {
  readonly subject: LinkSubject;
  readonly readers: readonly HostReader[];
  readonly kind: HostMailKind;
  /** The meeting in whose log the mails stand. */
  readonly meetingId: Id;
  readonly keys: TokenKeys;
  readonly now: Temporal.Instant;
}

/** Gives each reader a link of their own and the mail that brings it, in the caller's transaction. */
export async function writeLinks(tx: Tx, linking: Linking): Promise<void> {
  const { subject, readers, keys } = linking;
  const linked = readers.map((reader) => ({ link: linkOf(subject, reader, keys), reader }));
  await insertRows(
    tx,
    HostLink,
    linked.map(({ link }) => link),
  );
  const mails = linked.map(({ link, reader }) => hostMail(linking, reader, { linkId: link.id }));
  await writeMails(tx, mails, linking.now);
}

/** A mail to somebody who answers for a host. */
export function hostMail(
  { kind, meetingId }: Pick<Linking, 'kind' | 'meetingId'>,
  { address, personId, language }: Omit<HostReader, 'institutionId'>,
  params: Readonly<Record<string, string>>,
): MailDraft {
  const key = [kind, ...Object.values(params), personId ?? address].join(':');
  const envelope = { dedupKey: key, language, address, personId };
  return { ...envelope, kind, topicId: meetingId, threadId: null, sequence: null, params };
}

/** What a link's token is derived from. */
export function sourceOf({
  id,
  turnId,
  tokenGeneration,
}: Pick<HostLink, 'id' | 'turnId' | 'tokenGeneration'>) {
  const purpose = turnId === null ? ('host-swap' as const) : ('host-turn' as const);
  return { purpose, rowId: id, generation: tokenGeneration };
}

function linkOf(subject: LinkSubject, { institutionId, personId }: HostReader, keys: TokenKeys): HostLink {
  const row = {
    id: newId(),
    turnId: 'turnId' in subject ? subject.turnId : null,
    swapId: 'swapId' in subject ? subject.swapId : null,
    institutionId,
    personId,
    tokenGeneration: 1,
  };
  const { hash, keyId } = keys.derive(sourceOf(row));
  return { ...row, tokenHash: hash, tokenKeyId: keyId };
}
