import type { TestDatabase } from '../../support/test-database.js';
import { createTestDatabase } from '../../support/test-database.js';

describe('createTestDatabase', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('gives a database that belongs to an ordinary role, in UTF-8 and UTC', async () => {
    const [found] = await database.dataSource.query<object[]>(
      `SELECT rolsuper AS superuser, current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
         to_regclass('schema_migration') IS NOT NULL AS migrated
       FROM pg_roles WHERE rolname = current_user`,
    );
    const superuser = process.env['TEST_ADMIN_URL'] === process.env['TEST_OWNER_URL'];
    expect(found).toEqual({
      superuser,
      encoding: 'UTF8',
      zone: expect.stringMatching(/UTC$/),
      migrated: true,
    });
  });

  it('compares text the German way where asked to', async () => {
    const names = await database.dataSource.query<{ name: string }[]>(
      `SELECT name FROM unnest(ARRAY['Zeppelin', 'Ölmann', 'Otto', 'Oppel']) AS name ORDER BY name COLLATE "de-x-icu"`,
    );
    expect(names.map(({ name }) => name)).toEqual(['Ölmann', 'Oppel', 'Otto', 'Zeppelin']);
  });

  it('is empty again after clear', async () => {
    await database.dataSource.query('CREATE TABLE leftover (id int)');
    await database.dataSource.query('INSERT INTO leftover VALUES (1)');
    await database.clear();
    expect(await database.dataSource.query('SELECT id FROM leftover')).toEqual([]);
  });
});
