import type { InvitationDto } from '#contracts';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { DoorWorld } from '../../support/door-world.js';
import type { KeptList } from '../../support/door-world.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

/** Meetings with as many people each, all of whom have answered. */
async function fill(rows: number): Promise<string> {
  await instance.rows('DELETE FROM outgoing_mail');
  await instance.rows(`UPDATE meeting SET starts_local = '2020-01-01', ends_local = '2020-01-02',
                              starts_at = '2020-01-01T00:00Z', ends_at = '2020-01-02T00:00Z'`);
  let last = '';
  for (let index = 0; index < rows; index += 1) {
    const { network, clusters } = await aNetworkOfManagers(
      instance.reader,
      Array.from({ length: rows }, () => ({})),
    );
    const hostIds = clusters.map(({ cluster }) => cluster.id);
    const organiserId = clusters[0]?.manager?.id ?? null;
    const meeting = await instance.publish({
      institutionId: network.id,
      hostIds,
      organiserId,
      listingIds: hostIds,
    });
    const invitations = await instance.invite(meeting.id, network.id);
    for (const invitation of invitations) await instance.answer(invitation, 'yes');
    last = meeting.id;
  }
  await instance.settled();
  return last;
}

interface Counted {
  readonly items: number;
  readonly queries: number;
}

async function count(path: string): Promise<Counted> {
  const { dataSource } = instance.api.database;
  let items = 0;
  const queries = await queriesOf(dataSource, async () => {
    items = (await instance.ask<{ items: readonly unknown[] }>('GET', path)).items.length;
  });
  return { items, queries: queries.length };
}

it.each([
  ['meetings', () => '/meetings?when=coming', [1, 3]],
  ['invitations', (meetingId: string) => `/meetings/${meetingId}/invitations`, [1, 3]],
  ['mails', () => '/mails?limit=200', [2, 18]],
] as const)('the list of %s takes as many queries at 1 row as at 3', async (_, pathOf, items) => {
  const one = await count(pathOf(await fill(1)));
  const three = await count(pathOf(await fill(3)));
  expect([one.items, three.items]).toEqual(items);
  expect(three.queries).toBe(one.queries);
  expect(one.queries).toBeLessThanOrEqual(12);
});

describe('the list of invitations', () => {
  let meetingId: string;
  let names: readonly string[];
  beforeAll(async () => {
    const people = ['Ärmel', 'Zahn', 'Adler', 'Öhler', 'Oder', 'ärger'].map((familyName) => ({ familyName }));
    const { network } = await aNetworkOfManagers(instance.reader, people);
    meetingId = (await instance.publish({ institutionId: network.id })).id;
    await instance.invite(meetingId, network.id);
    names = (await instance.invitations(meetingId)).map(({ person }) => person.name.replace('Kim ', ''));
  });

  it('is in German order', () => {
    expect(names).toEqual(['Adler', 'ärger', 'Ärmel', 'Oder', 'Öhler', 'Zahn']);
  });

  it('goes on where a page ends', async () => {
    const found: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: InvitationDto[]; next: string | null } = await instance.ask(
        'GET',
        `/meetings/${meetingId}/invitations?limit=2${next === '' ? '' : `&cursor=${next}`}`,
      );
      found.push(...page.items.map(({ person }) => person.name.replace('Kim ', '')));
      next = page.next;
    }
    expect(found).toEqual(names);
  });
});

describe('counts', () => {
  it('say how many clusters have answered and which are represented', async () => {
    const { network } = await aNetworkOfManagers(instance.reader, [{}, {}, {}, null]);
    const meeting = await instance.publish({ institutionId: network.id, capacity: 1 });
    const [first, second, third] = await instance.invite(meeting.id, network.id);
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three are needed');
    await instance.answer(first, 'yes');
    await instance.answer(second, 'yes');
    expect(await instance.ask('GET', `/meetings/${meeting.id}/answers`)).toMatchObject({
      invited: 3,
      yes: 2,
      no: 0,
      maybe: 0,
      silent: 1,
      confirmed: 1,
      waitlisted: 1,
      capacity: 1,
      clusters: { total: 3, answered: 2, represented: 1 },
    });
    const { items } = await instance.ask<{ items: { id: string }[] }>(
      'GET',
      '/meetings?when=coming&limit=200',
    );
    expect(items.find(({ id }) => id === meeting.id)).toMatchObject({
      invited: 3,
      answered: 2,
      confirmed: 1,
      waitlisted: 1,
      clusters: { answered: 2, total: 3 },
    });
  });

  it('are of whom one looks for at the door; who takes part online stands apart, in a word, and can be marked', async () => {
    const hybrid = await DoorWorld.hybrid(instance);
    const { path } = await hybrid.link();
    await hybrid.post(path, { do: 'mark', key: hybrid.keys[0] ?? '', here: 'yes' });
    const { body } = await instance.api.browser().get<string>(path);
    expect(body).toContain('>1 von 1 sind da<');
    expect(body).toContain('>Dazu 1 online, davon 0 eingetragen<');
    expect(body).toMatch(
      /Kim Drei.*<h2>Online, nicht am Einlass<.*Kim Eins<\/strong><span class="quiet">Cluster 1 · nimmt online teil</s,
    );
    await hybrid.post(path, { do: 'mark', key: hybrid.keys[1] ?? '', here: 'yes' });
    expect((await hybrid.list()).map(({ online, state }) => [online, state])).toEqual([
      [false, 'present'],
      [true, 'present'],
    ]);
    expect(await hybrid.sum()).toMatchObject({
      total: 2,
      present: 2,
      open: 0,
      online: { total: 1, present: 1, open: 0 },
    });
    const kept = await instance.api.browser().get<KeptList>(`${path}/list`);
    expect(kept.body.rows.map(({ online }) => online)).toEqual([false, true]);
  });
});
