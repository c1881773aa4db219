import { hashToken } from '#kernel';
import type { Id, TokenKeys } from '#kernel';

/** Whose code it is. */
export interface EntryHolder {
  readonly meetingId: Id;
  readonly registrationId: Id;
}

const MEETING_CHARACTERS = 4;
const OWN_CHARACTERS = 12;
const SHAPE = /^[A-Z2-7]{16}$/;

/**
 * The code that somebody shows at the door, as a QR code or read out: `ABCD-EFGH-IJKL-MNOP`. It is good for being
 * checked in at this meeting and opens nothing. The first four characters say which meeting it is for, so that a device
 * without a connection can tell one of another; the other twelve are derived from the registration. Upper case, because
 * a QR code holds that in less space.
 */
export function entryCode(keys: TokenKeys, holder: EntryHolder): string {
  const [code = ''] = entryCodes(keys, holder);
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** The codes that open for somebody, the newest key's first: a printed one holds when the keys have changed. */
export function entryCodes(keys: TokenKeys, { meetingId, registrationId }: EntryHolder): readonly string[] {
  const meeting = meetingMark(meetingId);
  return keys
    .deriveByEach({ purpose: 'entry-code', rowId: registrationId, generation: 1 })
    .map(({ token }) => meeting + token.slice(0, OWN_CHARACTERS).toUpperCase());
}

/** The first characters of every code of a meeting. */
export function meetingMark(meetingId: Id): string {
  // The alphabet of the codes, without a secret: it only tells meetings apart.
  const hash = hashToken(`entry-code ${meetingId}`);
  const value = Number.parseInt(hash.slice(0, 8), 16);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from({ length: MEETING_CHARACTERS }, (_, index) =>
    alphabet.charAt((value >>> (5 * index)) & 31),
  ).join('');
}

/** What was scanned or typed, without spaces and dashes, or null if it is no entry code. */
export function readEntryCode(text: string): string | null {
  const code = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return SHAPE.test(code) ? code : null;
}
