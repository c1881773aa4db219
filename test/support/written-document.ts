import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { project } from './project-copy.js';

/**
 * Compares a document's part between `<!-- name -->` and `<!-- /name -->` with what the code says, which is written
 * there instead when WRITE_DOCS is set. Returns both.
 */
export async function writtenPart(
  file: string,
  name: string,
  markdown: string,
): Promise<{ readonly stands: string; readonly should: string }> {
  const path = join(project, file);
  const text = readFileSync(path, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin) + begin.length, text.indexOf(end)];
  if (from < begin.length || to < from) throw new Error(`${file} has no part ${begin} … ${end}`);
  const options = { ...(await resolveConfig(path)), filepath: path };
  const made = await format(`${text.slice(0, from)}\n\n${markdown}\n\n${text.slice(to)}`, options);
  if (process.env['WRITE_DOCS'] !== undefined) writeFileSync(path, made);
  return { stands: readFileSync(path, 'utf8'), should: made };
}

/** A table as Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
