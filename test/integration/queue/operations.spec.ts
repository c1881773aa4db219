import { Temporal, newId } from '#kernel';
import { endOperation, findOperation, lockOperation, reportProgress, startOperation } from '#queue';
import { useDatabase } from '../../support/use-database.js';

describe('an operation', () => {
  const database = useDatabase();
  const createdAt = Temporal.Instant.from('2026-03-02T09:00:00Z');
  const asked = { kind: 'test.invite', params: { meetingId: newId() }, createdBy: newId(), createdAt };
  const start = (): Promise<string> => database.run((tx) => startOperation(tx, asked));

  it('is queued, runs, and is done with its result', async () => {
    const id = await start();
    const untouched = { ...asked, id, errorCode: null, createdAt: expect.anything() };
    expect(await findOperation(database.reader, id)).toEqual({
      ...untouched,
      state: 'queued',
      total: 0,
      done: 0,
      result: null,
      finishedAt: null,
    });
    await database.run((tx) => reportProgress(tx, id, { done: 500, total: 700 }));
    expect(await findOperation(database.reader, id)).toMatchObject({
      state: 'running',
      done: 500,
      total: 700,
    });
    await database.run((tx) =>
      endOperation(tx, id, { at: createdAt.add({ minutes: 1 }), result: { invited: 700 } }),
    );
    const ended = await findOperation(database.reader, id);
    expect(ended).toMatchObject({ state: 'done', result: { invited: 700 }, errorCode: null });
    expect(ended?.finishedAt?.toString()).toBe('2026-03-02T09:01:00Z');
  });

  it('stays as it ended, whatever a second run says', async () => {
    const id = await start();
    await database.run((tx) => endOperation(tx, id, { at: createdAt, errorCode: 'invitation.no-audience' }));
    await database.run((tx) => reportProgress(tx, id, { done: 1, total: 2 }));
    await database.run((tx) => endOperation(tx, id, { at: createdAt, result: {} }));
    const found = await database.run((tx) => lockOperation(tx, id));
    expect(found).toMatchObject({
      state: 'failed',
      errorCode: 'invitation.no-audience',
      result: null,
      done: 0,
    });
  });

  it('is null when there is none', async () => {
    expect(await findOperation(database.reader, newId())).toBeNull();
  });
});
