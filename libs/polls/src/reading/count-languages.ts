import type { Language } from '#kernel';

/** How many read which language. */
export function countLanguages(people: readonly { readonly language: Language }[]): Record<Language, number> {
  const count = (language: Language) => people.filter((person) => person.language === language).length;
  return { de: count('de'), en: count('en') };
}
