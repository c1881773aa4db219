import { asLanguage, errorText, formatList, pickLanguage, translator } from './index.js';

describe('translator', () => {
  it('speaks each language, with its plural forms', () => {
    expect([1, 3].map((count) => translator('de')('common.people', { count }))).toEqual([
      '1 Person',
      '3 Personen',
    ]);
    expect([1, 3].map((count) => translator('en')('common.people', { count }))).toEqual([
      '1 person',
      '3 people',
    ]);
  });

  it('accepts only keys that exist', () => {
    // @ts-expect-error the key is misspelt, and the compiler says so
    expect(translator('de')('common.answer.yess')).toBe('common.answer.yess');
  });

  it('never interprets a value', () => {
    const zone = '{{requestId}} $t(common.brand) <i>';
    expect(translator('en')('errors.meeting.unknown-zone', { zone })).toContain(zone);
  });
});

describe('errorText', () => {
  it('gives the text with its parameters, and a general one for an unknown code', () => {
    const t = translator('de');
    expect(errorText(t, 'validation.too-long', { maximum: 200 })).toContain('200 Zeichen');
    expect(errorText(t, 'validation.not-one-of', { options: ['a', 'b'] })).toContain('a, b');
    expect(errorText(t, 'constructor')).toBe(errorText(t, 'unknown'));
    expect(errorText(t, 'validation')).toBe(errorText(t, 'unknown'));
  });
});

describe('pickLanguage', () => {
  it.each([
    [undefined, 'de'],
    ['', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['fr-FR, de;q=0.5, en;q=0.7', 'en'],
    ['fr, es', 'de'],
    ['EN', 'en'],
    ['en;q=0, de;q=0.1', 'de'],
    ['en;q=x, *', 'de'],
  ])('%s gives %s', (header, expected) => {
    expect(pickLanguage(header)).toBe(expected);
  });

  it('takes only a language there is', () => {
    expect(['de', 'en', 'fr', '', null, ['de']].map(asLanguage)).toEqual([
      'de',
      'en',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('formatList', () => {
  it('joins with the right word', () => {
    expect([formatList(['A', 'B', 'C'], 'de'), formatList(['A', 'B'], 'en')]).toEqual([
      'A, B und C',
      'A and B',
    ]);
  });
});
