import { assert, integer, property, tuple } from 'fast-check';
import { accentOf, contrast, paper } from './accent.js';

describe('accentOf', () => {
  it('keeps a colour that reads well', () => {
    expect(accentOf('#0b5d4e').onLight).toBe('#0b5d4e');
  });

  it('takes ours for none or a broken one', () => {
    expect(accentOf(null)).toEqual(accentOf('red'));
  });

  it('makes any colour readable at 4.5:1 on light paper, beneath white text and on dark paper', () => {
    const channel = integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
    assert(
      property(tuple(channel, channel, channel), (channels) => {
        const { onLight, onDark } = accentOf(`#${channels.join('')}`);
        expect(contrast(onLight, paper.light)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(onLight, '#ffffff')).toBeGreaterThanOrEqual(4.5);
        expect(contrast(onDark, paper.dark)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
