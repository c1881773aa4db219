import { Temporal } from '#kernel';
import { planTurn } from './turn.rules.js';
import type { Turn, TurnDecision, TurnFacts, TurnInvitation, TurnMandate } from './turn.rules.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const mandate = (personId: string, from: string, until: string | null = null, seat = 1): TurnMandate => ({
  id: `${personId} from ${from}`,
  personId,
  seat,
  validFrom: day(from),
  validUntil: until === null ? null : day(until),
});
const invitation = (personId: string, fields: Partial<TurnInvitation> = {}): TurnInvitation => ({
  id: `to ${personId}`,
  personId,
  answer: null,
  isReason: true,
  isDeputy: false,
  hasLeft: false,
  otherReasons: 0,
  ...fields,
});
const decision = (state: TurnDecision['state'], successorId: string | null = 'after'): TurnDecision => ({
  id: 'decision',
  invitationId: 'to before',
  seat: 1,
  state,
  successorId,
});

const before = mandate('before', '2026-01-01', '2026-11-30');
const after = mandate('after', '2026-12-01');
const facts: TurnFacts = {
  seat: 1,
  today: day('2026-12-01'),
  meetingDay: day('2026-12-10'),
  mandates: [before, after],
  invitations: [invitation('before')],
  decisions: [],
};
const nothing: Turn = { endReasons: [], withdraw: [], invite: [], open: [], point: [], settle: [] };
const plan = (changes: Partial<TurnFacts>): Turn => planTurn({ ...facts, ...changes });

it('withdraws who is silent or said no, and asks the successor', () => {
  const turned = { ...nothing, withdraw: ['to before'], invite: ['after'] };
  expect(planTurn(facts)).toEqual(turned);
  expect(plan({ invitations: [invitation('before', { answer: 'no' })] })).toEqual(turned);
});

it('leaves a yes and a maybe to the host', () => {
  for (const answer of ['yes', 'maybe'] as const) {
    expect(plan({ invitations: [invitation('before', { answer })] })).toEqual({
      ...nothing,
      open: [{ invitationId: 'to before', mandateId: before.id, successorId: 'after' }],
    });
  }
});

it('ends the reason alone where others remain, and asks the successor', () => {
  const invitations = [invitation('before', { answer: 'yes', otherReasons: 1 })];
  expect(plan({ invitations })).toEqual({ ...nothing, endReasons: ['to before'], invite: ['after'] });
});

it('does nothing before the day: the present holder is asked until then', () => {
  expect(plan({ today: day('2026-11-30') })).toEqual(nothing);
});

it('does nothing a second time', () => {
  const gone = invitation('before', { isReason: false, hasLeft: true });
  expect(plan({ invitations: [gone, invitation('after')] })).toEqual(nothing);
  const answered = invitation('before', { answer: 'yes' });
  expect(plan({ invitations: [answered], decisions: [decision('open')] })).toEqual(nothing);
});

it.each([
  ['keep', []],
  ['both', ['after']],
] as const)('after the decision "%s" asks %j', (state, invite) => {
  const invitations = [invitation('before', { answer: 'yes' })];
  expect(plan({ invitations, decisions: [decision(state)] })).toEqual({ ...nothing, invite });
});

it('settles an open decision when the predecessor declines, and when the invitation is withdrawn', () => {
  const decisions = [decision('open')];
  expect(plan({ decisions, invitations: [invitation('before', { answer: 'no' })] })).toEqual({
    ...nothing,
    withdraw: ['to before'],
    invite: ['after'],
    settle: ['decision'],
  });
  const withdrawn = invitation('before', { answer: 'yes', isReason: false });
  expect(plan({ decisions, invitations: [withdrawn] }).settle).toEqual(['decision']);
});

it('withdraws also when nobody follows, and asks whoever comes later', () => {
  expect(plan({ mandates: [before] })).toEqual({ ...nothing, withdraw: ['to before'] });
  const gone = invitation('before', { isReason: false, hasLeft: true });
  expect(plan({ invitations: [gone] })).toEqual({ ...nothing, invite: ['after'] });
});

it('points an open decision at who holds the seat by now', () => {
  const invitations = [invitation('before', { answer: 'yes' })];
  expect(plan({ invitations, decisions: [decision('open', null)] })).toEqual({
    ...nothing,
    point: [{ decisionId: 'decision', successorId: 'after' }],
  });
});

it('asks nobody who will have left on the meeting’s day, and nobody whom the host has withdrawn', () => {
  const interim = mandate('after', '2026-12-01', '2026-12-05');
  expect(plan({ mandates: [before, interim] }).invite).toEqual([]);
  const withdrawn = invitation('after', { isReason: false });
  expect(plan({ invitations: [invitation('before'), withdrawn] }).invite).toEqual([]);
});

it('asks a successor only where the office was asked', () => {
  expect(plan({ invitations: [] })).toEqual(nothing);
  expect(plan({ invitations: [invitation('before', { isReason: false })] })).toEqual(nothing);
});

it('leaves deputies and holders of other seats alone; a deputy who takes office is asked as holder', () => {
  const other = mandate('other', '2026-01-01', null, 2);
  const deputy = invitation('deputy', { isDeputy: true });
  const invitations = [invitation('before'), invitation('other'), deputy];
  const turned = { ...nothing, withdraw: ['to before'], invite: ['after'] };
  expect(plan({ mandates: [before, after, other], invitations })).toEqual(turned);
  const promoted = [invitation('before'), invitation('after', { isDeputy: true })];
  expect(plan({ invitations: promoted }).invite).toEqual(['after']);
});

it('lets somebody stay who comes back before the meeting', () => {
  const back = mandate('before', '2026-12-08');
  const interim = mandate('after', '2026-12-01', '2026-12-07');
  expect(plan({ mandates: [before, interim, back] })).toEqual(nothing);
});
