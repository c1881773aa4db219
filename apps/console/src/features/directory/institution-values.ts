import {
  endpoints,
  type BodyOf,
  type InstitutionDto,
  type InstitutionKind,
  type Land,
  type OrganisationKind,
} from '#contracts';
import type { Language } from '../../ui/use-text.js';

export interface InstitutionValues {
  kind: InstitutionKind;
  name: Record<Language, string>;
  shortName: string;
  slug: string;
  colour: string;
  zone: string;
  mainLanguage: Language;
  field: Record<Language, string>;
  laender: Land[];
  seat: string;
  website: string;
  organisationKind: OrganisationKind | null;
  operatorId: string | null;
  parentId: string | null;
  /** For a new one only. */
  memberOf: string | null;
  /** For a new committee only. */
  memberSeats: number | string;
}

export type InstitutionBody = BodyOf<typeof endpoints.createInstitution>;

const USUAL_SEATS = 12;

export function emptyInstitution(kind: InstitutionKind, parentId: string | null = null): InstitutionValues {
  return {
    kind,
    name: { de: '', en: '' },
    shortName: '',
    slug: '',
    colour: '',
    zone: 'Europe/Berlin',
    mainLanguage: 'de',
    field: { de: '', en: '' },
    laender: [],
    seat: '',
    website: '',
    organisationKind: null,
    operatorId: null,
    parentId,
    memberOf: null,
    memberSeats: USUAL_SEATS,
  };
}

export function institutionValues(row: InstitutionDto): InstitutionValues {
  return {
    ...emptyInstitution(row.kind, row.parentId),
    name: { de: row.name.de ?? '', en: row.name.en ?? '' },
    shortName: row.shortName ?? '',
    slug: row.slug,
    colour: row.colour ?? '',
    zone: row.zone,
    mainLanguage: row.mainLanguage,
    field: { de: row.field?.de ?? '', en: row.field?.en ?? '' },
    laender: row.laender,
    seat: row.seat ?? '',
    website: row.website ?? '',
    organisationKind: row.organisationKind,
    operatorId: row.operatorId,
  };
}

/** Which fields an institution of a kind has: what was filled in for another kind is not sent. */
export const fieldsOfKind = {
  network: { field: true, operator: true, organisationKind: false, parent: false },
  cluster: { field: true, operator: true, organisationKind: false, parent: false },
  organisation: { field: true, operator: false, organisationKind: true, parent: false },
  committee: { field: false, operator: false, organisationKind: false, parent: true },
} as const satisfies Record<InstitutionKind, Record<string, boolean>>;

export function institutionBody(values: InstitutionValues): InstitutionBody {
  const { kind, slug, zone, mainLanguage, laender, memberSeats } = values;
  const has = fieldsOfKind[kind];
  const field = has.field ? written(values.field) : {};
  return {
    kind,
    slug,
    zone,
    mainLanguage,
    laender,
    name: written(values.name),
    shortName: orNull(values.shortName),
    colour: orNull(values.colour),
    field: Object.keys(field).length === 0 ? null : field,
    seat: orNull(values.seat),
    website: orNull(values.website),
    organisationKind: has.organisationKind ? values.organisationKind : null,
    operatorId: has.operator ? values.operatorId : null,
    parentId: has.parent ? values.parentId : null,
    memberOf: has.parent ? null : values.memberOf,
    memberSeats: Number(memberSeats),
  };
}

/** The contract of an institution, with what it leaves to the rules: a committee says what it is a committee of. */
export const institutionForm = endpoints.createInstitution.body?.refine(
  ({ kind, parentId }) => kind !== 'committee' || parentId !== null,
  { path: ['parentId'], message: 'institution.parent-required' },
);

/** Only the languages in which something was written. */
function written(text: Record<Language, string>): { de?: string; en?: string } {
  return Object.fromEntries(Object.entries(text).filter(([, words]) => words.trim() !== ''));
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

const umlauts = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
]);

/** A short address made from a name: `Chemie & Kunststoffe` gives `chemie-kunststoffe`. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => umlauts.get(letter) ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '');
}
