import type { Reader } from '#database';
import type { Id } from '#kernel';
import { ApiKey } from '../keys/api-key.entity.js';
import { Login } from '../session/login.entity.js';

/** Those of the people who can sign in or have a key for a program. Two queries. */
export async function listEnabled(reader: Reader, personIds: readonly Id[]): Promise<readonly Id[]> {
  const where = 'row.personId = ANY(:personIds)';
  const logins = await reader.manager
    .createQueryBuilder(Login, 'row')
    .select(['row.id', 'row.personId'])
    .where(where, { personIds })
    .getMany();
  const keys = await reader.manager
    .createQueryBuilder(ApiKey, 'row')
    .select(['row.id', 'row.personId'])
    .where(`${where} AND row.revokedAt IS NULL`, { personIds })
    .getMany();
  return [...new Set([...logins, ...keys].map(({ personId }) => personId))];
}

/** The addresses the person signs in with, oldest first. One query. */
export async function listLoginAddresses(reader: Reader, personId: Id): Promise<readonly string[]> {
  const rows = await reader.manager
    .createQueryBuilder(Login, 'row')
    .select(['row.id', 'row.address'])
    .where({ personId })
    .orderBy('row.createdAt')
    .addOrderBy('row.id')
    .getMany();
  return rows.map(({ address }) => address);
}
