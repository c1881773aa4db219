import { useTranslation } from 'react-i18next';
import { asLanguage, translator, type languages, type Translator } from '#i18n';

/** A language of the interface. */
export type Language = (typeof languages)[number];

interface Text {
  readonly t: Translator;
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

/** The texts in the reader's language, with typed keys; renders again when the language is changed. */
export function useText(): Text {
  const { i18n } = useTranslation();
  const language = asLanguage(i18n.language) ?? 'de';
  return { t: translator(language), language, choose: (wanted) => void i18n.changeLanguage(wanted) };
}
