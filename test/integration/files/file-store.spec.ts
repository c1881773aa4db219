import { maxFileBytes, PostgresFileStore } from '#files';
import { newId, sha256, Temporal } from '#kernel';
import { untilBlocked } from '../../support/until-blocked.js';
import { useDatabase } from '../../support/use-database.js';

describe('FileStore', () => {
  const database = useDatabase();
  const store = new PostgresFileStore();
  const at = Temporal.Instant.from('2027-03-01T08:00:00Z');
  const bytes = Buffer.from('Name;Ort\r\nMüller;Halle\r\n');
  const id = sha256(bytes);
  const owner = { kind: 'import', id: newId() };
  const another = { kind: 'institution-logo', id: newId() };
  const put = (content: Uint8Array) =>
    database.run((tx) => store.put(tx, { bytes: content, owner, public: false, at }));
  const counts = () =>
    database.rows(
      'SELECT (SELECT count(*)::int FROM file) AS files, (SELECT count(*)::int FROM file_use) AS uses',
    );

  it('gives back the same bytes by their hash, with the type that they have', async () => {
    const facts = await database.run((tx) => store.put(tx, { bytes, owner, public: false, at }));
    expect(facts).toEqual({ id, size: bytes.length, type: 'text/plain' });
    const found = await store.get(database.reader, id);
    expect({ ...found, bytes: Buffer.from(found.bytes).toString() }).toEqual({
      ...facts,
      bytes: bytes.toString(),
    });
  });

  it('keeps the same bytes once, however often and by whomever they are put', async () => {
    await database.run((tx) => store.put(tx, { bytes, owner, public: false, at }));
    await database.run((tx) => store.put(tx, { bytes, owner, public: false, at }));
    await database.run((tx) => store.put(tx, { bytes, owner: another, public: true, at }));
    expect(await counts()).toEqual([{ files: 1, uses: 2 }]);
  });

  it('is public only while somebody who made it public has it', async () => {
    await database.run((tx) => store.put(tx, { bytes, owner, public: false, at }));
    expect(await store.findPublic(database.reader, id)).toBeNull();
    await database.run((tx) => store.put(tx, { bytes, owner: another, public: true, at }));
    expect(await store.findPublic(database.reader, id)).toMatchObject({ id });
    await database.run((tx) => store.release(tx, id, another));
    expect(await store.findPublic(database.reader, id)).toBeNull();
  });

  it('lets a file go with the last who needs it, and not before', async () => {
    await database.run((tx) => store.put(tx, { bytes, owner, public: false, at }));
    await database.run((tx) => store.put(tx, { bytes, owner: another, public: true, at }));
    await database.run((tx) => store.release(tx, id, owner));
    await database.run((tx) => store.release(tx, id, owner));
    expect(await counts()).toEqual([{ files: 1, uses: 1 }]);
    await database.run((tx) => store.release(tx, id, another));
    expect(await counts()).toEqual([{ files: 0, uses: 0 }]);
    await expect(store.get(database.reader, id)).rejects.toMatchObject({ code: 'file.not-found' });
  });

  it('keeps a file that somebody takes up while its last owner lets it go', async () => {
    await database.run((tx) => store.put(tx, { bytes, owner, public: false, at }));
    let released: Promise<void> = Promise.resolve();
    await database.run(async (tx) => {
      await store.put(tx, { bytes, owner: another, public: true, at });
      released = database.run((other) => store.release(other, id, owner));
      await untilBlocked(database);
    });
    await released;
    expect(await counts()).toEqual([{ files: 1, uses: 1 }]);
  });

  it('refuses no bytes and too many, and keeps nothing of them', async () => {
    await expect(put(Buffer.alloc(0))).rejects.toMatchObject({ code: 'file.empty' });
    await expect(put(Buffer.alloc(maxFileBytes + 1, 'x'))).rejects.toMatchObject({
      code: 'file.too-large',
      params: { megabytes: 20 },
    });
    await expect(put(Buffer.alloc(maxFileBytes, 'x'))).resolves.toMatchObject({ size: maxFileBytes });
    expect(await counts()).toEqual([{ files: 1, uses: 1 }]);
  });
});
