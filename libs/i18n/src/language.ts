import type { Language } from '#kernel';

/** The languages there is a catalogue for; the first one is the fallback. */
export const languages = ['de', 'en'] as const satisfies readonly Language[];

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** The locale that Intl formats this language with; English is British. */
export function localeOf(language: Language): string {
  return locales[language];
}

/** The language if it is one of ours (`?lang=en`), else undefined; takes anything, as it comes from outside. */
export function asLanguage(value: unknown): Language | undefined {
  return languages.find((language) => language === value);
}

/** The best of our languages for an Accept-Language header (RFC 9110, section 12.5.4), else `fallback`. */
export function pickLanguage(acceptLanguage: string | undefined, fallback: Language = 'de'): Language {
  let best: { language: Language; weight: number } | undefined;
  for (const range of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = asLanguage(tag.trim().split('-')[0]);
    const weight = weightOf(parameters);
    if (language !== undefined && weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? fallback;
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('q='));
  const weight = given === undefined ? 1 : Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
