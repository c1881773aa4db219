import { issuesOf } from '../../ui/contract-issues.js';
import { emptyInstitution, institutionBody, institutionForm, slugOf } from './institution-values.js';

describe('slugOf', () => {
  it.each([
    ['Cluster Chemie/Kunststoffe', 'cluster-chemie-kunststoffe'],
    ['Wirtschaftsinitiative für Mitteldeutschland', 'wirtschaftsinitiative-fuer-mitteldeutschland'],
    ['  Straße & Café  ', 'strasse-cafe'],
    ['', ''],
  ])('%s gives %s', (name, expected) => {
    expect(slugOf(name)).toBe(expected);
  });
});

describe('institutionBody', () => {
  it('sends nothing that the kind does not have', () => {
    const filled = {
      ...emptyInstitution('cluster', 'a'),
      field: { de: 'Chemie', en: '' },
      organisationKind: 'company',
      operatorId: 'b',
      memberOf: 'c',
    } as const;
    expect(institutionBody({ ...filled, laender: [] })).toMatchObject({
      field: { de: 'Chemie' },
      organisationKind: null,
      operatorId: 'b',
      parentId: null,
      memberOf: 'c',
    });
    expect(institutionBody({ ...filled, kind: 'committee', laender: [] })).toMatchObject({
      field: null,
      organisationKind: null,
      operatorId: null,
      parentId: 'a',
      memberOf: null,
    });
    expect(institutionBody({ ...filled, kind: 'organisation', laender: [] })).toMatchObject({
      organisationKind: 'company',
      operatorId: null,
    });
  });
});

describe('institutionForm', () => {
  const named = { name: { de: 'Beirat', en: '' }, slug: 'beirat' };
  const body = (kind: 'committee' | 'cluster', parentId: string | null) =>
    institutionBody({ ...emptyInstitution(kind, parentId), ...named });
  const parent = '0190c0de-0000-7000-8000-000000000001';

  it('refuses a committee of nothing, at the field', () => {
    const issue = { path: 'parentId', code: 'institution.parent-required', params: {} };
    expect(issuesOf(institutionForm, body('committee', null))).toMatchObject([issue]);
  });

  it.each([
    ['committee', parent],
    ['cluster', null],
  ] as const)('takes a %s of %s', (kind, parentId) => {
    expect(issuesOf(institutionForm, body(kind, parentId))).toEqual([]);
  });
});
