import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { MergePeople } from '#directory';
import { answerBatch } from '#participation';
import { anInvitation } from '../factories/meetings.factory.js';
import { testKeys } from '../support/test-api.js';
import { pausing, withoutRowLock } from './handicaps.js';
import { postAnswer, TwoApis } from './two-apis.js';

const actor = systemActor();
let apis: TwoApis;
beforeAll(async () => (apis = await TwoApis.start()));
afterAll(() => apis.close());

describe('two people are made one while an answer arrives', () => {
  it('that came first: it is the survivor’s', async () => {
    const { id, own, other } = await twins();
    const outcomes = await apis.inOrder<unknown>(id, [
      () => postAnswer(apis.one, other, 'yes'),
      () => merge(own.personId, other.personId),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await standing(id)).toEqual([{ person: own.personId, answer: 'yes', state: 'confirmed' }]);
  });

  it('that came later, by the link of the invitation that is gone: it is the survivor’s all the same', async () => {
    const { id, own, other } = await twins();
    const outcomes = await apis.inOrder<unknown>(id, [
      () => merge(own.personId, other.personId),
      () => postAnswer(apis.one, other, 'yes'),
    ]);
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled', value: 303 }]);
    expect(await standing(id)).toEqual([{ person: own.personId, answer: 'yes', state: 'confirmed' }]);
  });

  it('is lost with a broken reference when the answer holds no rows: the control', async () => {
    const { id, guests } = await apis.meetingWith(1, 2);
    const [survivor, guest] = guests;
    if (survivor === undefined || guest === undefined) throw new Error('two guests are needed');
    await apis.rows('DELETE FROM invitation WHERE id = $1', [survivor.id]);
    const rest = { note: null, channel: 'web', actorPersonId: null, requestId: null } as const;
    const answer = {
      invitationId: guest.id,
      answer: 'yes',
      receivedAt: apis.one.clock.now(),
      ...rest,
    } as const;
    const answering = apis.one.app.get(UnitOfWork).run((tx) => {
      const slow = pausing(withoutRowLock(tx), () => merge(survivor.personId, guest.personId));
      return answerBatch(slow, id, [answer], { clock: apis.one.clock, keys: testKeys });
    });
    await expect(answering).rejects.toMatchObject({ driverError: { constraint: 'fk_registration_person' } });
  });
});

async function twins() {
  const { id, guests } = await apis.meetingWith(1, 1);
  const [own] = guests;
  if (own === undefined) throw new Error('a guest is needed');
  const other = await anInvitation(apis.reader, testKeys, { meetingId: id });
  return { id, own, other };
}

function merge(survivorId: string, otherId: string) {
  const rest = { versions: { own: 1, other: 1 }, choices: {}, preferredAddress: null };
  return apis.other.app.get(MergePeople).merge(actor, { survivorId, otherId, ...rest });
}

function standing(meetingId: string) {
  return apis.rows(
    `SELECT invitation.person_id AS person, invitation.answer, registration.state
       FROM invitation LEFT JOIN registration ON registration.person_id = invitation.person_id
                                             AND registration.meeting_id = invitation.meeting_id
      WHERE invitation.meeting_id = $1`,
    [meetingId],
  );
}
