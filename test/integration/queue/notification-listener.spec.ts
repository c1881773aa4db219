import { Logger } from '@nestjs/common';
import { NotificationListener } from '#queue';
import { eventually } from '../../support/eventually.js';
import { createTestDatabase } from '../../support/test-database.js';
import type { TestDatabase } from '../../support/test-database.js';

describe('NotificationListener', () => {
  let database: TestDatabase;
  beforeAll(() => Logger.overrideLogger(false));
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('hears its channels, also after its connection was cut, and says that it may have missed something', async () => {
    const heard: string[] = [];
    let connected = 0;
    const listener = new NotificationListener(database.url, () => (connected += 1)).on(
      'Guests here',
      (payload) => heard.push(payload),
    );
    await listener.start();
    await database.dataSource.query(`SELECT pg_notify('Guests here', 'Ada'), pg_notify('elsewhere', 'Eve')`);
    await eventually(() => heard.length === 1);

    await database.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'jourfixe-listen'`,
    );
    await eventually(() => connected === 2);
    await database.dataSource.query(`SELECT pg_notify('Guests here', 'Bo')`);
    await eventually(() => heard.length === 2);
    expect(heard).toEqual(['Ada', 'Bo']);
    await listener.stop();
  });

  it('stops although it never reached the server', async () => {
    const listener = new NotificationListener('postgres://nobody@127.0.0.1:1/none', () => undefined);
    await listener.start();
    await listener.stop();
  });
});
