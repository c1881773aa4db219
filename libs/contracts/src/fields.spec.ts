import { day, line, paragraphs, wallClock } from './fields.js';

describe('a line', () => {
  it.each(['a\nb', 'a\rb', 'a\u0000b', 'a\u2028b', 'a\ud800b', '\u001b[31m'])('refuses %j', (text) => {
    expect(line(20).safeParse(text).success).toBe(false);
  });

  it('takes umlauts, quotes and characters beyond the first plane', () => {
    expect(line(20).parse(' Öko; "Ü" 🙂 ')).toBe('Öko; "Ü" 🙂');
  });
});

describe('paragraphs', () => {
  it('take line breaks and make them one kind', () => {
    expect(paragraphs(20).parse('a\r\nb\rc\td')).toBe('a\nb\nc\td');
  });

  it.each(['a\u0000b', 'a\udc00b', 'a\u0007b'])('refuse %j', (text) => {
    expect(paragraphs(20).safeParse(text).success).toBe(false);
  });
});

describe('a day and a wall clock', () => {
  it.each(['0000-01-01', '2027-02-29', '2027-3-4', '2027-03-04T10:00'])('is not %j', (text) => {
    expect(day.safeParse(text).success).toBe(false);
  });

  it.each(['0000-01-01T00:00', '2027-02-30T10:00', '2027-03-04T24:00', '2027-03-04'])('is not %j', (text) => {
    expect(wallClock.safeParse(text).success).toBe(false);
  });

  it('are taken as written', () => {
    expect(day.parse('2028-02-29')).toBe('2028-02-29');
    expect(wallClock.parse('2027-03-04T23:59')).toBe('2027-03-04T23:59');
  });
});
