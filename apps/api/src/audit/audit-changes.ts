import type { AuditEntry } from '#audit';
import type { AuditEntryDto } from '#contracts';
import { isSpokenOf } from './named-fields.js';

type Values = Readonly<Record<string, unknown>>;
type Change = AuditEntryDto['changes'][number];

/** The entry's values field by field, personal ones among them if they may be seen; what did not change is left out. */
export function changesOf({ before, after, personal }: AuditEntry, withPersonal: boolean): readonly Change[] {
  const sides = withPersonal && personal !== null ? sidesOf(personal) : { before: {}, after: {} };
  const [old, now] = [
    { ...before, ...sides.before },
    { ...after, ...sides.after },
  ];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(isSpokenOf);
  return fields
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

/** Whether there are personal values at all. */
export function isPersonal({ personal }: AuditEntry): boolean {
  if (personal === null) return false;
  const { before, after } = sidesOf(personal);
  return [...Object.values(before), ...Object.values(after)].some(
    (value) => value !== null && value !== undefined,
  );
}

/** `{ before, after }`, `noteBefore` and `noteAfter`, or values that are new. */
function sidesOf(personal: Values): { readonly before: Values; readonly after: Values } {
  const { before, after, noteBefore, noteAfter, ...rest } = personal;
  return {
    before: { ...asValues(before), ...(noteBefore !== undefined && { note: noteBefore }) },
    after: { ...rest, ...asValues(after), ...(noteAfter !== undefined && { note: noteAfter }) },
  };
}

function asValues(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}
