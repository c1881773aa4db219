/** A line of iCalendar: name and parameters in capitals, the value as it stands. */
export interface PastedLine {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
}

const PROPERTY = /^([A-Za-z-]+)((?:;[A-Za-z-]+=(?:"[^"]*"|[^";:]*))*):(.*)$/;

/**
 * Splits what was pasted into lines, folded ones put together (RFC 5545, section 3.1). A line that is no property is
 * taken for a rule without its name.
 */
export function pastedLines(text: string): readonly PastedLine[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(readLine);
}

function readLine(line: string): PastedLine {
  const [, name, params = '', value = ''] = PROPERTY.exec(line) ?? [];
  if (name === undefined) return { name: 'RRULE', params: new Map(), value: line };
  const pairs = params
    .split(';')
    .slice(1)
    .map((pair) => pair.split('='));
  return {
    name: name.toUpperCase(),
    params: new Map(pairs.map(([key = '', text = '']) => [key.toUpperCase(), text.replaceAll('"', '')])),
    value: value.trim(),
  };
}
