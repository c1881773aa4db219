import type { DeputyDto, DeputiesAskedDto, InvitationDto } from '#contracts';
import type { Office, Person } from '#directory';
import { newId } from '#kernel';
import { aPerson } from '../../factories/directory.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { holdersIn } from '../../factories/audience.factory.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterEach(() => void (instance.mailServer.refuse = () => null));
afterAll(() => instance.close());

let count = 0;

interface Setting {
  readonly networkId: string;
  readonly office: Office;
  readonly holder: Person;
  readonly deputies: readonly Person[];
  readonly addressOf: (name: 'holder' | 'first' | 'second') => string;
}

/** A holder with a first and a second deputy. */
async function aSetting(): Promise<Setting> {
  count += 1;
  const addressOf = (name: string) => `${name}-${count}@vertreten.example`;
  const { network, clusters } = await aNetworkOfManagers(instance.reader, [
    { givenName: 'Alex', familyName: 'Amt', addresses: [addressOf('holder')] },
  ]);
  const { office, manager } = clusters[0] ?? {};
  if (office === undefined || manager == null) throw new Error('no cluster');
  const deputies = [];
  for (const name of ['first', 'second']) {
    const person = await aPerson(instance.reader, { givenName: 'Robin', addresses: [addressOf(name)] });
    await add(office, person);
    deputies.push(person);
  }
  return { networkId: network.id, office, holder: manager, deputies, addressOf };
}

const add = ({ id }: Office, person: Person, from = '2026-03-02') =>
  instance.ask<DeputyDto>('POST', `/offices/${id}/deputies`, { personId: person.id, validFrom: from });

const list = async ({ id }: Office, asOf = '') =>
  (await instance.ask<{ items: DeputyDto[] }>('GET', `/offices/${id}/deputies${asOf}`)).items;

const names = (deputies: readonly DeputyDto[]) => deputies.map(({ person }) => person.id);

async function refusal(path: string, body: object = {}): Promise<string> {
  const reply = await instance.owner.post<{ code: string }>(`/api/v1${path}`, body);
  return reply.body.code;
}

const invited = async (meetingId: string, { id }: Person) =>
  (await instance.invitations(meetingId)).find(({ person }) => person.id === id);

describe('the deputies of an office', () => {
  it('stand one behind the other, each once', async () => {
    const { office, deputies } = await aSetting();
    expect((await list(office)).map(({ rank, person }) => [rank, person.id])).toEqual([
      [1, deputies[0]?.id],
      [2, deputies[1]?.id],
    ]);
    const again = { personId: deputies[0]?.id, validFrom: '2026-04-01' };
    expect(await refusal(`/offices/${office.id}/deputies`, again)).toBe('deputy.is-one-already');
    const unordered = { personId: newId(), validFrom: '2026-04-02', validUntil: '2026-04-01' };
    expect(await refusal(`/offices/${office.id}/deputies`, unordered)).toBe('period.not-in-order');
  });

  it('change places from today on, and the past stays on record', async () => {
    const { office } = await aSetting();
    const third = await aPerson(instance.reader);
    const before = await list(office);
    await instance.later({ hours: 24 });
    await add(office, third, '2026-03-03');
    const [first, second, last] = await list(office);
    const deputyIds = [last?.id, first?.id, second?.id];
    expect(await refusal(`/offices/${office.id}/deputies/reorder`, { deputyIds: [first?.id] })).toBe(
      'deputy.order-incomplete',
    );
    await instance.ask('POST', `/offices/${office.id}/deputies/reorder`, { deputyIds });
    expect(names(await list(office))).toEqual([last?.person.id, first?.person.id, second?.person.id]);
    expect(names(await list(office, '?asOf=2026-03-02'))).toEqual(names(before));
    await instance.later({ hours: -24 });
  });

  it('end on a day', async () => {
    const { office } = await aSetting();
    const [first, second] = await list(office);
    await instance.ask('POST', `/deputies/${first?.id}/end`, { lastDay: '2026-03-10' });
    expect((await list(office, '?asOf=2026-03-11')).map(({ id }) => id)).toEqual([second?.id]);
    expect(await refusal(`/deputies/${first?.id}/end`, { lastDay: '2026-03-01' })).toBe(
      'period.not-in-order',
    );
    expect(await refusal(`/deputies/${newId()}/end`, { lastDay: '2026-03-01' })).toBe('deputy.not-found');
  });
});

describe('asking a deputy', () => {
  it('invites the first in rank for a silent holder, once, and says in the mail for whom', async () => {
    const { networkId, holder, deputies, addressOf } = await aSetting();
    const meeting = await instance.publish({ institutionId: networkId });
    const [own] = await instance.invite(meeting.id, networkId);
    await instance.ask('POST', `/invitations/${own?.id}/ask-deputy`);
    await instance.settled();
    const asked = await invited(meeting.id, deputies[0] ?? holder);
    expect(asked?.reasons).toMatchObject([{ kind: 'office', deputyFor: { id: holder.id } }]);
    const mail = await instance.lastMailTo(addressOf('first'));
    expect(mail.text.replaceAll(/\s+/g, ' ')).toContain('als Stellvertretung gefragt sind');
    expect(mail.text.replaceAll(/\s+/g, ' ')).toContain('für Alex Amt');
    expect(mail.calendar?.method).toBe('REQUEST');
    expect(await refusal(`/invitations/${own?.id}/ask-deputy`)).toBe('deputy.asked-already');
    expect(await instance.mailsTo(addressOf('second'))).toEqual([]);
    // The first declines: the next in rank may be asked.
    await instance.answer(asked ?? { link: '' }, 'no');
    await instance.ask('POST', `/invitations/${own?.id}/ask-deputy`);
    await instance.settled();
    expect(await instance.mailsTo(addressOf('second'))).toHaveLength(1);
    await instance.answer((await invited(meeting.id, deputies[1] ?? holder)) ?? { link: '' }, 'no');
    expect(await refusal(`/invitations/${own?.id}/ask-deputy`)).toBe('deputy.nobody-reachable');
  });

  it('who is invited already for another reason adds the new one, and sends no second mail', async () => {
    const [holder, deputy] = [1, 2].map((number) => `twice-${number}@vertreten.example`);
    const { network, clusters } = await aNetworkOfManagers(instance.reader, [
      { familyName: 'Amt', addresses: [holder ?? ''] },
      { familyName: 'Beides', addresses: [deputy ?? ''] },
    ]);
    const [first, second] = clusters;
    if (first === undefined || second?.manager == null) throw new Error('two managers are needed');
    await add(first.office, second.manager);
    const meeting = await instance.publish({ institutionId: network.id });
    const invitations = await instance.invite(meeting.id, network.id);
    const silent = invitations.find(({ person }) => person.id === first.manager?.id);
    expect(await instance.mailsTo(deputy ?? '')).toHaveLength(1);
    await instance.ask('POST', `/invitations/${silent?.id}/ask-deputy`);
    await instance.settled();
    expect(await instance.invitations(meeting.id)).toHaveLength(2);
    const asked = await invited(meeting.id, second.manager);
    expect(asked?.reasons.map(({ deputyFor }) => deputyFor?.id ?? null).toSorted()).toEqual(
      [null, first.manager?.id].toSorted(),
    );
    expect(await instance.mailsTo(deputy ?? '')).toHaveLength(1);
    // Whoever is invited for nothing else does get a mail: the control.
    const other = await aPerson(instance.reader, { addresses: ['only@vertreten.example'] });
    await add(second.office, other);
    await instance.ask('POST', `/meetings/${meeting.id}/ask-deputies`);
    await instance.settled();
    expect(await instance.mailsTo('only@vertreten.example')).toHaveLength(1);
    expect(await instance.mailsTo(deputy ?? '')).toHaveLength(1);
  });

  it('refuses for whoever has answered', async () => {
    const { networkId } = await aSetting();
    const meeting = await instance.publish({ institutionId: networkId });
    const [own] = await instance.invite(meeting.id, networkId);
    await instance.answer(own ?? { link: '' }, 'yes');
    expect(await refusal(`/invitations/${own?.id}/ask-deputy`)).toBe('deputy.answered-already');
  });

  it('asks for all who are silent, and again only where nobody was asked', async () => {
    const { networkId, addressOf } = await aSetting();
    const meeting = await instance.publish({ institutionId: networkId });
    await instance.invite(meeting.id, networkId);
    const ask = () => instance.ask<DeputiesAskedDto>('POST', `/meetings/${meeting.id}/ask-deputies`);
    expect(await ask()).toEqual({ asked: 1, askedBefore: 0, nobody: 0 });
    expect(await ask()).toEqual({ asked: 0, askedBefore: 1, nobody: 0 });
    await instance.settled();
    expect(await instance.mailsTo(addressOf('first'))).toHaveLength(1);
  });

  it('happens by itself when the holder’s mail is refused for good, and goes on when the deputy’s is too', async () => {
    const { networkId, addressOf, deputies, holder } = await aSetting();
    const refused = new Set([addressOf('holder'), addressOf('first')]);
    instance.mailServer.refuse = (to) => (refused.has(to) ? { at: 'recipient', code: 550 } : null);
    const meeting = await instance.publish({ institutionId: networkId });
    await instance.invite(meeting.id, networkId);
    await instance.settled();
    await instance.settled();
    expect(await instance.mailsTo(addressOf('second'))).toHaveLength(1);
    const second = await invited(meeting.id, deputies[1] ?? holder);
    expect(second?.reasons).toMatchObject([{ deputyFor: { id: holder.id } }]);
    const failures = await instance.rows<{ payload: object; type: string }>(
      `SELECT type, payload FROM fact WHERE type = 'MailFailed' ORDER BY id`,
    );
    expect(failures).toHaveLength(2);
    // Told once more, nobody is asked once more.
    await instance.rows(`UPDATE fact SET published_at = NULL WHERE type = 'MailFailed'`);
    await instance.settled();
    expect(await instance.mailsTo(addressOf('second'))).toHaveLength(1);
    const people: readonly InvitationDto[] = await instance.invitations(meeting.id);
    expect(people).toHaveLength(3);
  });
});

describe('copies', () => {
  it('go to deputies and to the copy address where the host asks for it, once, with nothing to answer', async () => {
    const { networkId, office, addressOf, holder } = await aSetting();
    const desk = `vorzimmer-${count}@vertreten.example`;
    await instance.rows('UPDATE office SET copy_address = $2 WHERE id = $1', [office.id, desk]);
    const meeting = await instance.publish({ institutionId: networkId });
    const ask = () =>
      instance.ask('POST', `/meetings/${meeting.id}/invitations`, {
        audience: { kind: 'rule', rule: holdersIn(networkId) },
        settings: { successors: 'on-the-day', newcomers: 'invite', copyToDeputies: true },
      });
    await ask();
    await instance.settled();
    expect((await instance.mailsTo(addressOf('holder'))).map(({ subject }) => subject.split(':')[0])).toEqual(
      ['Einladung'],
    );
    for (const address of [addressOf('first'), addressOf('second'), desk]) {
      const [copy, ...more] = await instance.mailsTo(address);
      expect(more).toEqual([]);
      expect(copy?.subject).toMatch(/^Zur Kenntnis: Austausch der Clustermanager/);
      expect(copy?.text).toContain('Alex Amt');
      expect(copy?.calendar).toBeNull();
      expect(copy?.text).not.toContain('/i/');
    }
    const invited = await instance.invitations(meeting.id);
    expect(invited.map(({ person }) => person.id)).toEqual([holder.id]);

    const copies = async () =>
      Promise.all(
        [addressOf('first'), desk].map(async (address) => (await instance.mailsTo(address)).length),
      );
    await ask();
    expect(await copies()).toEqual([1, 1]);
    // Whoever was withdrawn is asked as if for the first time, and so are those told who stand in.
    await instance.ask('POST', `/invitations/${invited[0]?.id}/withdraw`);
    await ask();
    expect(await copies()).toEqual([2, 2]);
  });
});
