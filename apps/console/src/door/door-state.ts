/** A row of the list, as the page brings it. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly here: boolean;
  readonly since: string | null;
  readonly walkIn: boolean;
  /** Takes part online; not there in what a device kept before it was told. */
  readonly online?: boolean;
  readonly codes: readonly string[];
}

export interface List {
  readonly mark: string;
  readonly seatless: readonly string[];
  readonly isClosed: boolean;
  readonly rows: readonly Row[];
}

/** Somebody who is not registered. */
export interface Guest {
  readonly name: string;
  readonly organisation: string | null;
  readonly address: string | null;
}

/** Made on this device, and not known to the server yet. */
export interface Mark {
  readonly id: string;
  readonly key: string;
  readonly here: boolean;
  /** By this device's clock; the server is told how long ago that is, so that a wrong clock does no harm. */
  readonly at: number;
  readonly since: string;
  readonly walkIn: Guest | null;
}

/** What this device shows: what the server said last, and on top of it what it has not been told yet. */
export function overlay(list: List, marks: readonly Mark[]): readonly Row[] {
  const rows = new Map(list.rows.map((row) => [row.key, row]));
  for (const { key, here, since, walkIn } of marks) {
    const row = rows.get(key) ?? (walkIn === null ? null : guestRow(key, walkIn));
    if (row === null) continue;
    if (row.walkIn && !here) rows.delete(key);
    else rows.set(key, { ...row, here, since: here ? since : null });
  }
  return [...rows.values()];
}

/** Who is looked for at the door, and who takes part online. */
export function ways(rows: readonly Row[]): {
  readonly onSite: readonly Row[];
  readonly online: readonly Row[];
} {
  return {
    onSite: rows.filter(({ online }) => online !== true),
    online: rows.filter(({ online }) => online === true),
  };
}

/** How many of them are here. */
export function headsOf(rows: readonly Row[]): { readonly here: number; readonly expected: number } {
  return { here: rows.filter((row) => row.here).length, expected: rows.length };
}

function guestRow(key: string, { name, organisation }: Guest): Row {
  return { key, name, about: organisation ?? '', here: true, since: null, walkIn: true, codes: [] };
}

/** What a code says without asking anybody. */
export type CodeReading = { readonly row: Row } | 'other-meeting' | 'no-seat' | 'unknown';

/** The code without spaces and dashes; null if it is none. */
export function cleanCode(text: string): string | null {
  const code = text.replaceAll(/[\s-]/g, '').toUpperCase();
  return /^[A-Z2-7]{16}$/.test(code) ? code : null;
}

/** Looks a code up by its hash. */
export function readCode(
  code: string,
  hash: string,
  { list, rows }: { readonly list: List; readonly rows: readonly Row[] },
): CodeReading {
  if (!code.startsWith(list.mark)) return 'other-meeting';
  const row = rows.find(({ codes }) => codes.some((one) => hash.startsWith(one)));
  if (row !== undefined) return { row };
  return list.seatless.some((one) => hash.startsWith(one)) ? 'no-seat' : 'unknown';
}

/** For searching: without accents and capitals. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
