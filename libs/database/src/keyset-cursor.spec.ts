import { Temporal } from '#kernel';
import { decodeCursor, encodeCursor } from './keyset-cursor.js';
import { idPart } from './keyset.js';
import type { Keyset } from './keyset.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly at: Temporal.Instant;
}

const id = '0193b0a4-9d3e-7cc3-98c4-dc0c0c07398f';
const at = Temporal.Instant.from('2027-03-04T09:00:00.123456Z');
const byName: Keyset<Row> = {
  list: 'rows',
  parts: [{ path: 'row.name', kind: 'text', of: (row) => row.name }, idPart('row.id')],
};
const byTime: Keyset<Row> = {
  list: 'rows',
  parts: [{ path: 'row.at', kind: 'instant', of: (row) => row.at }, idPart('row.id')],
};

describe('a cursor', () => {
  it('gives back the key it was made of, umlauts and microseconds included', () => {
    const row = { id, name: 'Öko "Zürich" \\', at };
    expect(decodeCursor(encodeCursor(row, byName), byName)).toEqual([row.name, id]);
    expect(decodeCursor(encodeCursor(row, byTime), byTime)).toEqual(['2027-03-04T09:00:00.123456Z', id]);
  });

  it('is made of characters that need no escaping in an address', () => {
    expect(encodeCursor({ id, name: '>>>???ÿÿÿ', at }, byName)).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', Buffer.from('rows').toString('base64url')],
    ['no list', written({ list: 'rows' })],
    ['another list', written(['others', 'A', id])],
    ['a part too few', written(['rows', 'A'])],
    ['a part too many', written(['rows', 'A', id, id])],
    ['a number for a text', written(['rows', 1, id])],
    ['a NUL', written(['rows', 'A\u0000', id])],
    ['no id', written(['rows', 'A', `${id}' OR true --`])],
  ])('is refused with %s', (_, cursor) => {
    expect(() => decodeCursor(cursor, byName)).toThrow('request.broken-cursor');
  });

  it.each(['+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z', '2027-03-04T09:00:00+01:00', 'infinity', ''])(
    'is refused with %p for an instant',
    (text) => {
      expect(() => decodeCursor(written(['rows', text, id]), byTime)).toThrow('request.broken-cursor');
    },
  );
});

function written(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
