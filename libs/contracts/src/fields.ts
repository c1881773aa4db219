import type { Language } from '#kernel';
import { z } from 'zod';

/*
 * Building blocks of every contract. A refinement's message is a dotted code of the catalogue (`errors.<code>`), so
 * the same failure reads well in the console, on a page and in a program.
 */

// Line breaks, NUL and other control characters have no place in a line: they are how headers get injected. Half a
// surrogate pair is no character, and PostgreSQL's jsonb refuses it.
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const CONTROL_BUT_BREAKS = /[^\P{Cc}\n\t]|\p{Cs}/u;
// PostgreSQL has no year 0.
const YEAR_0 = /^0000/;

export const id = z.uuid({ error: 'validation.not-an-id' });
export const languageCode = z.enum(['de', 'en']) satisfies z.ZodType<Language>;

/** One line of text, trimmed, 1 to `max` characters. */
export function line(max: number) {
  return z
    .string()
    .trim()
    .min(1, 'validation.required')
    .max(max, 'validation.too-long')
    .refine((text) => !CONTROL.test(text), 'validation.control-characters');
}

/** Text of several lines (Markdown), trimmed, up to `max` characters. */
export function paragraphs(max: number) {
  return z
    .string()
    .trim()
    .max(max, 'validation.too-long')
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .refine((text) => !CONTROL_BUT_BREAKS.test(text), 'validation.control-characters');
}

/** What people write in one or both languages; one is needed. */
export function localized<Text extends z.ZodType<string, string>>(text: Text) {
  return z
    .object({ de: text.optional(), en: text.optional() })
    .strict()
    .refine((value) => Boolean(value.de) || Boolean(value.en), 'validation.one-language-needed');
}

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'validation.not-a-slug')
  .max(80, 'validation.too-long');

export const mailAddress = z
  .string()
  .trim()
  .max(254, 'validation.too-long')
  .pipe(z.email({ error: 'validation.not-an-address' }));

/** An https or http address without characters that iCalendar would have to escape. */
export const webAddress = z
  .string()
  .trim()
  .max(2000, 'validation.too-long')
  .pipe(z.url({ protocol: /^https?$/, error: 'validation.not-a-web-address' }))
  .refine((text) => !CONTROL.test(text), 'validation.control-characters');

/** `2027-03-04` */
export const day = z.iso
  .date({ error: 'validation.not-a-day' })
  .refine((text) => !YEAR_0.test(text), 'validation.not-a-day');
/** `2027-03-04T10:00`, a wall clock without zone. */
export const wallClock = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/, 'validation.not-a-time')
  .refine((text) => day.safeParse(text.slice(0, 10)).success, 'validation.not-a-time');
/** `2027-03-04T09:00:00Z` */
export const instant = z.iso.datetime();

export const zone = z.string().max(64).refine(isZone, 'validation.unknown-zone');

export const land = z.enum([
  'BB',
  'BE',
  'BW',
  'BY',
  'HB',
  'HE',
  'HH',
  'MV',
  'NI',
  'NW',
  'RP',
  'SH',
  'SL',
  'SN',
  'ST',
  'TH',
]);

export type Land = z.output<typeof land>;

export const version = z.int().positive();

type PatchShape<Shape extends z.ZodRawShape> = {
  -readonly [Key in keyof Shape]: z.ZodOptional<
    Shape[Key] extends z.ZodDefault<infer Field> ? Field : Shape[Key]
  >;
};

/**
 * The merge-patch (RFC 7396) of an input: every field may be absent and then stays as it is, null empties. Not
 * `.partial()`, which would fill in the defaults of what is absent.
 */
export function patchOf<Shape extends z.ZodRawShape>(
  input: z.ZodObject<Shape>,
): z.ZodObject<PatchShape<Shape>, z.core.$strict> {
  const shape = Object.fromEntries(
    Object.entries(input.shape).map(([key, field]) => [
      key,
      z.optional(field instanceof z.ZodDefault ? field.unwrap() : field),
    ]),
  );
  return z.strictObject(shape as PatchShape<Shape>);
}

/** The reply of every list: keyset pages, `next` is the cursor of the following page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export const MOST_PER_PAGE = 200;

/** The query of a list that comes whole. */
export const fileQuery = z.object({
  /** The whole list as a file. */
  format: z.enum(['csv', 'xlsx']).optional(),
  /** The file's language; what the caller accepts if none is given. */
  lang: languageCode.optional(),
  /** The clock that moments in a file go by. */
  zone: zone.default('Europe/Berlin'),
});

/** The query of a list that has pages; where it asks for a file, `cursor` and `limit` mean nothing. */
export const pageQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(50),
  ...fileQuery.shape,
});

export const byId = z.object({ id });

/** An institution or an office named in another row's reply, in the languages its name is written in. */
export const named = z.object({ id, name: localized(z.string()) });

/** A person named in another row's reply. */
export const namedPerson = z.object({ id, name: z.string() });

/** An IANA name as it is written; Intl would also take offsets and names in any case. */
function isZone(text: string): boolean {
  if (/^[+-]/.test(text)) return false;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions();
    return timeZone === text || timeZone.toLowerCase() !== text.toLowerCase();
  } catch {
    return false;
  }
}
