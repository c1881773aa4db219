import { endpoints } from '#contracts';
import { DomainError } from '#kernel';
import { entityTag, ifMatchOf, needsIfMatch } from './if-match.js';

describe('If-Match', () => {
  it.each([
    ['"1"', 1],
    [' "42" ', 42],
    ['W/"7"', 7],
  ])('reads the version in %s', (header, version) => {
    expect(ifMatchOf(header)).toBe(version);
    expect(ifMatchOf(entityTag(version))).toBe(version);
  });

  it.each([undefined, '', '*', '3', '"0"', '"-1"', '"1", "2"', '"1e3"', `"${'9'.repeat(10)}"`])(
    'asks for a version instead of %s',
    (header) => {
      expect(() => ifMatchOf(header)).toThrow(new DomainError('version.required'));
    },
  );

  it('is needed where a row with a version is changed, and nowhere else', () => {
    const needed = Object.values(endpoints)
      .filter(needsIfMatch)
      .map(({ method, path }) => `${method} ${path}`);
    expect(needed).toContain('PATCH /meetings/:id');
    expect(needed).toContain('POST /meetings/:id/cancel');
    expect(needed.filter((one) => one.startsWith('GET') || !one.includes(':id'))).toEqual([]);
  });
});
