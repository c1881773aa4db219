import type { Reader } from '#database';
import type { Id } from '#kernel';
import { Office } from './office.entity.js';

/** What others need of an office to name it and to write to it. */
export type OfficeInfo = Pick<
  Office,
  'id' | 'institutionId' | 'kind' | 'name' | 'seats' | 'mailbox' | 'copyAddress'
>;

/** The offices with these ids in one query, by id; unknown ids are missing from the map. */
export async function findOffices(reader: Reader, ids: readonly Id[]): Promise<ReadonlyMap<Id, OfficeInfo>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.manager
    .createQueryBuilder(Office, 'office')
    .select([
      'office.id',
      'office.institutionId',
      'office.kind',
      'office.name',
      'office.seats',
      'office.mailbox',
      'office.copyAddress',
    ])
    .where('office.id = ANY(:ids)', { ids })
    .getMany();
  return new Map(rows.map((row) => [row.id, row]));
}
