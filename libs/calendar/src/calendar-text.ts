import { escape } from 'ical-generator';

const BREAKS = /\r\n|[\r\n\u0085\u2028\u2029]/g;
const CONTROL = /\p{Cc}/gu;
const CONTROL_BUT_BREAKS = /[^\P{Cc}\n\t]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
// RFC 6068, section 2: what may stand in a mailto address as it is, without iCalendar's own separators.
const NOT_PLAIN_IN_MAILTO = /[^\w@.!$&'*+=~/-]/gu;

/** One line of text: breaks and tabs become spaces, other control characters go (one NUL makes libical refuse a file). */
export function lineOf(text: string): string {
  return paragraphsOf(text)
    .replace(/[\n\t]+/g, ' ')
    .trim();
}

/** Text of several lines with `\n` between them, without other control characters and halves of characters. */
export function paragraphsOf(text: string): string {
  return text.replace(BREAKS, '\n').replace(CONTROL_BUT_BREAKS, '').replace(LONE_SURROGATE, '\uFFFD');
}

/** A TEXT value (RFC 5545, section 3.3.11) for the calendar's own properties, which ical-generator writes raw. */
export function escapedLine(text: string): string {
  return escape(lineOf(text), false);
}

/**
 * An address that needs no escaping in a calendar: commas, semicolons and backslashes are percent-encoded, since
 * readers disagree about whether a URI value is to be unescaped. Undefined unless it is http or https.
 */
export function webAddressOf(url: string): string | undefined {
  const parsed = URL.parse(url.replace(CONTROL, '').replace(LONE_SURROGATE, '\uFFFD'));
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  return parsed.href.replace(/[,;\\]/g, encodeURIComponent);
}

/** A mail address for a `mailto:` (RFC 6068, section 2): what cannot stand there as it is gets percent-encoded. */
export function mailtoAddressOf(address: string): string {
  return lineOf(address).replace(NOT_PLAIN_IN_MAILTO, (character) => encodeURIComponent(character));
}
