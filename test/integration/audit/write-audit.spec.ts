import { writeAudit } from '#audit';
import type { AuditRecord } from '#audit';
import { ensureAllMonthlyPartitions, ensureMonthlyPartitions } from '#database';
import { Temporal, newId } from '#kernel';
import { useDatabase } from '../../support/use-database.js';

describe('writeAudit', () => {
  const database = useDatabase();
  const subjectId = newId();
  const cancelled = (at: string): AuditRecord => ({
    at: Temporal.Instant.from(at),
    actorPersonId: null,
    channel: 'host',
    action: 'meeting.cancel',
    subjectKind: 'meeting',
    subjectId,
    institutionIds: [],
    before: { state: 'published' },
    after: { state: 'cancelled' },
    personal: { note: 'Grüße' },
  });
  const partitions = (): Promise<object[]> =>
    database.rows('SELECT tableoid::regclass::text AS partition, at FROM audit_entry ORDER BY at');

  it('writes what was done, in the transaction it belongs to', async () => {
    await database.run((tx) => writeAudit(tx, [cancelled('2031-05-31T23:59:59Z')]));
    await expect(
      database.run(async (tx) => {
        await writeAudit(tx, [cancelled('2031-06-01T00:00:00Z')]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await database.rows('SELECT * FROM audit_entry')).toEqual([
      {
        id: expect.any(String),
        at: expect.anything(),
        actor_person_id: null,
        channel: 'host',
        action: 'meeting.cancel',
        subject_kind: 'meeting',
        subject_id: subjectId,
        before: { state: 'published' },
        after: { state: 'cancelled' },
        personal: { note: 'Grüße' },
        institution_ids: [],
        request_id: null,
      },
    ]);
  });

  it('refuses a channel that does not exist', async () => {
    const entry = { ...cancelled('2031-05-31T23:59:59Z'), channel: 'fax' } as unknown as AuditRecord;
    await expect(database.run((tx) => writeAudit(tx, [entry]))).rejects.toThrow('ck_audit_entry_channel');
  });

  it('lies in the partition of its month in UTC, and in the default one where there is none', async () => {
    await database.run((tx) =>
      ensureMonthlyPartitions(tx.manager, 'audit_entry', Temporal.PlainDate.from('2032-01-31')),
    );
    await database.run((tx) =>
      writeAudit(
        tx,
        [
          '2031-12-31T23:59:59.999Z',
          '2032-01-01T00:00:00Z',
          '2032-03-31T23:59:59Z',
          '2032-04-01T00:00:00Z',
        ].map(cancelled),
      ),
    );
    expect(await partitions()).toMatchObject([
      { partition: 'audit_entry_default' },
      { partition: 'audit_entry_2032_01' },
      { partition: 'audit_entry_2032_03' },
      { partition: 'audit_entry_default' },
    ]);
  });

  it('moves out of the default partition when its month gets one, whoever makes it at the same time', async () => {
    const day = Temporal.PlainDate.from('2033-07-15');
    await database.run((tx) =>
      writeAudit(tx, [cancelled('2033-07-01T00:00:00Z'), cancelled('2033-06-30T00:00:00Z')]),
    );
    const ensured = await Promise.all(
      [1, 2, 3].map(() => database.run((tx) => ensureAllMonthlyPartitions(tx.manager, day))),
    );
    expect(new Set(ensured.flat())).toEqual(new Set(['audit_entry', 'outgoing_mail_content']));
    expect(await partitions()).toMatchObject([
      { partition: 'audit_entry_default' },
      { partition: 'audit_entry_2033_07' },
    ]);
  });

  it('says which table is not partitioned', async () => {
    const day = Temporal.PlainDate.from('2033-07-15');
    await expect(database.run((tx) => ensureMonthlyPartitions(tx.manager, 'fact', day))).rejects.toThrow(
      'the table "fact" is not there or not partitioned',
    );
  });
});
