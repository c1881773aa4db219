import { may, scopeOf } from '#access';
import type { Actor } from '#access';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { foldAddress } from '../../person/address.rules.js';
import { findPersonViews } from '../../person/find-people.js';
import { Person } from '../../person/person.entity.js';
import { placeOfHome } from '../../rights/person-home.js';
import { wherePersonReached } from '../../rights/scope.sql.js';
import { foldName } from '../reading/fold.js';
import type { ImportRecord } from '../reading/record.js';
import type { KnownPerson } from './known.js';

interface Wanted {
  readonly actor: Actor;
  /** Where the people of the file are at home. */
  readonly homes: readonly Id[];
  readonly records: readonly ImportRecord[];
  readonly lock: boolean;
}

/** Everybody whom the records may mean: by an address wherever they are at home, by name only at home. */
export async function findKnownPeople(reader: Reader, wanted: Wanted): Promise<readonly KnownPerson[]> {
  const { actor, homes, lock } = wanted;
  const ids = await findMeant(reader, wanted);
  if (ids.length === 0) return [];
  if (lock) await lockAtHome(reader, ids, homes);
  const reached = await findReached(reader, actor, ids);
  return (await findPersonViews(reader, ids)).map((person) => ({
    ...person,
    own:
      person.homeInstitutionId !== null &&
      homes.includes(person.homeInstitutionId) &&
      may(actor, 'person.change', placeOfHome(person.homeInstitutionId)),
    reached: reached.has(person.id),
  }));
}

async function findMeant(reader: Reader, { records, homes }: Wanted): Promise<readonly Id[]> {
  const addresses = records.flatMap(({ values: { email = [], email2 = [], email3 = [] } }) =>
    [...email, ...email2, ...email3].map(foldAddress),
  );
  const names = records.flatMap(({ values: { familyName } }) =>
    familyName === undefined ? [] : [foldName(familyName)],
  );
  const rows: readonly { readonly id: Id }[] = await reader.manager.query(
    `SELECT person_id AS id FROM person_address WHERE address_folded = ANY($1)
      UNION
     SELECT id FROM person WHERE home_institution_id = ANY($2) AND lower(family_name) = ANY($3)`,
    [[...new Set(addresses)], homes, [...new Set(names)]],
  );
  return rows.map(({ id }) => id);
}

async function lockAtHome(reader: Reader, ids: readonly Id[], homes: readonly Id[]): Promise<void> {
  await reader.manager.query(
    `SELECT FROM person WHERE id = ANY($1) AND home_institution_id = ANY($2) ORDER BY id FOR NO KEY UPDATE`,
    [ids, homes],
  );
}

async function findReached(reader: Reader, actor: Actor, ids: readonly Id[]): Promise<ReadonlySet<Id>> {
  const query = reader.manager
    .createQueryBuilder(Person, 'person')
    .select('person.id', 'id')
    .where('person.id = ANY(:ids)', { ids });
  const rows = await wherePersonReached(query, scopeOf(actor, 'person.read'), 'person.id').getRawMany<{
    id: Id;
  }>();
  return new Set(rows.map(({ id }) => id));
}
