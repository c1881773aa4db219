import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { findHeldOffices } from '../office/held-offices.js';
import type { NamedOffice } from '../office/held-offices.js';
import { foldAddress } from '../person/address.rules.js';
import { findAddresses } from '../person/person-view.js';
import type { PersonName } from '../person/person-name.js';
import { Person } from '../person/person.entity.js';
import { wherePersonReached } from '../rights/scope.sql.js';
import { isBegun, likePattern } from './person-candidates.sql.js';

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
  readonly offices: readonly NamedOffice[];
  /** Those that were looked for. */
  readonly addresses: readonly string[];
}

type Found = Pick<Person, 'id' | 'academicTitle' | 'givenName' | 'familyName' | 'position'>;

/**
 * People whom the scope reaches, by name, address and the institutions of their mandates of today: first those of whose
 * words each begins with one looked for, whole words before beginnings; only if there are none, those that are
 * like it. Three queries, four with the likely ones.
 */
export async function searchPeople(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly PersonHit[]> {
  const exact = await findBeginning(reader, scope, search);
  const found = exact.length > 0 ? exact : await findAlike(reader, scope, search);
  return describe(reader, found, search);
}

async function findBeginning(
  reader: Reader,
  scope: AuthorizedScope,
  search: PersonSearch,
): Promise<readonly Found[]> {
  const condition = isBegun(search);
  if (condition === '') return [];
  const { words, text, limit, now } = search;
  const whole = words.map((_, index) => `person.searchText || ' ' LIKE :whole${index}`).join(' AND ');
  const begun = words.map((_, index) => `person.searchText LIKE :begin${index}`).join(' AND ');
  const rank = words.length === 0 ? '0' : `CASE WHEN ${whole} THEN 0 WHEN ${begun} THEN 1 ELSE 2 END`;
  const query = selectFound(reader)
    .where(`(${condition})`)
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
  { words, text, limit }: PersonSearch,
): Promise<readonly Found[]> {
  if (words.length === 0 || text.includes('@')) return [];
  const query = selectFound(reader)
    .where('person.id = ANY(ARRAY(SELECT person_like(:phrase)))', { phrase: words.join(' ') })
    .orderBy('word_similarity(:phrase, person.searchText)', 'DESC')
    .addOrderBy('person.id')
    .limit(limit);
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
  const offices = await findHeldOffices(reader, ids, now);
  const addresses = await findAddresses(reader, ids);
  const folded = foldAddress(text);
  return found.map((person) => ({
    ...person,
    offices: offices.get(person.id) ?? [],
    addresses: (addresses.get(person.id) ?? [])
      .map(({ address }) => address)
      .filter((address) => foldAddress(address).includes(folded)),
  }));
}
