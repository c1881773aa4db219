import type { InstitutionKind } from '#contracts';
import { checkPlace } from './institution.rules.js';
import type { Placed } from './institution.rules.js';

const kinds: readonly InstitutionKind[] = ['network', 'cluster', 'organisation', 'committee'];
const known = new Map(kinds.map((kind) => [`a ${kind}`, { kind }]));
const alone: Placed = { id: 'me', kind: 'cluster', organisationKind: null, operatorId: null, parentId: null };

describe('checkPlace', () => {
  it.each<Partial<Placed>>([
    {},
    { kind: 'committee', parentId: 'a network' },
    { kind: 'committee', parentId: 'a cluster' },
    { kind: 'committee', parentId: 'a organisation' },
    { kind: 'organisation', organisationKind: 'university' },
    { kind: 'network', operatorId: 'a organisation' },
    { id: null, kind: 'cluster', operatorId: 'a organisation' },
  ])('takes %j', (fields) => {
    expect(() => checkPlace({ ...alone, ...fields }, known)).not.toThrow();
  });

  it.each<[string, string, Partial<Placed>]>([
    ['institution.parent-required', '/parentId', { kind: 'committee' }],
    ['institution.own-parent', '/parentId', { kind: 'committee', parentId: 'me' }],
    ['institution.own-parent', '/parentId', { kind: 'cluster', parentId: 'me' }],
    ['institution.not-a-committee', '/parentId', { kind: 'cluster', parentId: 'a network' }],
    ['institution.unknown-parent', '/parentId', { kind: 'committee', parentId: 'nobody' }],
    ['institution.parent-is-committee', '/parentId', { kind: 'committee', parentId: 'a committee' }],
    ['institution.operates-itself', '/operatorId', { kind: 'organisation', operatorId: 'me' }],
    ['institution.unknown-operator', '/operatorId', { operatorId: 'nobody' }],
    ['institution.operator-not-organisation', '/operatorId', { operatorId: 'a network' }],
    ['institution.not-an-organisation', '/organisationKind', { organisationKind: 'company' }],
  ])('refuses with %s at %s: %j', (code, pointer, fields) => {
    expect(() => checkPlace({ ...alone, ...fields }, known)).toThrow(
      expect.objectContaining({ code, params: { pointer } }),
    );
  });
});
