import { importFields } from '#contracts';
import type { ImportKind } from '#contracts';
import { translator } from '#i18n';
import { guessMapping, signatureOf } from './mapping.js';
import { parseAddresses, parseDay, parseLand, parseSalutation } from './parse-value.js';
import { readRecord } from './record.js';

describe('guessing what columns are', () => {
  it.each<[ImportKind, 'de' | 'en']>([
    ['people', 'de'],
    ['people', 'en'],
    ['members', 'de'],
    ['members', 'en'],
  ])('knows our own titles for %s in %s', (kind, language) => {
    const t = translator(language);
    const titles = importFields[kind].map((field) => t(`import.fields.${field}`));
    expect(guessMapping(kind, titles)).toEqual(importFields[kind]);
  });

  it.each<[ImportKind, readonly string[], readonly (string | null)[]]>([
    [
      'people',
      ['Nachname', 'Vorname', 'E-Mail', 'Lieblingsfarbe'],
      ['familyName', 'givenName', 'email', null],
    ],
    [
      'people',
      ['Last Name', 'First name', 'e-mail', 'Title'],
      ['familyName', 'givenName', 'email', 'academicTitle'],
    ],
    [
      'members',
      ['FIRMA', 'Ort', 'Bundesland', 'Mitglied seit'],
      ['organisation', 'seat', 'land', 'memberSince'],
    ],
    ['members', ['Name', 'Nachname'], ['organisation', 'familyName']],
    ['people', ['E-Mail', 'email'], ['email', null]],
  ])('takes %s with %j for %j', (kind, columns, mapping) => {
    expect(guessMapping(kind, columns)).toEqual(mapping);
  });

  it('remembers a form by its titles, not by how they are written', () => {
    expect(signatureOf('people', ['Vor-Name', 'E-Mail'])).toBe(signatureOf('people', ['vorname', 'EMail']));
    expect(signatureOf('people', ['a', 'b'])).not.toBe(signatureOf('people', ['b', 'a']));
  });
});

describe('understanding a cell', () => {
  it.each([
    ['31.12.2027', '2027-12-31'],
    ['1.2.27', '2027-02-01'],
    ['01/02/1999', '1999-02-01'],
    ['1.1.99', '1999-01-01'],
    ['2027-12-31', '2027-12-31'],
    ['2027-12-31 00:00:00', '2027-12-31'],
    ['46752', '2027-12-31'],
    ['36526,5', '2000-01-01'],
  ])('%s is the day %s', (text, day) => {
    expect(parseDay(text)).toMatchObject({ value: expect.objectContaining({}) });
    const parsed = parseDay(text);
    expect('value' in parsed && parsed.value.toString()).toBe(day);
  });

  it.each(['31.02.2027', 'bald', '2027', '32.1.2027'])('%s is no day', (text) => {
    expect(parseDay(text)).toEqual({ code: 'import.not-a-day', params: { value: text } });
  });

  it.each([
    ['Frau', 'frau'],
    ['Herrn', 'herr'],
    ['Ms.', 'frau'],
    ['MR', 'herr'],
    ['divers', 'none'],
  ])('%s is the salutation %s', (text, value) => {
    expect(parseSalutation(text)).toEqual({ value });
  });

  it.each([
    ['Thüringen', 'TH'],
    ['nw', 'NW'],
    ['Nordrhein-Westfalen', 'NW'],
    ['Saxony-Anhalt', 'ST'],
  ])('%s is the Land %s', (text, value) => {
    expect(parseLand(text)).toEqual({ value });
  });

  it('takes several addresses, and a line break for an attack', () => {
    expect(parseAddresses('a@x.example; b@x.example, mailto:c@x.example')).toEqual({
      value: ['a@x.example', 'b@x.example', 'c@x.example'],
    });
    expect(parseAddresses('a@x.example\r\nBcc: b@x.example')).toEqual({
      code: 'import.address-line-break',
      params: {},
    });
  });
});

describe('reading a row', () => {
  it.each(['=1+1', '@SUM(A1)', '-cmd|x', '+A1'])('refuses the formula %s', (cell) => {
    expect(readRecord({ row: 2, cells: [cell] }, ['givenName']).problems).toEqual([
      { field: 'givenName', code: 'import.formula', params: {} },
    ]);
  });

  it('keeps telephone numbers, takes our own apostrophe away and a dash for nothing', () => {
    const mapping = ['phone', 'position', 'givenName'] as const;
    expect(readRecord({ row: 2, cells: ["'+49 341/1", '-', 'Kim'] }, mapping)).toEqual({
      row: 2,
      values: { phone: '+49 341/1', givenName: 'Kim' },
      problems: [],
    });
  });
});
