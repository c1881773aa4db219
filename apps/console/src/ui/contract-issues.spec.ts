import { endpoints } from '#contracts';
import { issuesOf, pathOfPointer } from './contract-issues.js';

describe('issuesOf', () => {
  it('says what the contract says, and that an empty field is missing', () => {
    const body = { token: 'a'.repeat(32), givenName: '', familyName: 'B'.repeat(101), address: 'kaputt' };
    expect(issuesOf(endpoints.setUp.body, body)).toEqual([
      { path: 'givenName', code: 'validation.required', params: { minimum: 1 } },
      { path: 'familyName', code: 'validation.too-long', params: { maximum: 100 } },
      { path: 'address', code: 'validation.not-an-address', params: {} },
    ]);
  });

  it('is silent about a good body', () => {
    const body = { token: 'a'.repeat(32), givenName: 'A', familyName: 'B', address: 'a@b.example' };
    expect(issuesOf(endpoints.setUp.body, body)).toEqual([]);
  });
});

describe('pathOfPointer', () => {
  it('reads RFC 6901', () => {
    expect(['/title/de', '/addresses/0', '/a~1b', '', '?limit'].map(pathOfPointer)).toEqual([
      'title.de',
      'addresses.0',
      'a/b',
      '',
      '',
    ]);
  });
});
