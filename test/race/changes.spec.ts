import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { lockMeeting } from '#meetings';
import {
  CancelMeeting,
  ChangeMeeting,
  Door,
  doorPath,
  InvitationRun,
  KeepAttendance,
  KeepDoorLinks,
  takeMarks,
  WithdrawInvitation,
} from '#participation';
import { askingFor, holdersIn } from '../factories/audience.factory.js';
import { aNetworkOfMany } from '../factories/network.factory.js';
import { aMeeting } from '../factories/meetings.factory.js';
import { testKeys } from '../support/test-api.js';
import type { TestApi } from '../support/test-api.js';
import { pausing, withoutRowLock } from './handicaps.js';
import { postAnswer, TwoApis } from './two-apis.js';

const actor = systemActor();
let apis: TwoApis;
beforeAll(async () => (apis = await TwoApis.start()));
afterAll(() => apis.close());

const stateByGuest = async (meetingId: string, guests: readonly { id: string }[]) => {
  const seats = new Map(
    (await apis.seats(meetingId)).map(({ invitationId, state }) => [invitationId, state]),
  );
  return guests.map(({ id }) => seats.get(id) ?? null);
};

describe('a withdrawal and an answer at once', () => {
  it('leave the seat that the withdrawn person has just got to who comes after', async () => {
    const { id, guests } = await apis.meetingWith(1, 2);
    const [withdrawn, later] = guests;
    if (withdrawn === undefined || later === undefined) throw new Error('two guests are needed');
    const outcomes = await apis.inOrder<unknown>(id, [
      () => postAnswer(apis.one, withdrawn, 'yes'),
      () => apis.other.app.get(WithdrawInvitation).withdraw(actor, withdrawn.id),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    await postAnswer(apis.one, later, 'yes');
    expect(await stateByGuest(id, guests)).toEqual(['cancelled', 'confirmed']);
  });

  it('refuse the answer when the withdrawal came first', async () => {
    const { id, guests } = await apis.meetingWith(1, 1);
    const [guest] = guests;
    if (guest === undefined) throw new Error('a guest is needed');
    const outcomes = await apis.inOrder<unknown>(id, [
      () => apis.other.app.get(WithdrawInvitation).withdraw(actor, guest.id),
      () => postAnswer(apis.one, guest, 'yes'),
    ]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: undefined },
      { status: 'fulfilled', value: 422 },
    ]);
    expect(await stateByGuest(id, guests)).toEqual([null]);
  });

  it('give the freed seat to the first in line, although others answer meanwhile', async () => {
    const { id, guests } = await apis.meetingWith(1, 3);
    const [seated, first, late] = guests;
    if (seated === undefined || first === undefined || late === undefined)
      throw new Error('three are needed');
    await postAnswer(apis.one, seated, 'yes');
    await postAnswer(apis.one, first, 'yes');
    await apis.inOrder<unknown>(id, [
      () => apis.other.app.get(WithdrawInvitation).withdraw(actor, seated.id),
      () => postAnswer(apis.one, late, 'yes'),
    ]);
    expect(await stateByGuest(id, guests)).toEqual(['cancelled', 'offered', 'waitlisted']);
  });
});

describe('a change of capacity and an answer at once', () => {
  it.each([
    ['the answer first', true, 'meeting.capacity-below-confirmed', ['confirmed', 'confirmed']],
    ['the change first', false, null, ['confirmed', 'waitlisted']],
  ])('never leave more people than seats: %s', async (_, answerFirst, refused, states) => {
    const { id, guests } = await apis.meetingWith(2, 2);
    const [seated, late] = guests;
    if (seated === undefined || late === undefined) throw new Error('two guests are needed');
    await postAnswer(apis.one, seated, 'yes');
    const answer = () => postAnswer(apis.one, late, 'yes');
    const command = { meetingId: id, patch: { capacity: 1 }, keepAnswers: false, ifMatch: 1 };
    const change = () => apis.other.app.get(ChangeMeeting).change(actor, command);
    const outcomes = await apis.inOrder<unknown>(id, answerFirst ? [answer, change] : [change, answer]);
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason.code] : [],
    );
    expect(reasons).toEqual(refused === null ? [] : [refused]);
    expect(await stateByGuest(id, guests)).toEqual(states);
  });
});

it('a cancellation and an answer at once never leave an answer to a cancelled meeting', async () => {
  const { id, guests } = await apis.meetingWith(1, 1);
  const [guest] = guests;
  if (guest === undefined) throw new Error('a guest is needed');
  const outcomes = await apis.inOrder<unknown>(id, [
    () => apis.other.app.get(CancelMeeting).cancel(actor, { meetingId: id, ifMatch: 1, note: null }),
    () => postAnswer(apis.one, guest, 'yes'),
  ]);
  expect(outcomes[1]).toEqual({ status: 'fulfilled', value: 422 });
  expect(await stateByGuest(id, guests)).toEqual([null]);
});

it('two runs of one invitation, and one that does the same, invite each person once', async () => {
  const network = await aNetworkOfMany(apis.reader, 40);
  const { id } = await aMeeting(apis.reader, { institutionId: network.id });
  const asking = askingFor(holdersIn(network.id));
  const [first, second] = [apis.one.app.get(InvitationRun), apis.other.app.get(InvitationRun)];
  const runs = [await first.start(actor, id, asking), await second.start(actor, id, asking)];
  const [run = '', same = ''] = runs;
  await apis.inOrder(id, [() => first.work(run), () => second.work(run), () => second.work(same)]);
  const counts = await apis.rows(
    `SELECT (SELECT count(*)::int FROM invitation WHERE meeting_id = $1) AS invitations,
            (SELECT count(*)::int FROM outgoing_mail WHERE topic_id = $1) AS mails,
            (SELECT count(*)::int FROM operation WHERE id = ANY($2) AND state = 'done' AND done = 40) AS done`,
    [id, runs],
  );
  expect(counts).toEqual([{ invitations: 40, mails: 40, done: 2 }]);
});

describe('marks of two devices at the door', () => {
  const eve = '2026-06-17T12:00:00Z';
  let door: OpenDoor;
  let other: OpenDoor;
  beforeAll(async () => {
    [door, other] = [await openDoor(4), await openDoor(3)];
    for (const { clock } of [apis.one, apis.other]) clock.moveTo(eve);
  });

  it.each([
    ['here, then undone', [mark(0, true, 60), mark(0, false, 5)], [['taken'], ['taken']]],
    ['undone, then here from before', [mark(1, false, 5), mark(1, true, 60)], [['taken'], ['older']]],
    ['one and the same, twice', twice(mark(2, true, 5)), [['taken'], ['repeated']]],
  ])('are one row, and the later by its own time stands: %s', async (_, marks, outcomes) => {
    const { id, token, keys } = door;
    const taken = await apis.inOrder(
      id,
      marks.map(
        (one, index) => () =>
          by(index)
            .app.get(Door)
            .take(token, { marks: [one(keys)] }),
      ),
    );
    expect(taken).toEqual(outcomes.map((value) => ({ status: 'fulfilled', value })));
  });

  it('have left one row for each guest', async () => {
    expect(await marksOf(door)).toEqual([
      { guest: 0, state: null, marks: 2 },
      { guest: 1, state: null, marks: 2 },
      { guest: 2, state: 'present', marks: 1 },
    ]);
  });

  it('let the earlier one win without the lock: the control', async () => {
    const { id, token, keys } = door;
    const take = (here: boolean, ago: number) =>
      apis.other.app.get(Door).take(token, { marks: [mark(3, here, ago)(keys)] });
    await take(true, 90);
    expect(await takeSlowly(id, mark(3, true, 60)(keys), () => take(false, 5))).toEqual(['taken']);
    expect((await marksOf(door))[3]).toEqual({ guest: 3, state: 'present', marks: 3 });
  });

  it('are taken before the attendance is closed, and none after', async () => {
    const { id, token, keys } = other;
    const send = (index: number) => () =>
      apis.one.app.get(Door).take(token, { marks: [mark(index, true, 5)(keys)] });
    expect(await apis.inOrder<unknown>(id, [send(0), () => close(id), send(1)])).toMatchObject([
      { status: 'fulfilled', value: ['taken'] },
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'attendance.closed' } },
    ]);
    expect(await marksOf(other)).toEqual([{ guest: 0, state: 'present', marks: 1 }]);
  });

  it('come into a closed attendance without the lock: the control', async () => {
    const { id, keys } = other;
    await apis.one.app.get(KeepAttendance).reopen(actor, id);
    expect(await takeSlowly(id, mark(2, true, 5)(keys), () => close(id))).toEqual(['taken']);
    expect((await marksOf(other))[1]).toEqual({ guest: 2, state: 'present', marks: 1 });
  });
});

interface OpenDoor {
  readonly id: Id;
  readonly token: string;
  /** Of the guests' seats. */
  readonly keys: readonly string[];
}

async function openDoor(count: number): Promise<OpenDoor> {
  const { id, guests } = await apis.meetingWith(count, count);
  for (const guest of guests) await postAnswer(apis.one, guest, 'yes');
  const { link } = await apis.one.app.get(KeepDoorLinks).make(actor, id, 'Eingang');
  const seats = await apis.rows<{ id: Id }>(
    'SELECT id FROM registration WHERE meeting_id = $1 ORDER BY arrival',
    [id],
  );
  const keys = seats.map((seat) => `${seat.id}.0`);
  return { id, token: doorPath(testKeys, link).replace('/d/', ''), keys };
}

function by(index: number): TestApi {
  return index === 0 ? apis.one : apis.other;
}

function twice<Value>(value: Value): readonly [Value, Value] {
  return [value, value];
}

/** A mark of a guest, made some seconds ago; its id is the same each time. */
function mark(guest: number, here: boolean, secondsAgo: number) {
  const id = newId();
  return (keys: readonly string[]) => {
    const key = keys[guest] ?? '';
    return { id, key, here, ago: secondsAgo * 1000, walkIn: null };
  };
}

/** Takes a mark in a transaction without a lock, and lets `meanwhile` happen before it writes. */
function takeSlowly(
  meetingId: Id,
  { here, ago, ...rest }: ReturnType<ReturnType<typeof mark>>,
  meanwhile: () => Promise<unknown>,
) {
  return apis.one.app.get(UnitOfWork).run(async (tx) => {
    const slow = pausing(withoutRowLock(tx), meanwhile);
    const meeting = await lockMeeting(slow, meetingId);
    const now = apis.one.clock.now();
    const incoming = {
      ...rest,
      state: here ? ('present' as const) : null,
      markedAt: now.subtract({ milliseconds: ago }),
    };
    return takeMarks(slow, meeting, [incoming], { marker: { doorLinkId: null, personId: null }, now });
  });
}

function close(meetingId: Id): Promise<void> {
  return apis.other.app.get(KeepAttendance).close(actor, meetingId);
}

/** The rows of a meeting, each with how many marks it has taken. */
function marksOf({ id, keys }: OpenDoor) {
  return apis.rows(
    `SELECT array_position($2::text[], attendance.registration_id || '.0') - 1 AS guest, attendance.state,
            (SELECT count(*)::int FROM attendance_mark WHERE attendance_id = attendance.id) AS marks
       FROM attendance WHERE meeting_id = $1 ORDER BY guest`,
    [id, keys],
  );
}
