import { emptyInstitution, institutionBody, slugOf } from './institution-values.js';

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
