import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Tx } from './unit-of-work.js';

const ROWS_PER_STATEMENT = 500;

/**
 * Inserts entities as multi-row statements without reading them back; ids are made by the application. Broken
 * constraints surface as QueryFailedError unless `orIgnore` skips rows that are already there.
 */
export async function insertRows<Entity extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Entity>,
  rows: readonly Entity[],
  options: { orIgnore?: boolean } = {},
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT) as QueryDeepPartialEntity<Entity>[];
    const insert = tx.manager.createQueryBuilder().insert().into(entity).values(part).updateEntity(false);
    await (options.orIgnore === true ? insert.orIgnore() : insert).execute();
  }
}
