import { GrantSource } from '#access';
import { UnitOfWork } from '#database';
import { newId, Temporal } from '#kernel';
import {
  aMandate,
  aMembership,
  anInstitution,
  anOffice,
  aPerson,
} from '../../factories/directory.factory.js';
import { aMeeting } from '../../factories/meetings.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { aKey } from '../../factories/access.factory.js';
import { startTestApi, testKeys } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import { TestBrowser } from '../../support/test-browser.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
beforeEach(() => api.database.clear());
afterAll(() => api.close());

const day = (text: string) => Temporal.PlainDate.from(text);

describe('rights follow mandates', () => {
  it('to the minute in which the day ends at the institution: by session and by key, without signing in again', async () => {
    const { reader } = api.app.get(UnitOfWork);
    const cluster = await anInstitution(reader);
    const office = await anOffice(reader, { institutionId: cluster.id });
    const [old, next] = [await aPerson(reader), await aPerson(reader)];
    await aMandate(reader, { officeId: office.id, personId: old.id, validUntil: day('2026-11-30') });
    await aMandate(reader, { officeId: office.id, personId: next.id, validFrom: day('2026-12-01') });
    const draft = await aMeeting(reader, { institutionId: cluster.id, state: 'draft', publishedAt: null });
    const path = `/api/v1/meetings/${draft.id}`;
    const seen = async () => {
      const replies = [];
      for (const person of [old, next]) {
        replies.push((await (await signedIn(person.id)).get(path)).status);
        replies.push((await withKey(await aKey(reader, person.id)).get(path)).status);
      }
      return replies;
    };
    api.clock.moveTo('2026-11-30T22:59:59Z');
    const browser = await signedIn(old.id);
    const program = withKey(await aKey(reader, old.id));
    expect(await seen()).toEqual([200, 200, 403, 403]);
    expect([(await browser.get(path)).status, (await program.get(path)).status]).toEqual([200, 200]);
    api.clock.moveTo('2026-11-30T23:00:00Z');
    expect(await seen()).toEqual([403, 403, 200, 200]);
    expect([(await browser.get(path)).status, (await program.get(path)).status]).toEqual([403, 403]);
  });

  it.each([
    ['Pacific/Kiritimati', '2026-06-30T09:59:59Z', '2026-06-30T10:00:00Z'],
    ['America/Los_Angeles', '2026-07-01T06:59:59Z', '2026-07-01T07:00:00Z'],
    ['Europe/Berlin', '2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z'],
  ])(
    'and so do rights by name, in the institution’s zone or the meeting’s: %s',
    async (zone, last, after) => {
      const { reader } = api.app.get(UnitOfWork);
      const person = await aPerson(reader);
      const { id: institutionId } = await anInstitution(reader, { zone });
      const { id: meetingId } = await aMeeting(reader, { zone });
      const period = { validFrom: day('2026-06-30'), validUntil: day('2026-06-30') };
      await aGrant({ personId: person.id, role: 'assistant', institutionId, ...period });
      await aGrant({ personId: person.id, role: 'meeting_host', meetingId, ...period });
      const rolesAt = async (at: Temporal.Instant) =>
        (await api.app.get(GrantSource).grantsOf(reader, person.id, at)).map(({ role }) => role).toSorted();
      const [lastMoment, firstMoment] = [
        Temporal.Instant.from(last),
        Temporal.Instant.from(after).subtract({ hours: 24 }),
      ];
      expect(await rolesAt(firstMoment.subtract({ seconds: 1 }))).toEqual([]);
      expect(await rolesAt(firstMoment)).toEqual(['assistant', 'meeting_host']);
      expect(await rolesAt(lastMoment)).toEqual(['assistant', 'meeting_host']);
      expect(await rolesAt(Temporal.Instant.from(after))).toEqual([]);
    },
  );

  it('tells before what is to come, but not what is over', async () => {
    const { reader } = api.app.get(UnitOfWork);
    const person = await aPerson(reader);
    const { id: institutionId } = await anInstitution(reader);
    const office = await anOffice(reader, { institutionId, kind: 'assistant' });
    await aMandate(reader, { officeId: office.id, personId: person.id, validFrom: day('2027-01-01') });
    await aGrant({ personId: person.id, role: 'funder', institutionId, validFrom: day('2027-02-01') });
    await aGrant({ personId: person.id, role: 'member', institutionId, validUntil: day('2026-03-01') });
    const source = api.app.get(GrantSource);
    const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
    expect(await source.grantsOf(reader, person.id, now)).toEqual([]);
    expect((await source.grantsFrom(reader, person.id, now)).map(({ role }) => role)).toEqual([
      'funder',
      'assistant',
    ]);
  });

  it('with as many questions to the database for ten offices and a hundred members as for one', async () => {
    const { reader } = api.app.get(UnitOfWork);
    const [few, many] = [await aPerson(reader), await aPerson(reader)];
    await coordinate(few.id, 1, 1);
    await coordinate(many.id, 10, 10);
    const source = api.app.get(GrantSource);
    const { dataSource } = api.database;
    const ask = (personId: string) => () => source.grantsOf(reader, personId, api.clock.now());
    const questions = (await queriesOf(dataSource, ask(few.id))).length;
    expect(questions).toBe(4);
    expect(await queriesOf(dataSource, ask(many.id))).toHaveLength(questions);
    const grants = await source.grantsOf(reader, many.id, api.clock.now());
    expect(grants.flatMap(({ beneath }) => beneath)).toHaveLength(100);
  });
});

/** Mandates in so many networks with so many members each, and a meeting to host. */
async function coordinate(personId: string, networks: number, members: number): Promise<void> {
  const { reader } = api.app.get(UnitOfWork);
  for (let count = 0; count < networks; count += 1) {
    const network = await anInstitution(reader, { kind: 'network' });
    const office = await anOffice(reader, { institutionId: network.id, kind: 'network_coordinator' });
    await aMandate(reader, { officeId: office.id, personId });
    for (let each = 0; each < members; each += 1) await aMembership(reader, { institutionId: network.id });
    await aGrant({ personId, role: 'meeting_host', meetingId: (await aMeeting(reader)).id });
  }
}

async function aGrant(fields: object): Promise<void> {
  const { manager } = api.app.get(UnitOfWork).reader;
  const open = { institutionId: null, meetingId: null, validFrom: day('2026-01-01'), validUntil: null };
  await manager.insert('RoleGrant', { id: newId(), ...open, ...fields });
}

function withKey(key: string): TestBrowser {
  return new TestBrowser(api.url, { authorization: `Bearer ${key}` });
}

/** A browser in which the person is signed in. */
async function signedIn(personId: string): Promise<TestBrowser> {
  const { manager } = api.app.get(UnitOfWork).reader;
  const [loginId, sessionId] = [newId(), newId()];
  const address = `${loginId}@firma.example`;
  const now = api.clock.now();
  await manager.insert('Login', { id: loginId, personId, address, addressFolded: address, createdAt: now });
  const { token, hash } = testKeys.derive({ purpose: 'session', rowId: sessionId, generation: 1 });
  const expiresAt = now.add({ hours: 24 * 30 });
  await manager.insert('Session', { id: sessionId, loginId, secretHash: hash, createdAt: now, expiresAt });
  return new TestBrowser(api.url, { 'sec-fetch-site': 'same-origin', cookie: `session=${token}` });
}
