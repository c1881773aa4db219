import { noWrites } from './plan.js';
import type { ImportWrites } from './plan.js';
import { TagPlanner } from './tag-planner.js';

const known = {
  institutionId: 'keeper',
  tags: [{ id: 'board', name: 'Vorstand' }],
  taggings: [{ subjectId: 'ada', tagId: 'board' }],
  mayTag: true,
};
const ada = { kind: 'person', id: 'ada' } as const;
const ben = { kind: 'person', id: 'ben' } as const;

function commit(part: ReturnType<TagPlanner['plan']>, writes: ImportWrites): void {
  if (part !== undefined && 'commit' in part) part.commit(writes);
}

describe('the tags of a row', () => {
  it('are none where none is named, and nothing new for who carries them', () => {
    const planner = new TagPlanner(known);
    expect(planner.plan(undefined, ada)).toBeUndefined();
    expect(planner.plan(['vorstand', 'Vorstand '], ada)).toMatchObject({ state: 'unchanged', changes: [] });
  });

  it('are made once for all rows, whatever their case', () => {
    const planner = new TagPlanner(known);
    const writes = noWrites();
    for (const [names, bearer] of [
      [['Vorstand', 'Presse'], ben],
      [['PRESSE'], ada],
      [['presse'], ben],
    ] as const) {
      commit(planner.plan(names, bearer), writes);
    }
    expect(writes.tags).toEqual([{ id: expect.any(String), name: 'Presse', institutionId: 'keeper' }]);
    const press = writes.tags[0]?.id;
    expect(writes.taggings).toEqual([
      { ...ben, tagIds: ['board', press] },
      { ...ada, tagIds: [press] },
    ]);
  });

  it('are not made by a row that is left out', () => {
    const planner = new TagPlanner(known);
    const writes = noWrites();
    planner.plan(['Presse'], ben);
    expect(writes).toEqual(noWrites());
    commit(planner.plan(['Presse'], ben), writes);
    expect(writes.tags).toHaveLength(1);
  });

  it('are a problem, with the column, where the actor may not give them', () => {
    const planner = new TagPlanner({ ...known, mayTag: false, tags: [], taggings: [] });
    expect(planner.plan(['Presse'], ben)).toEqual({
      problem: { field: 'tags', code: 'import.no-tags', params: {} },
    });
    expect(planner.plan(undefined, ben)).toBeUndefined();
  });
});
