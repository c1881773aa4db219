const delimiters = [';', ',', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

const SAMPLE_LINES = 20;

/**
 * What separates the columns: whichever divides most of the first lines into as many parts as the first one. Excel's
 * own line `sep=;` decides. What stands in quotes does not count.
 */
export function recogniseDelimiter(sample: string): Delimiter {
  const told = /^sep=(?<delimiter>[;,\t])/.exec(sample)?.groups?.['delimiter'];
  if (told !== undefined) return delimiters.find((one) => one === told) ?? ';';
  const lines = withoutQuoted(sample)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  const rated = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(lines, delimiter) }));
  return rated.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function scoreOf(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => line.split(delimiter).length - 1);
  const first = counts[0] ?? 0;
  return first === 0 ? 0 : first * counts.filter((count) => count === first).length;
}

function withoutQuoted(text: string): string {
  return text.replaceAll(/"(?:[^"]|"")*"/g, '');
}
