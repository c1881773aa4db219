import { systemActor } from '#access';
import { CancelMeeting, ChangeMeeting, InvitationRun, WithdrawInvitation } from '#participation';
import { askingFor, holdersIn } from '../factories/audience.factory.js';
import { aNetworkOfMany } from '../factories/network.factory.js';
import { aMeeting } from '../factories/meetings.factory.js';
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
