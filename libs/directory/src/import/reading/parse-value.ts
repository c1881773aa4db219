import { importField, land, line, mailAddress, organisationKind, webAddress } from '#contracts';
import type { ImportField, Land, OrganisationKind, Salutation } from '#contracts';
import { DomainError, Temporal } from '#kernel';
import type { ErrorParams, Language } from '#kernel';
import { dayOfSerial, rearmed } from '#sheets';
import { foldWord } from './fold.js';

/** The value of a cell, or why it cannot be one. */
export type Parsed<Value> =
  { readonly value: Value } | { readonly code: string; readonly params: ErrorParams };

const NOTHING = /^[-–—]?$/;
const FORMULA = /^[=@\t\r]/;
const SIGNED_NUMBER = /^[+-][\d\s()/.-]+$/;
const SHORT_YEAR = 100;
const lengths: Partial<Record<ImportField, number>> = {
  academicTitle: 60,
  givenName: 100,
  familyName: 100,
  position: 200,
  phone: 60,
  office: 200,
  organisation: 200,
  organisationEn: 200,
  seat: 100,
  tags: 60,
};
/** As many as a person or an institution can be given at once. */
const MOST_TAGS = 50;

const salutations: Readonly<Record<string, Salutation>> = {
  frau: 'frau',
  fr: 'frau',
  w: 'frau',
  weiblich: 'frau',
  ms: 'frau',
  mrs: 'frau',
  miss: 'frau',
  female: 'frau',
  f: 'frau',
  herr: 'herr',
  herrn: 'herr',
  hr: 'herr',
  m: 'herr',
  maennlich: 'herr',
  mr: 'herr',
  male: 'herr',
  keine: 'none',
  ohne: 'none',
  divers: 'none',
  d: 'none',
  none: 'none',
  neutral: 'none',
  x: 'none',
  mx: 'none',
};
const languageWords: Readonly<Record<string, Language>> = {
  de: 'de',
  deutsch: 'de',
  german: 'de',
  dede: 'de',
  ger: 'de',
  en: 'en',
  englisch: 'en',
  english: 'en',
  engb: 'en',
  enus: 'en',
  eng: 'en',
};
const laender: Readonly<Record<string, Land>> = {
  brandenburg: 'BB',
  berlin: 'BE',
  badenwuerttemberg: 'BW',
  bayern: 'BY',
  bavaria: 'BY',
  bremen: 'HB',
  hessen: 'HE',
  hesse: 'HE',
  hamburg: 'HH',
  mecklenburgvorpommern: 'MV',
  mecklenburgwesternpomerania: 'MV',
  niedersachsen: 'NI',
  lowersaxony: 'NI',
  nordrheinwestfalen: 'NW',
  nrw: 'NW',
  northrhinewestphalia: 'NW',
  rheinlandpfalz: 'RP',
  rhinelandpalatinate: 'RP',
  schleswigholstein: 'SH',
  saarland: 'SL',
  sachsen: 'SN',
  saxony: 'SN',
  sachsenanhalt: 'ST',
  saxonyanhalt: 'ST',
  thueringen: 'TH',
  thuringia: 'TH',
};
const kinds: Readonly<Record<string, OrganisationKind>> = {
  unternehmen: 'company',
  firma: 'company',
  gmbh: 'company',
  ag: 'company',
  hochschule: 'university',
  universitaet: 'university',
  forschung: 'research',
  forschungseinrichtung: 'research',
  institut: 'research',
  researchinstitute: 'research',
  kammer: 'chamber',
  agentur: 'agency',
  verein: 'association',
  verband: 'association',
  ev: 'association',
  behoerde: 'authority',
  kommune: 'authority',
  verwaltung: 'authority',
  publicauthority: 'authority',
  sonstige: 'other',
  andere: 'other',
  anderes: 'other',
  sonstiges: 'other',
};

/** What a cell says, without the apostrophe that our own export sets before a formula; empty for a dash. */
export function cellText(cell: string): string {
  const text = rearmed(cell);
  return NOTHING.test(text.trim()) ? '' : text.trim();
}

/** Whether a spreadsheet would take it for a formula; signed numbers are telephone numbers. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text) || (/^[+-]/.test(text) && !SIGNED_NUMBER.test(text));
}

const MOST_CHARACTERS = 200;
// Made once: a schema costs far more than what it checks.
const lines = new Map(
  importField.options.map((field) => [field, line(lengths[field] ?? MOST_CHARACTERS)] as const),
);
const anyLine = line(MOST_CHARACTERS);

export function parseLine(field: ImportField, text: string): Parsed<string> {
  return parsedBy(lines.get(field) ?? anyLine, text, { max: lengths[field] ?? MOST_CHARACTERS });
}

export function parseSalutation(text: string): Parsed<Salutation> {
  return chosen(salutations[foldWord(text)], 'import.unknown-salutation', text);
}

export function parseLanguage(text: string): Parsed<Language> {
  return chosen(languageWords[foldWord(text)], 'import.unknown-language', text);
}

export function parseLand(text: string): Parsed<Land> {
  const code = land.safeParse(text.toUpperCase());
  return chosen(code.success ? code.data : laender[foldWord(text)], 'import.unknown-land', text);
}

export function parseOrganisationKind(text: string): Parsed<OrganisationKind> {
  const named = organisationKind.safeParse(text.toLowerCase());
  return chosen(named.success ? named.data : kinds[foldWord(text)], 'import.unknown-kind', text);
}

/** An address of the web; one without a scheme is taken for https. */
export function parseWebsite(text: string): Parsed<string> {
  return parsedBy(webAddress, /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
}

/** One or several mail addresses, between semicolons, commas or blanks. A line break is no separator but an attack. */
export function parseAddresses(text: string): Parsed<readonly string[]> {
  if (/[\r\n\u2028\u2029]/.test(text)) return { code: 'import.address-line-break', params: {} };
  const addresses: string[] = [];
  for (const part of text.split(/[;,\s]+/).filter(Boolean)) {
    const parsed = parsedBy(mailAddress, part.replace(/^mailto:/i, ''), { address: part });
    if ('code' in parsed) return parsed;
    addresses.push(parsed.value);
  }
  return { value: addresses };
}

/** One or several tags, between semicolons, commas or line breaks. */
export function parseTags(text: string): Parsed<readonly string[]> {
  const tags: string[] = [];
  for (const part of text.split(/[;,|\r\n]+/)) {
    if (part.trim() === '') continue;
    const parsed = parseLine('tags', part);
    if ('code' in parsed) return parsed;
    tags.push(parsed.value);
  }
  if (tags.length > MOST_TAGS) return { code: 'import.too-many-tags', params: { max: MOST_TAGS } };
  return tags.length === 0 ? { code: 'validation.required', params: {} } : { value: tags };
}

/** `31.12.2027`, `2027-12-31`, `31/12/2027`, or the number that Excel keeps for a day. */
export function parseDay(text: string): Parsed<Temporal.PlainDate> {
  const iso = /^(?<year>\d{4})-(?<month>\d\d?)-(?<day>\d\d?)(?:[T ].*)?$/.exec(text);
  const german = /^(?<day>\d\d?)[./](?<month>\d\d?)[./](?<year>\d{4}|\d{2})$/.exec(text);
  const groups = (iso ?? german)?.groups;
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? dayOfSerial(Number.parseInt(text, 10)) : null;
  if (serial !== null) return { value: Temporal.PlainDate.from(serial) };
  const wrong = { code: 'import.not-a-day', params: { value: text } };
  if (groups === undefined) return wrong;
  try {
    const [year, month, day] = [fullYear(groups['year']), Number(groups['month']), Number(groups['day'])];
    return { value: Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }) };
  } catch {
    return wrong;
  }
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  if (year >= SHORT_YEAR) return year;
  return year + (year < SHORT_YEAR / 2 ? 2000 : 1900);
}

function chosen<Value>(value: Value | undefined, code: string, text: string): Parsed<Value> {
  return value === undefined ? { code, params: { value: text } } : { value };
}

function parsedBy<Value>(
  schema: {
    safeParse(
      text: string,
    ): { success: true; data: Value } | { success: false; error: { issues: readonly { message: string }[] } };
  },
  text: string,
  params: ErrorParams = {},
): Parsed<Value> {
  const parsed = schema.safeParse(text);
  if (parsed.success) return { value: parsed.data };
  const { code } = new DomainError(parsed.error.issues[0]?.message ?? 'validation.failed');
  return { code, params };
}
