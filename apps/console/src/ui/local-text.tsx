import { useText, type Language } from './use-text.js';

/** What people wrote in one or both languages. */
export type LocalText = { readonly [language in Language]?: string | undefined };

/** The text in the reader's language, else in the other one; `lang` is set where it is not the reader's. */
export function pickLocal(text: LocalText, language: Language): { text: string; lang: Language | undefined } {
  const own = text[language];
  if (own !== undefined && own !== '') return { text: own, lang: undefined };
  const other = language === 'de' ? 'en' : 'de';
  return { text: text[other] ?? '', lang: other };
}

/** A localised text with its language marked for screen readers. */
export function Local({ text }: { readonly text: LocalText }) {
  const { language } = useText();
  const picked = pickLocal(text, language);
  return <span lang={picked.lang}>{picked.text}</span>;
}
