import PostalMime from 'postal-mime';
import { readCalendar } from '../interop/calendar-reader.js';
import type { ReadCalendar, ReadEvent } from '../interop/calendar-reader.js';
import type { ReceivedMail } from './mail-server.js';

/** A mail as an independent reader understands it. */
export interface ReadMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** `Name <address>`; without a name the address alone; empty if there is none. */
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  /** Lower-case names, every value. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly calendar: (ReadCalendar & { readonly event: ReadEvent }) | null;
  /** The calendar part once more, as the file that is attached, byte for byte. */
  readonly file: string | null;
}

/** Reads a mail by postal-mime and its calendar part by ical.js. */
export async function readMail({ raw }: Pick<ReceivedMail, 'raw'>): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const { subject = '', text = '', html = '', messageId = '', from, to = [], replyTo = [] } = mail;
  const headers = Map.groupBy(mail.headers, ({ key }) => key);
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  return {
    subject,
    text,
    html,
    messageId,
    from: boxOf(from && [from]),
    to: boxOf(to),
    replyTo: boxOf(replyTo),
    headers: new Map([...headers].map(([key, own]) => [key, own.map(({ value }) => value)])),
    calendar: part === undefined ? null : readPart(bytesOf(part.content)),
    file: fileIn(raw.toString('latin1')),
  };
}

function boxOf(boxes: readonly { name: string; address?: string }[] = []): string {
  return boxes.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
}

// Not by postal-mime, which takes the last line break away.
function fileIn(raw: string): string | null {
  const [, body] = /Content-Type: application\/ics[^]*?\r\n\r\n([\w+/=\r\n]+)\r\n--/.exec(raw) ?? [];
  return body === undefined ? null : Buffer.from(body, 'base64').toString();
}

function bytesOf(content: string | ArrayBuffer | Uint8Array): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
}

function readPart(bytes: Buffer): NonNullable<ReadMail['calendar']> {
  const calendar = readCalendar(bytes);
  const [event, ...others] = calendar.events;
  if (event === undefined || others.length > 0) throw new Error('a calendar part has exactly one VEVENT');
  return { ...calendar, event };
}
