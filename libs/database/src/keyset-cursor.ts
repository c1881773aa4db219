import { DomainError, Temporal } from '#kernel';
import type { KeyKind, Keyset } from './keyset.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const FITS: Readonly<Record<KeyKind, (text: string) => boolean>> = {
  // PostgreSQL refuses NUL in a text.
  text: (text) => !text.includes('\u0000'),
  id: (text) => ID.test(text),
  integer: (text) => /^-?\d{1,15}$/.test(text),
  instant: (text) => isCanonical(text, () => Temporal.Instant.from(text)),
  day: (text) => isCanonical(text, () => Temporal.PlainDate.from(text)),
};

/** An opaque cursor: base64url of the list's name and the last row's key. */
export function encodeCursor<Row>(row: Row, keyset: Keyset<Row>): string {
  const values = keyset.parts.map((part) => String(part.of(row)));
  return Buffer.from(JSON.stringify([keyset.list, ...values])).toString('base64url');
}

/** The key in a cursor, as texts in the order of the keyset's parts; `request.broken-cursor` if it is not one of ours. */
export function decodeCursor<Row>(cursor: string, keyset: Keyset<Row>): readonly string[] {
  const [list, ...values] = textsIn(cursor);
  const fits =
    list === keyset.list &&
    values.length === keyset.parts.length &&
    keyset.parts.every(({ kind }, index) => FITS[kind](values[index] ?? ''));
  if (!fits) throw new DomainError('request.broken-cursor');
  return values;
}

function textsIn(cursor: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : [];
  } catch {
    return [];
  }
}

/** Written as we write it, in a year that PostgreSQL reads without a sign. */
function isCanonical(text: string, read: () => { toString(): string }): boolean {
  try {
    return /^(?!0000)\d{4}-/.test(text) && read().toString() === text;
  } catch {
    return false;
  }
}
