import { clauseKinds, emptyRule, finishedRule, isComplete, newClause, usualRule } from './rule-draft.js';

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

describe('usualRule', () => {
  const network = '0190c0de-0000-7000-8000-00000000000a';

  it('asks the managers of the clusters of the network that holds the meeting, not of the first', () => {
    const { include } = usualRule({ id: 'own', kind: 'network' }, network);
    expect(include).toMatchObject([{ kind: 'network-offices', networkId: 'own', members: 'clusters' }]);
  });

  it('asks the members of the cluster that holds the meeting', () => {
    const { include } = usualRule({ id: 'own', kind: 'cluster' }, network);
    expect(include).toEqual([{ kind: 'members', institutionId: 'own', contactTagId: null }]);
  });

  it.each(['organisation', 'committee'] as const)('asks the network for the meeting of an %s', (kind) => {
    expect(usualRule({ id: 'own', kind }, network).include).toMatchObject([{ networkId: network }]);
    expect(usualRule({ id: 'own', kind }, null)).toEqual({ include: [], exclude: [] });
  });
});
