import ICAL from 'ical.js';
import { checkCell, checkRows } from '../limits.js';
import type { SheetRow } from '../sheet.js';
import { decode, recogniseEncoding } from './encoding.js';

const CARD = /^BEGIN:VCARD[ \t]*\r?\n[\s\S]*?^END:VCARD[ \t]*$/gim;
const MOST_ADDRESSES = 5;

/** What a card becomes: the columns that the first row names. */
const HEAD = [
  'academicTitle',
  'givenName',
  'familyName',
  'position',
  'phone',
  'language',
  'organisation',
  'email',
] as const;

/**
 * The people of a file of vCards (3 and 4), a row each, under a first row that names the columns. A card that cannot be
 * read becomes a row with nothing but its place. Throws the refusals of the limits.
 */
export async function* readVcard(bytes: Buffer): AsyncGenerator<SheetRow> {
  yield { row: 1, cells: HEAD };
  const text = [...decode(bytes, recogniseEncoding(bytes))].join('');
  let row = 1;
  for (const [card] of text.matchAll(CARD)) {
    row += 1;
    checkRows(row);
    const cells = readCard(card);
    for (const cell of cells) checkCell(cell.length, row);
    yield { row, cells };
  }
}

function readCard(card: string): readonly string[] {
  try {
    const component = new ICAL.Component(ICAL.parse(card.replaceAll(/\r?\n/g, '\r\n')));
    const [familyName = '', givenName = '', middle = '', prefix = ''] = structured(component, 'n');
    const names = { given: [givenName, middle].filter((part) => part !== '').join(' '), family: familyName };
    if (names.given === '' && names.family === '') Object.assign(names, splitName(first(component, 'fn')));
    return [
      prefix,
      names.given,
      names.family,
      first(component, 'title') || first(component, 'role'),
      first(component, 'tel').replace(/^tel:/i, ''),
      first(component, 'lang'),
      structured(component, 'org')[0] ?? '',
      values(component, 'email').slice(0, MOST_ADDRESSES).join(' '),
    ];
  } catch {
    return HEAD.map(() => '');
  }
}

function splitName(name: string): { given: string; family: string } {
  const parts = name.split(/\s+/);
  return { given: parts.slice(0, -1).join(' '), family: parts.at(-1) ?? '' };
}

function values(card: ICAL.Component, name: string): readonly string[] {
  return card
    .getAllProperties(name)
    .map((property) => textOf(property.getFirstValue()))
    .filter((text) => text !== '');
}

function first(card: ICAL.Component, name: string): string {
  return values(card, name)[0] ?? '';
}

function structured(card: ICAL.Component, name: string): readonly string[] {
  const value: unknown = card.getFirstProperty(name)?.getFirstValue();
  return (Array.isArray(value) ? value : [value]).map((part) =>
    textOf(Array.isArray(part) ? part.join(' ') : part),
  );
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim();
}
