import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { MergePeople } from '#directory';
import { anAudience, aTag, ruleOf } from '../../factories/audience.factory.js';
import { Temporal } from '#kernel';
import { anOffice, aPerson } from '../../factories/directory.factory.js';
import { aDeputy } from '../../factories/handover.factory.js';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
let reader: Reader;
let merging: MergePeople;
beforeAll(async () => {
  api = await startTestApi();
  ({ reader } = api.app.get(UnitOfWork));
  merging = api.app.get(MergePeople);
});
afterAll(() => api.close());

const day = (text: string) => Temporal.PlainDate.from(text);

it('a merge moves tags, and names the one who stays in audiences that name the other', async () => {
  const [own, other] = [await aPerson(reader), await aPerson(reader)];
  const pair = { survivorId: own.id, otherId: other.id };
  const tag = await aTag(reader);
  for (const { id } of [own, other]) {
    await reader.manager.insert('PersonTag', { tagId: tag.id, personId: id });
  }
  const audience = await anAudience(reader, { rule: ruleOf({ kind: 'people', personIds: [other.id] }) });
  const { effects } = await merging.preview(systemActor(), pair);
  expect(effects.map(({ kind, count }) => [kind, count])).toEqual([
    ['tags', 1],
    ['audiences', 1],
  ]);
  const versions = { own: own.version, other: other.version };
  await merging.merge(systemActor(), { ...pair, versions, choices: {}, preferredAddress: null });
  expect(await api.database.dataSource.query('SELECT tag_id, person_id FROM person_tag')).toEqual([
    { tag_id: tag.id, person_id: own.id },
  ]);
  expect(await api.database.dataSource.query('SELECT rule, version FROM audience')).toEqual([
    { rule: { ...audience.rule, include: [{ kind: 'people', personIds: [own.id] }] }, version: 2 },
  ]);
});

it('a merge moves deputyships, keeping the better rank of two for one office at the same time', async () => {
  const [own, other] = [await aPerson(reader), await aPerson(reader)];
  const pair = { survivorId: own.id, otherId: other.id };
  const both = await anOffice(reader);
  const later = await anOffice(reader);
  const single = await anOffice(reader);
  await aDeputy(reader, { officeId: both.id, personId: own.id, rank: 2 });
  await aDeputy(reader, { officeId: both.id, personId: other.id, rank: 1 });
  const until = { validUntil: day('2026-01-31') };
  await aDeputy(reader, { officeId: later.id, personId: own.id, rank: 2, ...until });
  await aDeputy(reader, { officeId: later.id, personId: other.id, rank: 1, validFrom: day('2026-02-01') });
  await aDeputy(reader, { officeId: single.id, personId: other.id, rank: 3 });
  const { effects } = await merging.preview(systemActor(), pair);
  expect(effects.map(({ kind, count }) => [kind, count])).toEqual([
    ['deputies-moved', 3],
    ['deputies-removed', 1],
  ]);
  expect(effects[1]?.items).toMatchObject([{ on: day('2026-01-01') }]);
  const versions = { own: own.version, other: other.version };
  await merging.merge(systemActor(), { ...pair, versions, choices: {}, preferredAddress: null });
  expect(
    await api.database.dataSource.query(
      'SELECT office_id AS office, rank FROM deputy WHERE person_id = $1 ORDER BY rank, valid_from',
      [own.id],
    ),
  ).toEqual([
    { office: both.id, rank: 1 },
    { office: later.id, rank: 1 },
    { office: later.id, rank: 2 },
    { office: single.id, rank: 3 },
  ]);
  expect(await api.database.dataSource.query('SELECT id FROM deputy')).toHaveLength(4);
});
