import { asLanguage, createI18n, pickLanguage } from '#i18n';

const KEY = 'jourfixe.language';

/** The texts of the console in the language chosen in this browser before, else in the browser's first one of ours. */
export function createTexts() {
  const chosen = asLanguage(localStorage.getItem(KEY));
  const i18n = createI18n(chosen ?? pickLanguage(navigator.languages.join(',')));
  document.documentElement.lang = i18n.language;
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    localStorage.setItem(KEY, language);
  });
  return i18n;
}
