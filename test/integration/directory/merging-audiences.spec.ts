import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Reader } from '#database';
import { MergePeople } from '#directory';
import { anAudience, aTag, ruleOf } from '../../factories/audience.factory.js';
import { aPerson } from '../../factories/directory.factory.js';
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
