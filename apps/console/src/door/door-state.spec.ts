import { cleanCode, fold, headsOf, overlay, readCode, ways } from './door-state.js';
import type { List, Mark, Row } from './door-state.js';

const row = (key: string, more: Partial<Row> = {}): Row => ({
  key,
  name: key,
  about: '',
  here: false,
  since: null,
  walkIn: false,
  codes: [],
  ...more,
});
const mark = (key: string, here: boolean, more: Partial<Mark> = {}): Mark => ({
  id: `${key}${String(here)}`,
  key,
  here,
  at: 0,
  since: '09:00',
  walkIn: null,
  ...more,
});
const list: List = {
  mark: 'ABCD',
  seatless: ['feed'],
  isClosed: false,
  rows: [row('anna', { codes: ['cafe'] }), row('bert', { here: true })],
};
const guest = { name: 'Rut', organisation: 'Gasthaus', address: null };

describe('what a device shows', () => {
  it('is what the server said, and its own marks on top, the last one last', () => {
    const rows = overlay(list, [
      mark('anna', true),
      mark('bert', false),
      mark('anna', false),
      mark('anna', true),
    ]);
    expect(rows.map(({ key, here }) => [key, here])).toEqual([
      ['anna', true],
      ['bert', false],
    ]);
  });

  it('counts whom one looks for at the door, and apart from them who takes part online', () => {
    const rows = [...list.rows, row('clara', { online: true })];
    const { onSite, online } = ways(overlay({ ...list, rows }, [mark('anna', true), mark('clara', true)]));
    expect([headsOf(onSite), headsOf(online)]).toEqual([
      { here: 2, expected: 2 },
      { here: 1, expected: 1 },
    ]);
    expect(online).toMatchObject([{ key: 'clara', here: true, online: true }]);
  });

  it('adds who walked in, and takes them off again', () => {
    const added = overlay(list, [mark('rut', true, { walkIn: guest })]);
    expect(added.at(-1)).toMatchObject({ name: 'Rut', about: 'Gasthaus', here: true, walkIn: true });
    expect(overlay(list, [mark('rut', true, { walkIn: guest }), mark('rut', false)])).toHaveLength(2);
  });

  it('leaves out a mark of somebody who is no longer on the list', () => {
    expect(overlay(list, [mark('carl', true)])).toEqual(list.rows);
  });
});

const read = (code: string, hash: string) => readCode(code, hash, { list, rows: list.rows });

describe('a code', () => {
  it('is of somebody, of another meeting, without a seat, or nothing', () => {
    expect(read('ABCDEFGHIJKLMNOP', 'cafe01')).toEqual({ row: list.rows[0] });
    expect(read('ZZZZEFGHIJKLMNOP', 'cafe01')).toBe('other-meeting');
    expect(read('ABCDEFGHIJKLMNOP', 'feed01')).toBe('no-seat');
    expect(read('ABCDEFGHIJKLMNOP', 'beef01')).toBe('unknown');
  });

  it('is read with spaces and dashes, and nothing else is', () => {
    expect(cleanCode(' abcd-efgh ijkl-mnop')).toBe('ABCDEFGHIJKLMNOP');
    expect(cleanCode('https://jourfixe.example/i/x')).toBeNull();
  });
});

it('searches without accents', () => {
  expect(fold('Grünberg, Café Groß')).toBe('grunberg, cafe gross');
});
