const WIDTH = 72;

/** Opens a slot (see slots.ts). */
export const OPEN = '\ue000';

/** The line that mail clients know: beneath it is who wrote, not what. */
export const SIGNATURE = '-- ';

/**
 * Paragraphs of a plain text mail, wrapped and parted by an empty line; what is null or false is left out. A line with an
 * open slot is left whole: it is wrapped once its value is there.
 */
export function paragraphs(...blocks: readonly (string | null | false)[]): string {
  return blocks
    .filter((block) => block !== null && block !== false && block.trim() !== '')
    .map((block) => wrapFilled(String(block)))
    .join('\n\n');
}

function wrapFilled(block: string): string {
  return block
    .split('\n')
    .map((line) => (line.includes(OPEN) ? line : wrap(line)))
    .join('\n');
}

/** Wraps each line at `width`; words (and so addresses) stay whole, further lines keep the indent of the first. */
export function wrap(text: string, width: number = WIDTH): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}

/** A title with a rule beneath. */
export function underlined(title: string): string {
  const lines = wrap(title);
  const length = Math.max(...lines.split('\n').map((line) => line.length));
  return `${lines}\n${'='.repeat(Math.min(length, WIDTH))}`;
}

/** Labels and values in two columns; a value of several lines stays in its column. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const indent = Math.max(0, ...rows.map(([label]) => label.length)) + 3;
  return rows.map(([label, value]) => column(`${label}:`, value, indent)).join('\n');
}

/** The finished text: ordinary spaces, no space at a line's end, one line break at its end. */
export function finishText(text: string): string {
  const lines = text.replaceAll('\u00a0', ' ').split('\n');
  return `${lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')}\n`;
}

function column(label: string, value: string, indent: number): string {
  const lines = wrap(value, WIDTH - indent).split('\n');
  return lines.map((line, index) => (index === 0 ? label : '').padEnd(indent) + line).join('\n');
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  // Only single ordinary spaces break a line: a no-break space keeps dates together, several set columns.
  for (const word of line.trim().split(/(?<! ) (?! )/)) {
    const longer = current === '' ? indent + word : `${current} ${word}`;
    if (longer.length > width && current !== '') {
      lines.push(current);
      current = indent + word;
    } else {
      current = longer;
    }
  }
  return [...lines, current].join('\n');
}
