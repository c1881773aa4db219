import { systemActor } from '#access';
import { CheckImport, ConfirmImport, StartImport } from '#directory';
import { anInstitution } from '../../factories/directory.factory.js';
import { eventually } from '../../support/eventually.js';
import { holdBack } from '../../support/hold-back.js';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import { WorkerProcess } from '../../support/worker-process.js';

const PEOPLE = 1200;
const LEASE = '2000-01-01T00:00:00Z';

describe('an import whose worker is killed while it writes', () => {
  let api: TestApi;
  let worker: WorkerProcess;
  beforeAll(async () => (api = await startTestApi()));
  afterAll(async () => {
    await worker.kill();
    await api.close();
  });

  it('has written nothing, and everything once when the worker is back', async () => {
    const operationId = await aCheckedImport();
    // The people are written, and none of it is committed.
    const held = await holdBack(api.database, 'person_address');
    const settings = { DATABASE_URL: api.database.url };
    worker = WorkerProcess.start(settings);
    await held.untilReached();
    await worker.kill();
    await held.letGo();
    expect(await counted('person')).toBe(0);
    expect(await counted('audit_entry')).toBe(0);
    expect(await stateOf(operationId)).toBe('running');
    // The claim of the dead worker has run out.
    await query('UPDATE due_work SET claimed_until = $1', [LEASE]);
    worker = WorkerProcess.start(settings);
    await eventually(async () => (await stateOf(operationId)) === 'done');
    await worker.stop();
    expect(await counted('person')).toBe(PEOPLE);
    expect(await counted('person_address')).toBe(PEOPLE);
    expect(await counted('audit_entry')).toBe(PEOPLE);
  }, 180_000);

  const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    api.database.dataSource.query(sql, parameters);

  const counted = async (table: string): Promise<number> => {
    const [row] = await query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    return row?.count ?? -1;
  };

  const stateOf = async (id: string): Promise<string | undefined> => {
    const [row] = await query<{ state: string }>('SELECT state FROM operation WHERE id = $1', [id]);
    return row?.state;
  };

  /** Confirmed, and waiting for a worker. */
  const aCheckedImport = async (): Promise<string> => {
    const { id: institutionId } = await anInstitution({ manager: api.database.dataSource.manager });
    const lines = Array.from({ length: PEOPLE }, (_, n) => `Kim;Nummer ${n};person-${n}@firma.example`);
    const bytes = Buffer.from(['Vorname;Nachname;E-Mail', ...lines].join('\n'));
    const actor = systemActor();
    const handedIn = { institutionId, kind: 'people', fileName: 'liste.csv', bytes } as const;
    const { id, mapping } = await api.app.get(StartImport).start(actor, handedIn);
    const checks = api.app.get(CheckImport);
    await checks.work(await checks.ask(actor, id, mapping));
    await query('DELETE FROM due_work');
    return api.app.get(ConfirmImport).ask(actor, id, { leaveOutWrong: false });
  };
});
