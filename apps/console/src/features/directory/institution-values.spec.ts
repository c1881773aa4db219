import { slugOf } from './institution-values.js';

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
