import { endpoints, type BodyOf, type InstitutionDto, type InstitutionKind } from '#contracts';
import type { Language } from '../../ui/use-text.js';

export interface InstitutionValues {
  kind: InstitutionKind;
  name: Record<Language, string>;
  shortName: string;
  slug: string;
  colour: string;
  zone: string;
  mainLanguage: Language;
}

export type InstitutionBody = BodyOf<typeof endpoints.createInstitution>;

export function emptyInstitution(kind: InstitutionKind): InstitutionValues {
  const name = { de: '', en: '' };
  return { kind, name, shortName: '', slug: '', colour: '', zone: 'Europe/Berlin', mainLanguage: 'de' };
}

export function institutionValues(row: InstitutionDto): InstitutionValues {
  return {
    kind: row.kind,
    name: { de: row.name.de ?? '', en: row.name.en ?? '' },
    shortName: row.shortName ?? '',
    slug: row.slug,
    colour: row.colour ?? '',
    zone: row.zone,
    mainLanguage: row.mainLanguage,
  };
}

export function institutionBody(values: InstitutionValues): InstitutionBody {
  const name = Object.fromEntries(Object.entries(values.name).filter(([, text]) => text.trim() !== ''));
  return {
    ...values,
    name,
    shortName: values.shortName.trim() === '' ? null : values.shortName,
    colour: values.colour === '' ? null : values.colour,
  };
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
