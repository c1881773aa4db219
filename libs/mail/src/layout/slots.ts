import { OPEN, wrap } from './plain-text.js';

/*
 * A mail is rendered once for everybody who gets it in one language; what is personal is left open as a slot, marked
 * by private-use characters that nobody types, and filled in per person.
 */
const CLOSE = '\ue001';
const SLOT = /\ue000([a-z-]+)\ue001/g;
const SLOT_MARKS = /[\ue000-\ue00f]/g;
// A line break would start a mail header or a line of its own; the others turn or hide what is read.
const LINE_BREAKING = /[\p{Cc}\u2028\u2029]+/gu;
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A mail as people read it. */
export interface MailParts {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The place in a shared part where a personal value goes; usable in texts, markup and attributes. */
export function slot(name: string): string {
  return `${OPEN}${name}${CLOSE}`;
}

/** The names of the slots that are open in a text. */
export function slotsIn(text: string): string[] {
  return [...new Set([...text.matchAll(SLOT)].map(([, name = '']) => name))];
}

/**
 * The finished mail. Values are one line each; they are escaped in html, put in as they are in the text, and never
 * searched for further slots. Throws when a value is missing, so that no mail leaves with a gap.
 */
export function fillSlots(rendered: MailParts, values: Readonly<Record<string, string>>): MailParts {
  return {
    subject: oneLine(fill(rendered.subject, values, oneLine)),
    text: fillText(rendered.text, values),
    html: fill(rendered.html, values, (value) => escapeHtml(oneLine(value))),
  };
}

/** The same props without the characters that mark slots, so that no written text can pretend to be one. */
export function withoutSlotMarks<Props>(props: Props): Props {
  return cleaned(props) as Props;
}

/** Text on one line: without line breaks and other control characters and without marks that turn its direction. */
export function oneLine(text: string): string {
  return text.replace(LINE_BREAKING, ' ').replace(TURNING, '').replace(SLOT_MARKS, '').trim();
}

function fillText(text: string, values: Readonly<Record<string, string>>): string {
  const filled = (line: string) => fill(line, values, (value) => oneLine(value).replaceAll('\u00a0', ' '));
  // Only lines with a slot have changed their length.
  return text
    .split('\n')
    .map((line) => (line.includes(OPEN) ? wrap(filled(line)) : line))
    .join('\n');
}

function fill(
  text: string,
  values: Readonly<Record<string, string>>,
  made: (value: string) => string,
): string {
  return text.replace(SLOT, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`the mail has nothing to put into its slot "${name}"`);
    return made(value);
  });
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(SLOT_MARKS, '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (isPlainObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)]));
  return value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
