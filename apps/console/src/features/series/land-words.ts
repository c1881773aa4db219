import { land } from '#contracts';
import { formatList, type Translator } from '#i18n';

/** The names of Länder, in a row. */
export function landWords(lands: readonly string[], t: Translator, language: 'de' | 'en'): string {
  const names = lands.map((code) => {
    const known = land.safeParse(code);
    return known.success ? t(`console.place.lands.${known.data}`) : code;
  });
  return formatList(names, language);
}
