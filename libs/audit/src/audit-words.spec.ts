import { auditActions } from '#contracts';
import { actionWords, languages, translator } from '#i18n';

describe.each(languages)('the log in %s', (language) => {
  const t = translator(language);

  it('has words of its own for everything that is written into it', () => {
    const words = auditActions.map((action) => actionWords(action, t));
    expect(words.filter((text) => text === '' || /^[a-z-]+\.[a-z-]+/.test(text))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('shows by its code what an earlier version has written', () => {
    expect(actionWords('meeting.paint', t)).toBe('meeting.paint');
  });
});

it('German and English do not say the same', () => {
  const [de, en] = [translator('de'), translator('en')];
  const same = auditActions.filter((action) => actionWords(action, de) === actionWords(action, en));
  expect(same).toEqual([]);
});
