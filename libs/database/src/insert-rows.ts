import type { EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Temporal } from '#kernel';
import type { Tx } from './unit-of-work.js';

const ROWS_PER_STATEMENT = 500;
/** From here on one JSON for a statement is worth its while: a parameter for every value takes ten times as long. */
const MANY_ROWS = 16;

interface InsertOptions {
  readonly orIgnore?: boolean;
}

/**
 * Inserts entities as multi-row statements without reading them back; ids are made by the application. Broken
 * constraints surface as QueryFailedError unless `orIgnore` skips rows that are already there.
 */
export async function insertRows<Entity extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Entity>,
  rows: readonly Entity[],
  options: InsertOptions = {},
): Promise<void> {
  const metadata = tx.manager.connection.getMetadata(entity);
  const asJson = rows.length >= MANY_ROWS && fitsJson(metadata, rows);
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT);
    if (asJson) await insertJson(tx, entity, part, options);
    else await insertParameters(tx, entity, part, options);
  }
}

async function insertParameters<Entity extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Entity>,
  rows: readonly Entity[],
  { orIgnore = false }: InsertOptions,
): Promise<void> {
  const values = [...rows] as QueryDeepPartialEntity<Entity>[];
  const insert = tx.manager.createQueryBuilder().insert().into(entity).values(values).updateEntity(false);
  await (orIgnore ? insert.orIgnore() : insert).execute();
}

async function insertJson<Entity extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Entity>,
  rows: readonly Entity[],
  options: InsertOptions,
): Promise<void> {
  const { sql, json } = insertStatement(tx, entity, rows, options);
  await tx.manager.query(sql, [json]);
}

/** One INSERT of all rows, which come as its parameter $1, to be used by itself or as part of a statement. */
export function insertStatement<Entity extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<Entity>,
  rows: readonly Entity[],
  { orIgnore = false }: InsertOptions = {},
): { readonly sql: string; readonly json: string } {
  const metadata = tx.manager.connection.getMetadata(entity);
  const { tableName, columns } = metadata;
  if (!fitsJson(metadata, rows)) throw new Error(`rows of ${tableName} cannot be written as JSON`);
  const inJson = momentsOnce();
  const records = rows.map((row) =>
    Object.fromEntries(
      columns.map(({ databaseName, propertyName }) => [databaseName, inJson(row[propertyName])]),
    ),
  );
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const sql = `INSERT INTO "${tableName}" (${names})
     SELECT ${names} FROM json_populate_recordset(NULL::"${tableName}", $1::json)
     ${orIgnore ? 'ON CONFLICT DO NOTHING' : ''}`;
  return { sql, json: JSON.stringify(records) };
}

/** Rows that are written together share their moment, which is costly to put into words: once for all of them. */
function momentsOnce(): (value: unknown) => unknown {
  const texts = new Map<Temporal.Instant, string>();
  return (value) => {
    if (!(value instanceof Temporal.Instant)) return value;
    const text = texts.get(value) ?? value.toString();
    texts.set(value, text);
    return text;
  };
}

/** JSON knows no bytes and no defaults: then every value is sent as a parameter. */
function fitsJson({ columns }: EntityMetadata, rows: readonly ObjectLiteral[]): boolean {
  return (
    columns.every(
      ({ type, isInsert, generatedType }) => type !== 'bytea' && isInsert && generatedType === undefined,
    ) && rows.every((row) => columns.every(({ propertyName }) => row[propertyName] !== undefined))
  );
}
