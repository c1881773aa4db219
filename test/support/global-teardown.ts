import { Client } from 'pg';

declare global {
  // Set by the global set-up, which runs in the same process but in a module of its own.
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** Stops the server of the run, or leaves a server that is not ours as it was found. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis.stopTestServer?.() ?? dropDatabasesOfThisRun());
}

async function dropDatabasesOfThisRun(): Promise<void> {
  const client = new Client({ connectionString: process.env['TEST_ADMIN_URL'] });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [`jourfixe_test_${process.env['TEST_RUN']}`],
  );
  for (const { datname } of rows) await client.query(`DROP DATABASE ${datname} WITH (FORCE)`);
  await client.end();
}
