import 'reflect-metadata';
import { DataSource } from 'typeorm';
import type { DataSourceOptions, MixedList } from 'typeorm';
import { CalmClient } from './calm-client.js';
import { GatheringSocket } from './gathering-socket.js';
import { registerTemporalTypes } from './temporal-types.js';

export interface DatabaseOptions {
  /** postgres:// URL of the primary. */
  readonly url: string;
  readonly entities: NonNullable<DataSourceOptions['entities']>;
  readonly migrations?: MixedList<string | (new () => object)>;
  /** Connections at most. */
  readonly poolSize?: number;
  readonly applicationName?: string;
}

registerTemporalTypes();

/** A data source, not yet connected. The schema comes from migrations only. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities,
    migrations: (options.migrations ?? []) as never,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    applicationName: options.applicationName ?? 'jourfixe',
    poolSize: options.poolSize ?? 10,
    // Statements that do not wait for one another are sent together; the server works through them in order.
    extra: { Client: CalmClient, pipeline: true, stream: () => new GatheringSocket() },
    installExtensions: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
  });
}
