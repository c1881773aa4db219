import { differenceOf } from './merge-patch.js';

interface Fields {
  readonly name: { readonly de?: string; readonly en?: string };
  readonly phone: string | null;
  readonly seats: number;
}

const current: Fields = { name: { de: 'A', en: 'B' }, phone: '1', seats: 2 };

describe('differenceOf', () => {
  it('holds what differs, as it was and as it is', () => {
    expect(differenceOf(current, { phone: null, seats: 2 })).toEqual({
      before: { phone: '1' },
      after: { phone: null },
    });
  });

  it('takes a text as one value', () => {
    expect(differenceOf(current, { name: { de: 'A' } })).toEqual({
      before: { name: current.name },
      after: { name: { de: 'A' } },
    });
  });

  it.each([{}, { seats: 2 }, { phone: undefined }, { name: { en: 'B', de: 'A' } }])(
    'is null for %j',
    (patch) => {
      expect(differenceOf<Fields>(current, patch)).toBeNull();
    },
  );
});
