import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import type { Id } from '#kernel';
import { ordinarySeating } from '#contracts';
import { ConfirmOpenRegistration, RegisterOpenly } from '#participation';
import type { OpenRequest } from '#participation';
import { aMeeting } from '../factories/meetings.factory.js';
import { testKeys } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { barrier, pausing, withoutRowLock } from './handicaps.js';
import { TwoApis } from './two-apis.js';

let apis: TwoApis;
beforeAll(async () => (apis = await TwoApis.start()));
afterAll(() => apis.close());

const aRoom = async (capacity: number) =>
  (await aMeeting(apis.reader, { capacity, seating: { ...ordinarySeating, open: true } })).id;

const requestOf = (meetingId: Id, name: string): OpenRequest => ({
  meetingId,
  language: 'de',
  givenName: 'Toni',
  familyName: name,
  address: `${name}@rennen.example`,
  organisation: null,
  answers: {},
  companions: [],
  contingentId: null,
  client: `192.0.2.${name.length}`,
});

const register = (api: TestApi, meetingId: Id, name: string) =>
  api.app.get(RegisterOpenly).run(requestOf(meetingId, name));

const heldIn = async (meetingId: Id) =>
  (
    await apis.rows<{ holds: boolean }>(
      'SELECT holds_seats AS holds FROM open_registration WHERE meeting_id = $1',
      [meetingId],
    )
  ).filter(({ holds }) => holds).length;

it('the last seat is held for one of two who register at once', async () => {
  const id = await aRoom(1);
  let both: Promise<unknown> = Promise.resolve();
  await apis.holding(id, async () => {
    both = Promise.all([register(apis.one, id, 'eins'), register(apis.other, id, 'zweite')]);
    await apis.blocked(2);
  });
  expect(await both).toEqual([null, null]);
  expect(await heldIn(id)).toBe(1);
});

it('without the lock it is held for both: the control', async () => {
  const id = await aRoom(1);
  const haveRead = barrier(2);
  const unlocked = (name: string) => {
    const registering = apis.one.app.get(RegisterOpenly);
    return apis.one.app
      .get(UnitOfWork)
      .run((tx: Tx) => registering.takeDown(pausing(withoutRowLock(tx), haveRead), requestOf(id, name)));
  };
  await Promise.all([unlocked('drei'), unlocked('vierte')]);
  expect(await heldIn(id)).toBe(2);
});

it('whoever confirms twice at once has one registration', async () => {
  const id = await aRoom(1);
  await register(apis.one, id, 'fuenf');
  const [row] = await apis.rows<{ id: Id }>('SELECT id FROM open_registration WHERE meeting_id = $1', [id]);
  const { token } = testKeys.derive({ purpose: 'open-registration', rowId: row?.id ?? '', generation: 1 });
  const confirm = (api: TestApi) => api.app.get(ConfirmOpenRegistration).confirm(token, null);
  const [first, second] = await Promise.all([confirm(apis.one), confirm(apis.other)]);
  expect(first).toMatchObject({ outcome: 'confirmed', path: expect.stringMatching(/^\/r\//) });
  expect(second).toEqual(first);
  expect(await apis.statesOf(id)).toEqual(['confirmed']);
});

it('a seat that is held is nobody else’s, whoever answers or confirms meanwhile', async () => {
  const id = await aRoom(1);
  await register(apis.one, id, 'sechser');
  await register(apis.other, id, 'siebener');
  const rows = await apis.rows<{ id: Id }>(
    'SELECT id FROM open_registration WHERE meeting_id = $1 ORDER BY holds_seats',
    [id],
  );
  const confirm = (api: TestApi, place: number) => {
    const source = { purpose: 'open-registration', rowId: rows[place]?.id ?? '', generation: 1 } as const;
    return api.app.get(ConfirmOpenRegistration).confirm(testKeys.derive(source).token, null);
  };
  // The one without a seat comes first.
  await Promise.all([confirm(apis.one, 0), confirm(apis.other, 1)]);
  expect((await apis.statesOf(id)).toSorted()).toEqual(['confirmed', 'waitlisted']);
});
