import type { HandoverDto, OfficeDto } from '#contracts';
import { newId, Temporal } from '#kernel';
import { aMandate, aPerson } from '../../factories/directory.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { handoversOn, yesterday } from '../../support/handovers.js';
import { TestInstance } from '../../support/test-instance.js';

/* The clock stands on 2 March 2026; meetings are in June. */

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

const {
  aSetting,
  mandatesOf,
  handOver,
  standing,
  refusal,
  decisionsOf,
  anOpenDecision,
  decide,
  withSubstitute,
  addressOf,
} = handoversOn(() => instance);

it('hands over from a past day on at once', async () => {
  const setting = await aSetting();
  await handOver(setting, { lastDay: '2026-02-15', firstDay: '2026-02-20' });
  await instance.settled();
  expect(await standing(setting)).toEqual(['withdrawn', 'active']);
  expect(await mandatesOf(setting.office)).toMatchObject([
    { personId: setting.holder.id, until: '2026-02-15' },
    { personId: setting.successor.id, from: '2026-02-20', until: null },
  ]);
});

it('refuses days out of order, oneself, strangers, and a seat that is taken; nothing is half done', async () => {
  const setting = await aSetting();
  const path = `/mandates/${setting.mandateId}/hand-over`;
  const successorId = setting.successor.id;
  const at = (lastDay: string, firstDay: string | null = null) => ({ successorId, lastDay, firstDay });
  expect(await refusal(path, at('2026-05-31', '2026-05-31'))).toBe('period.not-in-order');
  expect(await refusal(path, at('2025-12-31'))).toBe('period.not-in-order');
  expect(await refusal(path, { ...at('2026-05-31'), successorId: setting.holder.id })).toBe(
    'handover.to-oneself',
  );
  expect(await refusal(path, { ...at('2026-05-31'), successorId: newId() })).toBe('person.not-found');
  expect(await refusal(`/mandates/${newId()}/hand-over`, at('2026-05-31'))).toBe('mandate.not-found');
  expect(await mandatesOf(setting.office)).toMatchObject([{ until: null }]);
  await handOver(setting, { lastDay: '2026-05-31' });
  const third = await aPerson(instance.reader);
  expect(await refusal(path, { ...at('2026-05-15'), successorId: third.id })).toBe('office.no-free-seat');
  expect(await mandatesOf(setting.office)).toMatchObject([{ until: '2026-05-31' }, { from: '2026-06-01' }]);
});

it('is called off before its day, and then never was', async () => {
  const setting = await aSetting();
  const { id } = await handOver(setting, { lastDay: '2026-03-31' });
  const list = () =>
    instance.ask<{ items: HandoverDto[] }>('GET', `/handovers?institutionId=${setting.office.institutionId}`);
  expect((await list()).items).toMatchObject([
    { id, predecessor: { id: setting.holder.id }, successor: { id: setting.successor.id } },
  ]);
  await instance.ask('POST', `/handovers/${id}/call-off`);
  expect((await list()).items).toEqual([]);
  expect(await mandatesOf(setting.office)).toMatchObject([{ personId: setting.holder.id, until: null }]);
  const [work] = await instance.rows<{ count: number }>(
    `SELECT count(*)::int FROM due_work WHERE payload ->> 'officeId' = $1`,
    [setting.office.id],
  );
  expect(work?.count).toBe(0);
  expect(await refusal(`/handovers/${id}/call-off`, {})).toBe('handover.called-off');
  const { id: begun } = await handOver(setting, yesterday);
  expect(await refusal(`/handovers/${begun}/call-off`, {})).toBe('handover.has-begun');
});

it('lets a mandate that simply ends, and one that simply begins, have the same consequences', async () => {
  const setting = await aSetting();
  await instance.ask('POST', `/mandates/${setting.mandateId}/end`, yesterday);
  await instance.settled();
  expect(await standing(setting)).toEqual(['withdrawn', null]);
  const vacant = await instance.ask<{ items: object[] }>(
    'GET',
    `/meetings/${setting.meetingId}/vacant-offices`,
  );
  expect(vacant.items).toMatchObject([
    { office: { id: setting.office.id }, predecessor: { id: setting.holder.id } },
  ]);
  const given = { personId: setting.successor.id, validFrom: '2026-03-02' };
  await instance.ask('POST', `/offices/${setting.office.id}/mandates`, given);
  await instance.settled();
  expect(await standing(setting)).toEqual(['withdrawn', 'active']);
});

it('does not ask a successor who will have left before the meeting', async () => {
  const setting = await aSetting();
  await instance.ask('POST', `/mandates/${setting.mandateId}/end`, yesterday);
  const interim = { personId: setting.successor.id, validFrom: '2026-03-02', validUntil: '2026-04-30' };
  await instance.ask('POST', `/offices/${setting.office.id}/mandates`, interim);
  await instance.settled();
  expect(await standing(setting)).toEqual(['withdrawn', null]);
});

it('ends only the reason where another one keeps the invitation alive, whatever was answered', async () => {
  const setting = await aSetting();
  const other = await aNetworkOfManagers(instance.reader, [null]);
  const second = other.clusters[0]?.office;
  await aMandate(instance.reader, { officeId: second?.id ?? '', personId: setting.holder.id });
  await instance.invite(setting.meetingId, other.network.id);
  await instance.answer(setting.invitation, 'yes');
  await handOver(setting, yesterday);
  await instance.settled();
  expect(await standing(setting)).toEqual(['active', 'active']);
  expect(await decisionsOf(setting)).toEqual([]);
  const invitations = await instance.invitations(setting.meetingId);
  const left = invitations.find(({ person }) => person.id === setting.holder.id);
  expect(left?.reasons.map(({ institution }) => institution?.id)).toEqual([second?.institutionId]);
});

it('gives the seat of whoever leaves to the waiting list', async () => {
  const setting = await aSetting({ capacity: 1, clusters: 2 });
  await instance.answer(setting.invitation, 'yes');
  const invitations = await instance.invitations(setting.meetingId);
  const waiting = invitations.find(({ person }) => person.id !== setting.holder.id);
  await instance.answer(waiting ?? { link: '' }, 'yes');
  await handOver(setting, yesterday);
  await instance.settled();
  const [decision] = await decisionsOf(setting);
  await instance.ask('POST', `/handover-decisions/${decision?.id}/decide`, { decision: 'replace' });
  await instance.settled();
  const after = await instance.invitations(setting.meetingId);
  expect(after.find(({ id }) => id === waiting?.id)?.registration).toBe('confirmed');
  expect(await standing(setting)).toEqual(['withdrawn', 'active']);
});

describe('a holder who has sent a colleague', () => {
  it('leaves without a mail, the colleague keeps the seat, and the successor is asked: nothing to decide', async () => {
    const colleague = { givenName: 'Toni', address: `vertretung-${newId()}@neu.example` };
    const { setting, subjectsTo } = await withSubstitute(colleague);
    await handOver(setting, yesterday);
    await instance.settled();
    expect(await standing(setting)).toEqual(['withdrawn', 'active']);
    expect(await decisionsOf(setting)).toEqual([]);
    const invitations = await instance.invitations(setting.meetingId);
    expect(invitations.find(({ address }) => address === colleague.address)).toMatchObject({
      state: 'active',
      registration: 'confirmed',
      inPlaceOf: { id: setting.holder.id },
    });
    const heard = [await addressOf(setting.holder), colleague.address, await addressOf(setting.successor)];
    expect(await Promise.all(heard.map(subjectsTo))).toEqual([[], [], ['Einladung']]);
    // The room is full: who comes for the office already is not pushed out by who holds it now.
    const own = invitations.find(({ person }) => person.id === setting.successor.id);
    await instance.answer(own ?? { link: '' }, 'yes');
    const after = await instance.invitations(setting.meetingId);
    expect(after.map(({ registration }) => registration).toSorted()).toEqual([
      'cancelled',
      'confirmed',
      'waitlisted',
    ]);
  });

  it('who is the successor comes for the office from then on, and hears nothing of it', async () => {
    const address = `nachfolge-${newId()}@neu.example`;
    const successor = await aPerson(instance.reader, { givenName: 'Robin', addresses: [address] });
    const { setting, subjectsTo } = await withSubstitute({ givenName: 'Robin', address });
    await handOver({ ...setting, successor }, yesterday);
    await instance.settled();
    expect(await standing({ ...setting, successor })).toEqual(['withdrawn', 'active']);
    const invitations = await instance.invitations(setting.meetingId);
    const own = invitations.find(({ person }) => person.id === successor.id);
    expect(own).toMatchObject({ answer: 'yes', registration: 'confirmed' });
    expect(own?.reasons.map(({ deputyFor }) => deputyFor)).toEqual([null]);
    expect(await subjectsTo(address)).toEqual([]);
  });
});

describe('what the host decides', () => {
  it('the predecessor stays', async () => {
    const setting = await anOpenDecision();
    expect(await decide(setting.decisionId, 'keep')).toMatchObject({ state: 'keep' });
    await instance.settled();
    expect(await standing(setting)).toEqual(['active', null]);
    expect(await refusal(`/handover-decisions/${setting.decisionId}/decide`, { decision: 'both' })).toBe(
      'handover-decision.decided',
    );
    await decide(setting.decisionId, 'keep');
  });

  it('both come', async () => {
    const setting = await anOpenDecision();
    await decide(setting.decisionId, 'both');
    await instance.settled();
    expect(await standing(setting)).toEqual(['active', 'active']);
  });

  it('nothing, when the predecessor declines first: the successor is asked by itself', async () => {
    const setting = await anOpenDecision();
    await instance.answer(setting.invitation, 'no');
    await instance.settled();
    expect(await standing(setting)).toEqual(['withdrawn', 'active']);
    expect(await decisionsOf(setting)).toMatchObject([{ state: 'replace' }]);
  });

  it('without a successor: both is refused, and the one who comes later stands in the decision', async () => {
    const setting = await aSetting();
    await instance.answer(setting.invitation, 'maybe');
    await instance.ask('POST', `/mandates/${setting.mandateId}/end`, yesterday);
    await instance.settled();
    const [vacant] = await decisionsOf(setting);
    expect(vacant).toMatchObject({ successor: null, answer: 'maybe', state: 'open' });
    expect(await refusal(`/handover-decisions/${vacant?.id}/decide`, { decision: 'both' })).toBe(
      'handover-decision.vacant',
    );
    const given = { personId: setting.successor.id, validFrom: '2026-03-02' };
    await instance.ask('POST', `/offices/${setting.office.id}/mandates`, given);
    await instance.settled();
    expect(await decisionsOf(setting)).toMatchObject([{ successor: { id: setting.successor.id } }]);
    expect(await standing(setting)).toEqual(['active', null]);
  });
});

it('does not invite again whom the host has withdrawn', async () => {
  const setting = await aSetting();
  await handOver(setting, yesterday);
  await instance.settled();
  const invitations = await instance.invitations(setting.meetingId);
  const own = invitations.find(({ person }) => person.id === setting.successor.id);
  await instance.ask('POST', `/invitations/${own?.id}/withdraw`);
  await instance.rows(
    `INSERT INTO due_work (id, kind, subject_id, due_at, payload, attempts)
     SELECT gen_random_uuid(), 'mandate.begins', id, $2, $3, 0 FROM mandate WHERE office_id = $1`,
    [setting.office.id, instance.clock.now(), { officeId: setting.office.id, actorPersonId: null }],
  );
  await instance.settled();
  expect(await standing(setting)).toEqual(['withdrawn', 'withdrawn']);
});

it('tells nobody who is not signed in, and shows the successor in office', async () => {
  const setting = await aSetting();
  await instance.answer(setting.invitation, 'yes');
  await handOver(setting, yesterday);
  await instance.settled();
  const stranger = instance.api.browser();
  for (const path of ['/handovers', '/handover-decisions', `/meetings/${setting.meetingId}/vacant-offices`]) {
    expect((await stranger.get(`/api/v1${path}`)).status).toBe(401);
  }
  const office = await instance.ask<{ items: OfficeDto[] }>(
    'GET',
    `/offices?institutionId=${setting.office.institutionId}&asOf=2026-03-02`,
  );
  expect(office.items[0]?.holders).toMatchObject([{ person: { id: setting.successor.id } }]);
  expect(Temporal.PlainDate.from(office.items[0]?.holders[0]?.validFrom ?? '').toString()).toBe('2026-03-02');
});
