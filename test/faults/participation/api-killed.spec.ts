import type { InvitationDto } from '#contracts';
import { UnitOfWork } from '#database';
import type { Reader, Tx } from '#database';
import { Temporal } from '#kernel';
import { aKey } from '../../factories/access.factory.js';
import { aMeeting, anInvitation } from '../../factories/meetings.factory.js';
import { ApiProcess } from '../../support/api-process.js';
import { eventually } from '../../support/eventually.js';
import { enterAsOwner, startTestApi, testKeys } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import { untilBlocked } from '../../support/until-blocked.js';

const SOON = Temporal.Now.instant().add({ hours: 24 * 30 });

describe('an api that is killed after it has committed an answer and before it replies', () => {
  let api: TestApi;
  let reader: Reader;
  let process: ApiProcess;
  beforeAll(async () => {
    // A call that died is given up after some minutes: this one lives in ten.
    api = await startTestApi({}, { at: Temporal.Now.instant().add({ minutes: 10 }) });
    reader = api.app.get(UnitOfWork).reader;
    process = await ApiProcess.start({ DATABASE_URL: api.database.url });
  });
  afterAll(async () => {
    await process.kill();
    await api.close();
  });

  it('has answered once, and whoever sends the same again gets that answer', async () => {
    await enterAsOwner(api);
    const [person]: { id: string }[] = await rows('SELECT person_id AS id FROM login');
    const headers = {
      authorization: `Bearer ${await aKey(reader, person?.id ?? '')}`,
      'content-type': 'application/json',
      'idempotency-key': 'the-same',
    };
    const meeting = await aMeeting(reader, {
      capacity: 1,
      startsAt: SOON,
      endsAt: SOON.add({ hours: 2 }),
      answerByAt: null,
      answerByLocal: null,
    });
    const { id } = await anInvitation(reader, testKeys, { meetingId: meeting.id });
    const path = `/api/v1/invitations/${id}/answer`;
    const body = JSON.stringify({ answer: 'yes' });
    const send = () => fetch(`${process.url}${path}`, { method: 'POST', headers, body });
    let reply: Promise<unknown> = Promise.resolve();
    await holding('SELECT FROM idempotency_key FOR UPDATE', async (lockKey) => {
      await holding('SELECT FROM meeting FOR UPDATE', async (lockMeeting) => {
        await lockMeeting();
        reply = send().catch(() => 'no reply');
        await eventually(async () => (await rows('SELECT FROM idempotency_key')).length === 1);
        await lockKey();
      });
      await eventually(async () => (await states()).length === 1);
      // Committed, and about to write down what it would reply.
      await untilBlocked({ rows }, 1);
      await process.kill();
    });
    expect(await reply).toBe('no reply');
    expect(await states()).toEqual(['confirmed']);

    const again = await api.browser(headers).post<InvitationDto>(path, { answer: 'yes' });
    expect([again.status, again.body.registration, again.body.answer]).toEqual([200, 'confirmed', 'yes']);
    const third = await api.browser(headers).post<InvitationDto>(path, { answer: 'yes' });
    expect(third.body).toEqual(again.body);
    expect(await rows('SELECT kind FROM outgoing_mail')).toHaveLength(1);
    expect(await rows('SELECT seats, arrival::int FROM registration')).toEqual([{ seats: 1, arrival: 1 }]);
    expect(await rows(`SELECT FROM audit_entry WHERE action = 'invitation.answer'`)).toHaveLength(1);
  });

  const rows = <Row extends object = object>(sql: string): Promise<Row[]> => reader.manager.query(sql);

  const states = async () =>
    (await rows<{ state: string }>('SELECT state FROM registration')).map(({ state }) => state);

  /** Runs the work beside an open transaction, in which it may lock rows. */
  async function holding(sql: string, work: (lock: () => Promise<unknown>) => Promise<void>): Promise<void> {
    await api.app.get(UnitOfWork).run(async (tx: Tx) => work(() => tx.manager.query(sql)));
  }
});
