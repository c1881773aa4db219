import { columns, finishText, paragraphs, underlined, wrap } from './plain-text.js';

describe('plain text', () => {
  it('wraps at 72 characters and keeps addresses whole', () => {
    const address = `https://jourfixe.example/i/${'a'.repeat(80)}`;
    const lines = wrap(`${'Wort '.repeat(30)}${address} Ende`).split('\n');
    expect(lines.every((line) => line.length <= 72 || line === address)).toBe(true);
    expect(lines).toContain(address);
  });

  it('does not tear a date apart', () => {
    expect(wrap(`${'x'.repeat(60)} 4.\u00a0März\u00a02027, dann`).split('\n')[1]).toBe(
      '4.\u00a0März\u00a02027, dann',
    );
  });

  it('leaves out what is not there', () => {
    expect(paragraphs('Eins', null, false, '', 'Zwei')).toBe('Eins\n\nZwei');
  });

  it('sets labels and values in columns', () => {
    expect(
      columns([
        ['Wann', 'Donnerstag'],
        ['Ort', 'Haus der Beispiele\n04103 Leipzig'],
      ]),
    ).toBe('Wann:  Donnerstag\nOrt:   Haus der Beispiele\n       04103 Leipzig');
  });

  it('underlines a title', () => {
    expect(underlined('Treffen')).toBe('Treffen\n=======');
  });

  it('ends with ordinary spaces and one line break', () => {
    expect(finishText('4.\u00a0März \n\n\n\nEnde')).toBe('4. März\n\nEnde\n');
  });
});
