import { importFields } from '#contracts';
import type { ImportField, ImportKind } from '#contracts';
import { sha256 } from '#kernel';
import { foldWord } from './fold.js';

/** What each column is taken for; null is left out. */
export type Mapping = readonly (ImportField | null)[];

/** The titles, folded, under which a field is found in files of offices, chambers and address books. */
const titles: Readonly<Record<ImportField, readonly string[]>> = {
  academicTitle: [
    'akademischertitel',
    'akadtitel',
    'titel',
    'namenstitel',
    'academictitle',
    'title',
    'prefix',
  ],
  givenName: [
    'vorname',
    'rufname',
    'givenname',
    'firstname',
    'forename',
    'vornamekontakt',
    'ansprechpartnervorname',
  ],
  familyName: [
    'nachname',
    'familienname',
    'zuname',
    'name',
    'familyname',
    'lastname',
    'surname',
    'ansprechpartner',
  ],
  salutation: ['anrede', 'salutation', 'gender', 'geschlecht', 'formofaddress'],
  position: ['position', 'funktion', 'stellung', 'berufsbezeichnung', 'function', 'jobtitle', 'job', 'rolle'],
  phone: [
    'telefon',
    'tel',
    'telefonnummer',
    'rufnummer',
    'mobil',
    'phone',
    'telephone',
    'phonenumber',
    'mobile',
  ],
  language: ['sprache', 'korrespondenzsprache', 'language', 'lang'],
  email: ['email', 'mail', 'mailadresse', 'emailadresse', 'emailaddress', 'mailaddress', 'email1', 'adresse'],
  email2: [
    'email2',
    'mail2',
    'mailadresse2',
    'emailadresse2',
    'weitereemail',
    'secondemail',
    'emailaddress2',
    'mailaddress2',
  ],
  email3: ['email3', 'mail3', 'mailadresse3', 'emailadresse3', 'thirdemail', 'emailaddress3', 'mailaddress3'],
  office: ['amt', 'office', 'mandat', 'gremienfunktion', 'mandate'],
  officeFrom: [
    'amtab',
    'amtvon',
    'amtseit',
    'mandatab',
    'mandatvon',
    'officefrom',
    'officesince',
    'mandatefrom',
  ],
  officeUntil: ['amtbis', 'mandatbis', 'officeuntil', 'mandateuntil'],
  organisation: [
    'organisation',
    'firma',
    'unternehmen',
    'einrichtung',
    'mitglied',
    'company',
    'organization',
    'member',
    'institution',
    'firmenname',
    'organisationdeutsch',
    'organisationgerman',
    'name',
  ],
  organisationEn: [
    'organisationenglisch',
    'nameenglisch',
    'nameenglish',
    'organisationenglish',
    'englishname',
    'firmaenglisch',
    'companyenglish',
  ],
  organisationKind: [
    'art',
    'artderorganisation',
    'organisationsart',
    'typ',
    'kind',
    'type',
    'kindoforganisation',
    'organisationtype',
    'rechtsform',
  ],
  seat: ['sitz', 'ort', 'stadt', 'standort', 'seat', 'city', 'town', 'location'],
  land: ['bundesland', 'land', 'state', 'federalstate'],
  website: ['website', 'webseite', 'internet', 'homepage', 'web', 'url', 'internetadresse'],
  memberSince: [
    'mitgliedseit',
    'mitgliedab',
    'eintritt',
    'eintrittsdatum',
    'beitritt',
    'membersince',
    'since',
    'seit',
    'joined',
    'memberfrom',
  ],
  memberUntil: ['mitgliedbis', 'austritt', 'austrittsdatum', 'memberuntil', 'until', 'bis', 'left'],
  tags: [
    'schlagworte',
    'schlagwort',
    'schlagwoerter',
    'stichworte',
    'stichwoerter',
    'tags',
    'tag',
    'kategorie',
    'kategorien',
    'category',
    'categories',
    'keywords',
    'labels',
  ],
};

/** What the columns probably are, by their titles; each field at most once, the better title first. */
export function guessMapping(kind: ImportKind, columns: readonly string[]): Mapping {
  const folded = columns.map(foldWord);
  const guess: (ImportField | null)[] = columns.map(() => null);
  for (const field of importFields[kind]) {
    const column = titles[field]
      .map((title) => folded.findIndex((one, index) => one === title && guess[index] === null))
      .find((index) => index >= 0);
    if (column !== undefined) guess[column] = field;
  }
  return guess;
}

/** Under what a mapping is remembered: files with the same titles in the same order are the same form. */
export function signatureOf(kind: ImportKind, columns: readonly string[]): string {
  return sha256([kind, ...columns.map(foldWord)].join('\n'));
}
