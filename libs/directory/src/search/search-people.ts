import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { groupRows } from '../group-rows.js';
import { foldAddress } from '../person/address.rules.js';
import { findAddresses } from '../person/person-view.js';
import type { PersonName } from '../person/person-name.js';
import { Person } from '../person/person.entity.js';
import { wherePersonReached } from '../rights/scope.sql.js';
import { alikeOf, beginningOf, likePattern } from './person-candidates.sql.js';

export interface PersonSearch {
  /** As it was typed; part of an address, perhaps. */
  readonly text: string;
  /** The same as folded words. */
  readonly words: readonly string[];
  readonly limit: number;
  readonly now: Temporal.Instant;
}

/** Somebody who was found, with what tells people of one name apart. */
export interface PersonHit extends PersonName {
  readonly id: Id;
  readonly position: string | null;
  readonly offices: readonly OfficeHeld[];
  /** Those that were looked for. */
  readonly addresses: readonly string[];
}

interface OfficeHeld {
  readonly name: LocalizedText;
  readonly institution: string;
}

type Found = Pick<Person, 'id' | 'academicTitle' | 'givenName' | 'familyName' | 'position'>;

/**
 * People whom the scope reaches, by name, address and the institutions of their mandates of today: first those of whose
 * words each begins with one looked for, whole words before beginnings; only if they are fewer than the limit, those
 * that are like it. Three queries, four with the likely ones.
 */
export async function searchPeople(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly PersonHit[]> {
  const exact = await findBeginning(reader, scope, search);
  const missing = search.limit - exact.length;
  const others = missing > 0 ? await findAlike(reader, scope, search) : [];
  const known = new Set(exact.map(({ id }) => id));
  const found = [...exact, ...others.filter(({ id }) => !known.has(id)).slice(0, missing)];
  return describe(reader, found, search);
}

async function findBeginning(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly Found[]> {
  const candidates = beginningOf(search);
  if (candidates === '') return [];
  const { words, text, limit, now } = search;
  const whole = words.map((_, index) => `person.searchText || ' ' LIKE :whole${index}`).join(' AND ');
  const begun = words.map((_, index) => `person.searchText LIKE :begin${index}`).join(' AND ');
  const rank = words.length === 0 ? '0' : `CASE WHEN ${whole} THEN 0 WHEN ${begun} THEN 1 ELSE 2 END`;
  const query = selectFound(reader)
    .where(`person.id IN (${candidates})`)
    .orderBy(rank)
    .addOrderBy('person.familyName')
    .addOrderBy('person.givenName')
    .addOrderBy('person.id')
    .limit(limit)
    .setParameters({ now, address: `${likePattern(foldAddress(text))}%` });
  words.forEach((word, index) => {
    query.setParameters({ [`begin${index}`]: `% ${word}%`, [`whole${index}`]: `% ${word} %` });
  });
  return wherePersonReached(query, scope, 'person.id').getMany();
}

async function findAlike(
  reader: Reader,
  scope: AuthorizedScope,
  { words, limit }: PersonSearch,
): Promise<readonly Found[]> {
  if (words.length === 0) return [];
  const likeness = words.map((_, index) => `word_similarity(:word${index}, person.searchText)`).join(' + ');
  const query = selectFound(reader)
    .where(`person.id IN (${alikeOf(words)})`)
    .orderBy(likeness, 'DESC')
    .addOrderBy('person.id')
    .limit(2 * limit);
  words.forEach((word, index) => {
    query.setParameters({ [`word${index}`]: word });
  });
  return wherePersonReached(query, scope, 'person.id').getMany();
}

function selectFound(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Person, 'person')
    .select([
      'person.id',
      'person.academicTitle',
      'person.givenName',
      'person.familyName',
      'person.position',
    ]);
}

async function describe(
  reader: Reader,
  found: readonly Found[],
  { text, now }: PersonSearch,
): Promise<readonly PersonHit[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => id);
  const offices = await findOffices(reader, ids, now);
  const addresses = await findAddresses(reader, ids);
  const folded = foldAddress(text);
  return found.map((person) => ({
    ...person,
    offices: (offices.get(person.id) ?? []).map(({ name, institution }) => ({ name, institution })),
    addresses: (addresses.get(person.id) ?? [])
      .map(({ address }) => address)
      .filter((address) => foldAddress(address).includes(folded)),
  }));
}

async function findOffices(reader: Reader, personIds: readonly Id[], now: Temporal.Instant) {
  const rows: (OfficeHeld & { readonly personId: Id })[] = await reader.manager.query(
    `SELECT mandate.person_id AS "personId", office.name, institution.sort_name AS institution
       FROM mandate JOIN office ON office.id = mandate.office_id
       JOIN institution ON institution.id = office.institution_id
      WHERE mandate.person_id = ANY($1)
        AND mandate.valid_from <= ($2::timestamptz AT TIME ZONE institution.zone)::date
        AND (mandate.valid_until IS NULL
             OR mandate.valid_until >= ($2::timestamptz AT TIME ZONE institution.zone)::date)
      ORDER BY institution.sort_name, office.id`,
    [personIds, now],
  );
  return groupRows(rows, ({ personId }) => personId);
}
