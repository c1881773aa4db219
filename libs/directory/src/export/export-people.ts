import { everyItem } from '#database';
import type { Reader } from '#database';
import type { Translator } from '#i18n';
import { findInstitutions } from '../institution/find-institutions.js';
import { listPeople } from '../person/list-people.js';
import type { PersonView } from '../person/person-view.js';
import { EXPORT_PAGE, textCell, titlesOf } from './export-words.js';
import type { ExportedRows, ExportRequest } from './export-words.js';

const fields = [
  'salutation',
  'academicTitle',
  'givenName',
  'familyName',
  'position',
  'phone',
  'language',
  'email',
  'email2',
  'email3',
] as const;

/** The people whom the scope reaches, by family name, with columns that an import knows again. */
export async function* exportPeople(reader: Reader, { scope, t }: ExportRequest): ExportedRows {
  yield [...titlesOf(t, fields), t('import.columns.home')];
  for await (const people of everyItem((cursor) =>
    listPeople(reader, scope, { cursor, limit: EXPORT_PAGE }),
  )) {
    const homes = await findInstitutions(
      reader,
      people.flatMap(({ homeInstitutionId }) => homeInstitutionId ?? []),
    );
    for (const person of people) {
      const home = homes.get(person.homeInstitutionId ?? '');
      yield [...cellsOf(person, t), home === undefined ? '' : textCell(home.name, t)];
    }
  }
}

function cellsOf(person: PersonView, t: Translator): readonly string[] {
  const { salutation, academicTitle, givenName, familyName, position, phone, language, addresses } = person;
  const [first = '', second = '', ...others] = addresses.map(({ address }) => address);
  return [
    salutation === 'none' ? '' : t(`import.salutations.${salutation}`),
    academicTitle ?? '',
    givenName,
    familyName,
    position ?? '',
    phone ?? '',
    t(`import.languages.${language}`),
    first,
    second,
    others.join(' '),
  ];
}
