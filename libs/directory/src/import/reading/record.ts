import type { ImportField, Land, OrganisationKind, Salutation } from '#contracts';
import type { ErrorParams, Language, Temporal } from '#kernel';
import type { SheetRow } from '#sheets';
import type { Mapping } from './mapping.js';
import {
  cellText,
  isFormula,
  parseAddresses,
  parseDay,
  parseLand,
  parseLanguage,
  parseLine,
  parseOrganisationKind,
  parseSalutation,
  parseTags,
  parseWebsite,
} from './parse-value.js';

/** What is wrong with a row, and where. */
export interface RowProblem {
  readonly field: ImportField | null;
  readonly code: string;
  readonly params: ErrorParams;
}

/** What a row says, field by field; a cell that is empty says nothing. */
export interface ImportRecord {
  readonly row: number;
  readonly values: {
    readonly [Field in ImportField]?: Field extends keyof TypedValues ? TypedValues[Field] : string;
  };
  readonly problems: readonly RowProblem[];
}

interface TypedValues {
  readonly salutation: Salutation;
  readonly language: Language;
  readonly email: readonly string[];
  readonly email2: readonly string[];
  readonly email3: readonly string[];
  readonly officeFrom: Temporal.PlainDate;
  readonly officeUntil: Temporal.PlainDate;
  readonly memberSince: Temporal.PlainDate;
  readonly memberUntil: Temporal.PlainDate;
  readonly organisationKind: OrganisationKind;
  readonly land: Land;
  readonly tags: readonly string[];
}

const parsers: Partial<Record<ImportField, (text: string) => ReturnType<typeof parseLine> | Typed>> = {
  salutation: parseSalutation,
  language: parseLanguage,
  email: parseAddresses,
  email2: parseAddresses,
  email3: parseAddresses,
  officeFrom: parseDay,
  officeUntil: parseDay,
  memberSince: parseDay,
  memberUntil: parseDay,
  organisationKind: parseOrganisationKind,
  land: parseLand,
  website: parseWebsite,
  tags: parseTags,
};
type Typed = ReturnType<typeof parseAddresses | typeof parseDay | typeof parseLand>;

/** Reads a row by the mapping; what cannot be understood is named and missing from the values. */
export function readRecord({ row, cells }: SheetRow, mapping: Mapping): ImportRecord {
  const values: Record<string, unknown> = {};
  const problems: RowProblem[] = [];
  for (const [index, field] of mapping.entries()) {
    const text = cellText(cells[index] ?? '');
    if (field === null || text === '') continue;
    const parsed = isFormula(text)
      ? { code: 'import.formula', params: {} }
      : (parsers[field] ?? ((cell: string) => parseLine(field, cell)))(text);
    if ('value' in parsed) values[field] = parsed.value;
    else problems.push({ field, code: parsed.code, params: parsed.params });
  }
  return { row, values, problems };
}
