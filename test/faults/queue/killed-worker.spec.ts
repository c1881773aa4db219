import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Temporal, newId } from '#kernel';
import { defineDueWork, scheduleDueWork } from '#queue';
import { eventually } from '../../support/eventually.js';
import { useDatabase } from '../../support/use-database.js';

const note = defineDueWork<Record<never, never>>('test.note');
const WORKS = 200;
/** Eight jobs at a time with five rows each. */
const IN_FLIGHT = 40;

describe('a worker that ends in the middle of its work', () => {
  const database = useDatabase();
  const workers: ChildProcess[] = [];
  const prefix = `{test-${randomUUID()}}`;
  afterEach(() => workers.forEach((worker) => worker.kill('SIGKILL')));

  beforeAll(() => database.dataSource.query('CREATE TABLE done (subject_id uuid)'));

  const startWorker = (manner = 'quick'): ChildProcess => {
    const url = String(database.dataSource.options['url' as never]);
    const script = join(import.meta.dirname, 'worker.mjs');
    const worker = spawn(process.execPath, [script, url, prefix, manner], { stdio: 'inherit' });
    workers.push(worker);
    return worker;
  };
  const schedule = (length: number): Promise<void> => {
    const works = Array.from({ length }, () => {
      return { subjectId: newId(), dueAt: Temporal.Now.instant(), payload: {} };
    });
    return database.run((tx) => scheduleDueWork(tx, note, works));
  };
  const count = async (what: string): Promise<number> => {
    const [row] = (await database.rows(`SELECT count(${what}) AS count FROM done`)) as [{ count: number }];
    return row.count;
  };

  it('killed, leaves everything to the next one, and only what was in flight is done twice', async () => {
    await schedule(WORKS);
    const first = startWorker(String(WORKS / 4));
    await eventually(async () => (await count('*')) > WORKS / 4);
    const ended = once(first, 'exit');
    first.kill('SIGKILL');
    await ended;

    startWorker();
    await eventually(async () => (await count('DISTINCT subject_id')) === WORKS);
    await eventually(
      async () => (await database.rows('SELECT 1 FROM due_work WHERE kind = $1', ['test.note'])).length === 0,
    );
    const twice = (await count('*')) - WORKS;
    expect(twice).toBeGreaterThan(0);
    expect(twice).toBeLessThanOrEqual(IN_FLIGHT);
  });

  it('told to stop, gives up work that takes too long and exits when that is through', async () => {
    await schedule(1);
    const worker = startWorker('slow');
    await eventually(async () => (await count('*')) === 1);
    const ended = once(worker, 'exit');
    worker.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
