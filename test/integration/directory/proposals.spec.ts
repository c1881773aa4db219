import { scopeOf } from '#access';
import type { Actor } from '#access';
import {
  changePerson,
  decideProposal,
  getPerson,
  listOwnProposals,
  listProposals,
  noteAcquaintance,
  proposeChange,
} from '#directory';
import type { Institution, Person } from '#directory';
import { Temporal } from '#kernel';
import { anInstitution, aPerson } from '../../factories/directory.factory.js';
import { queriesOf } from '../../support/count-queries.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const now = Temporal.Instant.from('2026-03-02T09:00:00Z');

let home: Institution;
let host: Institution;
let guest: Person;
let atHome: Actor;
let outside: Actor;
beforeEach(async () => {
  home = await anInstitution(database.reader);
  host = await anInstitution(database.reader);
  guest = await aPerson(database.reader, { familyName: 'Gast', homeInstitutionId: home.id, phone: '1' });
  atHome = managerOf(home, await aPerson(database.reader));
  outside = managerOf(host, await aPerson(database.reader, { givenName: 'Bo', familyName: 'Aussen' }));
  await database.run((tx) =>
    noteAcquaintance(tx, { institutionIds: [host.id], personIds: [guest.id], at: now }),
  );
});

describe('a change proposed from outside', () => {
  it('is refused as a change, kept as a proposal, and made when it is accepted at home', async () => {
    const patch = { phone: '2', addresses: ['neu@x.example'] };
    await expect(
      database.run((tx) => changePerson(tx, acting(outside), { id: guest.id, ifMatch: 1, patch })),
    ).rejects.toMatchObject({ code: 'access.denied' });
    const { id } = await propose(patch, 'Neue Nummer');
    const { items } = await listProposals(database.reader, scopeOf(atHome, 'person.change'), { limit: 10 });
    expect(items).toMatchObject([
      {
        id,
        patch,
        note: 'Neue Nummer',
        person: { id: guest.id, phone: '1' },
        proposer: { name: 'Bo Aussen' },
      },
    ]);
    await accept(id);
    await accept(id);
    const person = await getPerson(database.reader, scopeOf(atHome, 'person.read'), guest.id);
    expect([person.phone, person.addresses[0]?.address, person.version]).toEqual(['2', 'neu@x.example', 2]);
    expect(await database.rows('SELECT action, actor_person_id FROM audit_entry ORDER BY id')).toEqual([
      { action: 'person.propose', actor_person_id: outside.personId },
      { action: 'person.change', actor_person_id: atHome.personId },
      { action: 'proposal.accept', actor_person_id: atHome.personId },
    ]);
  });

  it('changes nothing when it is declined, and cannot be accepted any more', async () => {
    const { id } = await propose({ phone: '2' });
    await decide(id, false);
    await expect(accept(id)).rejects.toMatchObject({ code: 'proposal.decided' });
    expect(await database.rows('SELECT phone, version FROM person WHERE id = $1', [guest.id])).toEqual([
      { phone: '1', version: 1 },
    ]);
  });

  it('is not accepted over a change that came meanwhile', async () => {
    const { id } = await propose({ phone: '2' });
    const patch = { phone: '3' };
    await database.run((tx) => changePerson(tx, acting(atHome), { id: guest.id, ifMatch: 1, patch }));
    await expect(accept(id)).rejects.toMatchObject({ code: 'version.stale' });
    expect(await database.rows('SELECT state FROM person_proposal')).toEqual([{ state: 'open' }]);
  });

  it('needs a person who is reached, is at home elsewhere, and something to change', async () => {
    await expect(propose({})).rejects.toMatchObject({ code: 'proposal.empty' });
    await expect(propose({ phone: '2' }, null, atHome)).rejects.toMatchObject({
      code: 'proposal.not-needed',
    });
    const unknown = await aPerson(database.reader, { homeInstitutionId: home.id });
    await expect(
      database.run((tx) =>
        proposeChange(tx, acting(outside), { personId: unknown.id, patch: { phone: '2' }, note: null }),
      ),
    ).rejects.toMatchObject({ code: 'person.not-found' });
  });

  it('is decided at home only, and shows whoever made it nothing but what they wrote', async () => {
    const { id } = await propose({ phone: '2' });
    await expect(decide(id, true, outside)).rejects.toMatchObject({ code: 'access.denied' });
    const scope = scopeOf(outside, 'person.change');
    expect((await listProposals(database.reader, scope, { limit: 10 })).items).toEqual([]);
    const own = await listOwnProposals(database.reader, outside.personId ?? '', { limit: 10 });
    expect(own.items).toEqual([
      {
        id,
        personId: guest.id,
        patch: { phone: '2' },
        note: null,
        state: 'open',
        proposedAt: now,
        decidedAt: null,
      },
    ]);
    const others = await listOwnProposals(database.reader, atHome.personId ?? '', { limit: 10 });
    expect(others.items).toEqual([]);
  });

  it('is listed with as many queries as three are', async () => {
    const list = () => listProposals(database.reader, scopeOf(atHome, 'person.change'), { limit: 10 });
    await propose({ phone: '2' });
    const one = await queriesOf(database.dataSource, list);
    await propose({ phone: '3' });
    await propose({ phone: '4' });
    expect(await queriesOf(database.dataSource, list)).toHaveLength(one.length);
  });
});

function propose(patch: { phone?: string; addresses?: string[] }, note: string | null = null, by = outside) {
  return database.run((tx) => proposeChange(tx, acting(by), { personId: guest.id, patch, note }));
}

function accept(id: string) {
  return decide(id, true);
}

function decide(id: string, accepted: boolean, by = atHome) {
  return database.run((tx) => decideProposal(tx, acting(by), { id, accepted, ifMatch: 1 }));
}

function acting(actor: Actor) {
  return { actor, now };
}

function managerOf({ id }: Institution, { id: personId }: Person): Actor {
  const grant = {
    role: 'cluster_manager' as const,
    institutionId: id,
    meetingId: null,
    own: [id],
    beneath: [],
  };
  return { personId, channel: 'host', grants: [grant], requestId: null };
}
