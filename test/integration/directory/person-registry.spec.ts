import { DirectoryPersonRegistry } from '#directory';
import { newId, Temporal } from '#kernel';
import { aPerson } from '../../factories/directory.factory.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const registry = new DirectoryPersonRegistry();
const createdAt = Temporal.Instant.from('2026-03-02T09:00:00Z');
const facts = {
  academicTitle: null,
  givenName: 'Kim',
  familyName: 'Beispiel',
  salutation: 'none',
  language: 'en',
} as const;

describe('the people that signing in asks for', () => {
  it('are added with their address and found by it, whatever its case', async () => {
    const id = await database.run((tx) =>
      registry.add(tx, { ...facts, address: 'Kim@X.example', createdAt }),
    );
    await aPerson(database.reader, { addresses: ['kim@xx.example'] });
    expect(await registry.find(database.reader, id)).toMatchObject(facts);
    expect(await registry.listByAddress(database.reader, 'kim@x.EXAMPLE')).toEqual([id]);
  });

  it('are several where a mailbox is shared, and none where nobody has the address', async () => {
    const one = await aPerson(database.reader, { addresses: ['office@x.example'] });
    const other = await aPerson(database.reader, { addresses: ['other@x.example', 'office@x.example'] });
    const found = await registry.listByAddress(database.reader, 'office@x.example');
    expect(new Set(found)).toEqual(new Set([one.id, other.id]));
    expect(await registry.listByAddress(database.reader, 'nobody@x.example')).toEqual([]);
    expect(await registry.find(database.reader, newId())).toBeNull();
  });
});
