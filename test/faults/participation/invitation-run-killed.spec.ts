import { systemActor } from '#access';
import { InvitationRun } from '#participation';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import { eventually } from '../../support/eventually.js';
import { holdBack } from '../../support/hold-back.js';
import { aMeetingForMany } from '../../support/many-invited.js';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import { WorkerProcess } from '../../support/worker-process.js';

const PEOPLE = 1300;
const BATCH = 500;

describe('an invitation run whose worker is killed between two batches', () => {
  let api: TestApi;
  let worker: WorkerProcess;
  let operationId: string;
  beforeAll(async () => {
    api = await startTestApi();
    const { meeting, networkId } = await aMeetingForMany(api.database, PEOPLE);
    const asking = askingFor(holdersIn(networkId));
    operationId = await api.app.get(InvitationRun).start(systemActor(), meeting.id, asking);
    // The second batch waits here, so that the kill comes between the two.
    const held = await holdBack(api.database, 'invitation', `(SELECT count(*) FROM invitation) > ${BATCH}`);
    const settings = { DATABASE_URL: api.database.url };
    worker = WorkerProcess.start(settings);
    await eventually(async () => (await operation()).done === BATCH);
    await worker.kill();
    await held.letGo();
    worker = WorkerProcess.start(settings);
    await eventually(async () => (await operation()).state === 'done');
    await worker.stop();
  });
  afterAll(async () => {
    await worker.kill();
    await api.close();
  });

  const query = <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    api.database.dataSource.query(sql, parameters);

  const operation = async (): Promise<{ state: string; done: number; total: number }> => {
    const [row] = await query<{ state: string; done: number; total: number }>(
      'SELECT state, done, total FROM operation WHERE id = $1',
      [operationId],
    );
    return row ?? { state: 'gone', done: -1, total: -1 };
  };

  it('goes on where it stopped and says that it is through', async () => {
    expect(await operation()).toEqual({ state: 'done', done: PEOPLE, total: PEOPLE });
  });

  it('has invited each person once, by one mail, with one audit row and one fact', async () => {
    const counts = await query(
      `SELECT (SELECT count(DISTINCT person_id)::int FROM invitation) AS people,
              (SELECT count(*)::int FROM invitation) AS invitations,
              (SELECT count(*)::int FROM invitation_reason) AS reasons,
              (SELECT count(*)::int FROM outgoing_mail) AS mails,
              (SELECT count(*)::int FROM audit_entry WHERE action = 'invitation.send') AS audit,
              (SELECT count(*)::int FROM fact WHERE type = 'InvitationSent') AS facts`,
    );
    expect(counts).toEqual([
      { people: PEOPLE, invitations: PEOPLE, reasons: PEOPLE, mails: PEOPLE, audit: PEOPLE, facts: PEOPLE },
    ]);
  });
});
