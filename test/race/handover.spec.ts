import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { turnMeeting } from '#handover';
import { Temporal } from '#kernel';
import { InvitePeople } from '#participation';
import { aMandate, anOffice } from '../factories/directory.factory.js';
import { aReason } from '../factories/handover.factory.js';
import type { TestApi } from '../support/test-api.js';
import { pausing, withoutRowLock } from './handicaps.js';
import { postAnswer, TwoApis } from './two-apis.js';
import type { Guest } from './two-apis.js';

/* The clock stands on 2 March 2026: the office has changed hands the day before. */

const day = (text: string) => Temporal.PlainDate.from(text);
let apis: TwoApis;
beforeAll(async () => (apis = await TwoApis.start()));
afterAll(() => apis.close());

interface Setting {
  readonly meetingId: string;
  readonly predecessor: Guest;
  readonly mandateId: string;
}

/** The predecessor is invited for the office and silent; the successor holds it since yesterday. */
async function aChangeOfHands(): Promise<Setting> {
  const { id: meetingId, guests } = await apis.meetingWith(5, 1);
  const [predecessor] = guests;
  if (predecessor === undefined) throw new Error('a guest is needed');
  const { id: officeId, institutionId } = await anOffice(apis.reader);
  await aReason(apis.reader, { invitationId: predecessor.id, officeId, institutionId });
  const { personId } = predecessor;
  const { id: mandateId } = await aMandate(apis.reader, {
    officeId,
    personId,
    validUntil: day('2026-02-28'),
  });
  await aMandate(apis.reader, { officeId, validFrom: day('2026-03-01') });
  return { meetingId, predecessor, mandateId };
}

const turnIn = (tx: Tx, { app, clock }: TestApi, { meetingId, mandateId }: Setting) => {
  const tools = { invitePeople: app.get(InvitePeople, { strict: false }), now: clock.now() };
  return turnMeeting(tx, meetingId, { mandateId, actorPersonId: null }, tools);
};

/** As a worker of its own does it. */
const turn = (api: TestApi, setting: Setting) =>
  api.app.get(UnitOfWork).run((tx) => turnIn(tx, api, setting));

/** As `turn`, but nothing holds a row, and `meanwhile` happens between reading and writing. */
const turnUnlocked = (setting: Setting, meanwhile: () => Promise<unknown>) =>
  apis.one.app.get(UnitOfWork).run((tx) => turnIn(pausing(withoutRowLock(tx), meanwhile), apis.one, setting));

const answer = ({ predecessor }: Setting) => postAnswer(apis.other, predecessor, 'yes');

/** What became of predecessor and successor, and how often somebody was withdrawn, asked and left to the host. */
async function outcome({ meetingId, predecessor }: Setting) {
  const [found] = await apis.rows(
    `SELECT (SELECT concat_ws(' ', state, answer) FROM invitation WHERE id = $2) AS predecessor,
            (SELECT string_agg(state, ' ') FROM invitation WHERE meeting_id = $1 AND id <> $2) AS successor,
            (SELECT count(*)::int FROM audit_entry WHERE action = 'invitation.withdraw' AND subject_id = $2) AS withdrawals,
            (SELECT count(*)::int FROM handover_decision WHERE meeting_id = $1) AS decisions`,
    [meetingId, predecessor.id],
  );
  return found;
}
const turned = { predecessor: 'withdrawn', successor: 'active', withdrawals: 1, decisions: 0 };

describe('two workers turn the same office at once', () => {
  it('and withdraw and ask everybody once', async () => {
    const setting = await aChangeOfHands();
    const outcomes = await apis.inOrder(setting.meetingId, [
      () => turn(apis.one, setting),
      () => turn(apis.other, setting),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await outcome(setting)).toEqual(turned);
  });

  it('and withdraw the predecessor twice where no row is held: the control', async () => {
    const setting = await aChangeOfHands();
    await turnUnlocked(setting, () => turn(apis.other, setting));
    expect(await outcome(setting)).toEqual({ ...turned, withdrawals: 2 });
  });
});

describe('an office turns while the predecessor answers', () => {
  it('who was first: the host decides, and nobody else is asked', async () => {
    const setting = await aChangeOfHands();
    await apis.inOrder<unknown>(setting.meetingId, [() => answer(setting), () => turn(apis.one, setting)]);
    const left = { predecessor: 'active yes', successor: null, withdrawals: 0, decisions: 1 };
    expect(await outcome(setting)).toEqual(left);
  });

  it('who came later: the answer is refused, the successor is asked', async () => {
    const setting = await aChangeOfHands();
    const outcomes = await apis.inOrder<unknown>(setting.meetingId, [
      () => turn(apis.one, setting),
      () => answer(setting),
    ]);
    expect(outcomes).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled', value: 422 }]);
    expect(await outcome(setting)).toEqual(turned);
  });

  it('and throws the yes away without asking the host where no row is held: the control', async () => {
    const setting = await aChangeOfHands();
    await turnUnlocked(setting, () => answer(setting));
    expect(await outcome(setting)).toEqual({ ...turned, predecessor: 'withdrawn yes' });
  });
});
