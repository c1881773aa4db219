import { readFileSync } from 'node:fs';
import { accentOf } from '#mail';

const base = styles('pages.css');
const door = styles('door.css');
const drawing = asset('ring.svg').trim();

/** The mark, a ring with one filled point, as markup that takes the colour of the text around it. */
export const ring = drawing.replace('<svg ', '<svg aria-hidden="true" focusable="false" ');

/** The mark as the address of a picture, for the browser's tab. */
export function favicon(colour: string | null): string {
  const coloured = drawing.replaceAll('currentColor', accentOf(colour).onLight);
  return `data:image/svg+xml,${encodeURIComponent(coloured)}`;
}

/**
 * The one stylesheet of all pages, with an institution's colour (`#rrggbb`) as its accent; the page at the door has more
 * of it than the others need.
 */
export function stylesheet(colour: string | null, atDoor = false): string {
  const accent = accentOf(colour);
  const dark = `@media (prefers-color-scheme:dark){:root{--accent:${accent.onDark}}}`;
  return `${base}${atDoor ? door : ''}:root{--accent:${accent.onLight}}${dark}`;
}

function styles(name: string): string {
  return asset(name)
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{}:;,>])\s+/g, '$1');
}

function asset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}
