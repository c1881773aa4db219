import { Temporal } from '#kernel';
import { uniteMandates } from './unite-mandates.rules.js';

describe('mandates of two people who are one', () => {
  it.each([
    ['apart', ['a 2026-01-01/2026-03-31', 'b 2026-04-01/'], [], []],
    ['the second within the first', ['a 2026-01-01/', 'b 2026-02-01/2026-03-31'], [], ['b']],
    ['the second beyond the first', ['a 2026-01-01/2026-03-31', 'b 2026-02-01/'], ['b 2026-04-01/'], []],
    ['begun together, one longer', ['a 2026-01-01/2026-03-31', 'b 2026-01-01/'], [], ['a']],
    ['the same', ['a 2026-01-01/', 'b 2026-01-01/'], [], ['b']],
    [
      'a chain',
      ['a 2026-01-01/2026-02-28', 'b 2026-02-01/2026-03-31', 'c 2026-03-31/'],
      ['b 2026-03-01/2026-03-31', 'c 2026-04-01/'],
      [],
    ],
  ])('%s', (_, mandates, shortened, removed) => {
    const united = uniteMandates(mandates.map((text) => mandate(text)));
    expect(united.shortened.map(written)).toEqual(shortened);
    expect(united.removed.map(({ id }) => id)).toEqual(removed);
  });

  it('has nothing to do with other offices', () => {
    const mandates = [mandate('a 2026-01-01/'), { ...mandate('b 2026-01-01/'), officeId: 'other' }];
    expect(uniteMandates(mandates)).toEqual({ shortened: [], removed: [] });
  });
});

function mandate(text: string) {
  const [id = '', period = ''] = text.split(' ');
  const [from = '', until = ''] = period.split('/');
  return {
    id,
    officeId: 'office',
    validFrom: Temporal.PlainDate.from(from),
    validUntil: until === '' ? null : Temporal.PlainDate.from(until),
  };
}

function written({ id, validFrom, validUntil }: ReturnType<typeof mandate>): string {
  return `${id} ${validFrom.toString()}/${validUntil?.toString() ?? ''}`;
}
