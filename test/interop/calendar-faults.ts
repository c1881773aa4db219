const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * What is wrong with the bytes of a calendar before anything is parsed (RFC 5545, section 3.1): line ends, lines of more
 * than 75 octets, a character cut in two by folding, control characters. Empty when all is well.
 */
export function calendarFaults(file: Buffer | string): string[] {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const lines = bytes.toString('latin1').split('\r\n');
  const faults = lines.slice(0, -1).flatMap((line, index) => {
    return lineFaults(line).map((fault) => `line ${index + 1} ${fault}`);
  });
  return lines.at(-1) === '' ? faults : [...faults, 'does not end with CRLF'];
}

function lineFaults(latin1: string): string[] {
  const faults: string[] = [];
  if (latin1.length > 75) faults.push(`has ${latin1.length} octets`);
  if (latin1 === '') faults.push('is empty');
  if (/[\r\n]/.test(latin1)) faults.push('has a bare CR or LF');
  try {
    if (/[^\P{Cc}\t\r\n]/u.test(utf8.decode(Buffer.from(latin1, 'latin1'))))
      faults.push('has a control character');
  } catch {
    faults.push('is not UTF-8 by itself');
  }
  return faults;
}
