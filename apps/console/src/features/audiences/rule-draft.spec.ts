import { clauseKinds, emptyRule, finishedRule, isComplete, newClause } from './rule-draft.js';

const person = { kind: 'people' as const, personIds: ['01a21f7e-0142-7536-9972-66ae67974d54'] };

describe('the rows of a rule', () => {
  it.each(clauseKinds)('of the kind %s say nothing at first', (kind) => {
    expect(finishedRule({ include: [newClause(kind)], exclude: [] })).toBeNull();
  });

  it('make a rule as soon as one inclusion says enough, without those that do not', () => {
    const draft = { include: [newClause('tag'), person], exclude: [newClause('committee')] };
    expect(finishedRule(draft)).toEqual({ include: [person], exclude: [] });
    expect(isComplete(draft)).toBe(false);
    expect(isComplete({ include: [person], exclude: [person] })).toBe(true);
  });

  it('are no rule with exclusions alone, nor with none at all', () => {
    expect(finishedRule({ include: [], exclude: [person] })).toBeNull();
    expect(isComplete(emptyRule)).toBe(false);
  });
});
