import { writeAudit } from '#audit';
import { ensureMonthlyPartitions } from '#database';
import { newId, Temporal } from '#kernel';
import { untilBlocked } from '../support/until-blocked.js';
import { useDatabase } from '../support/use-database.js';

const database = useDatabase();
const at = Temporal.Instant.from('2031-05-17T09:00:00Z');

it('a row whose month gets its partition while it is written finds its way', async () => {
  const subjectId = newId();
  const entry = {
    at,
    actorPersonId: null,
    channel: 'system',
    action: 'meeting.change',
    subjectKind: 'test',
    institutionIds: [],
  } as const;
  let written: Promise<void> = Promise.resolve();
  await database.run(async ({ manager }) => {
    await ensureMonthlyPartitions(manager, 'audit_entry', Temporal.PlainDate.from('2031-05-17'));
    written = database.run((tx) => writeAudit(tx, [{ ...entry, subjectId }]));
    written.catch(() => undefined);
    await untilBlocked(database);
  });
  await written;
  expect(await database.rows('SELECT tableoid::regclass::text AS partition FROM audit_entry')).toEqual([
    { partition: 'audit_entry_2031_05' },
  ]);
});
