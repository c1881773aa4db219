import { foldedWords, foldText, foundParts } from './fold-text.js';

describe('foldText', () => {
  it.each([
    ['Müller', 'mueller'],
    ['MÜLLER', 'mueller'],
    ['Mu\u0308ller', 'mueller'],
    ['Mueller', 'mueller'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Müller-Lüdenscheidt', 'mueller luedenscheidt'],
    ['  Çelik,  José ', 'celik jose'],
    ['Sørensen & Łukasiewicz', 'sorensen lukasiewicz'],
    ["d'Artagnan (3)", 'd artagnan 3'],
    ['ﬁnal', 'final'],
    ['…', ''],
  ])('makes "%s" "%s"', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('gives every word once', () => {
    expect(foldedWords('Müller, Mueller Kim')).toEqual(['mueller', 'kim']);
    expect(foldedWords(' - ')).toEqual([]);
  });
});

describe('foundParts', () => {
  it.each([
    ['Dr. Kim Müller', ['muell'], 'Dr. Kim [Müll]er'],
    ['Müller', ['mu'], '[Mü]ller'],
    ['Mueller und Müller', ['mueller'], '[Mueller] und [Müller]'],
    ['Kim Kimmer', ['kim', 'kimm'], '[Kim] [Kimm]er'],
    ['Straße der Straßen', ['strasse'], '[Straße] der [Straße]n'],
    ['Hamüller', ['mueller'], 'Hamüller'],
    ['', ['a'], ''],
  ])('marks in "%s" what begins with %j', (text, words, expected) => {
    expect(marked(text, words)).toBe(expected);
  });
});

function marked(text: string, words: readonly string[]): string {
  return foundParts(text, words)
    .map(({ text: part, found }) => (found ? `[${part}]` : part))
    .join('');
}
