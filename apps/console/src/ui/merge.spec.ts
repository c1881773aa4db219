import { changedParts, mergeValues } from './merge.js';

describe('changedParts', () => {
  it('keeps only what differs, nested values as a whole', () => {
    const before = { title: { de: 'A', en: 'B' }, city: 'Halle', capacity: 20 };
    expect(
      changedParts(before, { ...before, title: { de: 'A' } as typeof before.title, capacity: 20 }),
    ).toEqual({
      title: { de: 'A' },
    });
  });
});

describe('mergeValues', () => {
  it('takes the other’s fields where nothing was typed and keeps what was typed', () => {
    const base = { title: 'A', city: 'Halle', room: '1', note: '' };
    const typed = { title: 'A', city: 'Jena', room: '2', note: 'x' };
    const fresh = { title: 'B', city: 'Leipzig', room: '2', note: '' };
    expect(mergeValues(base, typed, fresh)).toEqual({
      values: { title: 'B', city: 'Jena', room: '2', note: 'x' },
      theirs: ['title', 'city', 'room'],
      both: ['city'],
    });
  });
});
