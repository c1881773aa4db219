import { breakLines, fitText } from './break-lines.js';

/** Every letter is as wide as the next. */
const measure = (text: string) => text.length;

describe('breakLines', () => {
  it.each([
    ['Kim Beispiel', 20, ['Kim Beispiel']],
    ['Kim Beispiel aus Halle', 12, ['Kim Beispiel', 'aus Halle']],
    // Behind hyphens where that saves a line, else at spaces alone.
    ['von und zu Müller-Lüdenscheidt', 18, ['von und zu Müller-', 'Lüdenscheidt']],
    ['von Müller-Lüdenscheidt', 19, ['von', 'Müller-Lüdenscheidt']],
    ['Großweißenfels', 5, ['Großw', 'eißen', 'fels']],
    ['Solarvalley e. V.', 14, ['Solarvalley', 'e. V.']],
    ['10:00\u00a0Uhr MEZ', 9, ['10:00\u00a0Uhr', 'MEZ']],
    ['', 5, []],
  ])('breaks %j at %d', (text, width, lines) => {
    expect(breakLines(text, width, measure)).toEqual(lines);
  });

  it('leaves out nothing, whatever the width', () => {
    const text = 'Dr.-Ing. Friederike-Charlotte von und zu Müller-Lüdenscheidt-Großweißenfels';
    for (let width = 1; width < 80; width += 1) {
      expect(breakLines(text, width, measure).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });
});

describe('fitText', () => {
  it('is as large as may be where there is room', () => {
    const fitted = fitText(['Kim', 'Öz'], { width: 100, most: 20, least: 5, mostLines: 2, measure });
    expect(fitted).toEqual({ size: 20, lines: ['Kim', 'Öz'] });
  });

  it('shrinks before it takes another line or tears a word', () => {
    const options = { width: 100, most: 20, least: 5, mostLines: 1, measure };
    expect(fitText(['Großweißenfels'], options)).toEqual({ size: 7, lines: ['Großweißenfels'] });
  });

  it('takes as many lines as it needs at the least size', () => {
    const { size, lines } = fitText(['a'.repeat(50)], {
      width: 100,
      most: 20,
      least: 5,
      mostLines: 1,
      measure,
    });
    expect([size, lines.map((line) => line.length)]).toEqual([5, [20, 20, 10]]);
  });
});
