import { readFileSync } from 'node:fs';
import { accentOf } from '#mail';

const source = readFileSync(new URL('./assets/pages.css', import.meta.url), 'utf8');
const base = source.replace(/\s*\n\s*/g, '').replace(/\s*([{}:;,>])\s+/g, '$1');

/** The mark, a ring with one filled point, as markup that takes the colour of the text around it. */
export const ring = readFileSync(new URL('./assets/ring.svg', import.meta.url), 'utf8')
  .trim()
  .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');

/** The one stylesheet of all pages, with an institution's colour (`#rrggbb`) as its accent. */
export function stylesheet(colour: string | null): string {
  const accent = accentOf(colour);
  const dark = `@media (prefers-color-scheme:dark){:root{--accent:${accent.onDark}}}`;
  return `${base}:root{--accent:${accent.onLight}}${dark}`;
}
