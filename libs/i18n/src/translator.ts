import { createInstance, type i18n } from 'i18next';
import type { Language } from '#kernel';
import { catalogues, type ErrorCode, type TextKey } from './catalogues.js';

/** Values for the `{{placeholders}}` of a text; `count` also chooses the plural form. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Gives the text of a key in one language. Values are put in as they are: escaping is the renderer's job. */
export interface Translator {
  (key: TextKey, values?: TextValues): string;
  readonly language: Language;
}

/**
 * A new i18next instance with all catalogues, ready at once, for react-i18next. Keys are dotted paths that begin
 * with the area (`console.meetings.title`). Values are not escaped (React does that) and never interpreted.
 */
export function createI18n(language: Language): i18n {
  const instance = createInstance({
    lng: language,
    fallbackLng: 'de',
    supportedLngs: Object.keys(catalogues),
    resources: { de: { translation: catalogues.de }, en: { translation: catalogues.en } },
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  void instance.init();
  return instance;
}

const made = new Map<Language, Translator>();

/** The translator of a language; made once and kept. */
export function translator(language: Language): Translator {
  const known = made.get(language);
  if (known !== undefined) return known;
  const translate = createI18n(language).getFixedT(language);
  const given: Translator = Object.assign(
    (key: TextKey, values?: TextValues): string => translate(key, { ...values }),
    { language },
  );
  made.set(language, given);
  return given;
}

/** Whether the catalogues have a text for this error code. */
export function isErrorCode(code: string): code is ErrorCode {
  return textAt(catalogues.de.errors, code.split('.')) !== undefined;
}

/** The text for an error code with its parameters (lists are joined by commas); a general one for unknown codes. */
export function errorText(
  t: Translator,
  code: string,
  params: Readonly<Record<string, string | number | boolean | readonly string[]>> = {},
): string {
  const values = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : wordsOf(value)]),
  );
  return t(isErrorCode(code) ? `errors.${code}` : 'errors.unknown', values);
}

function wordsOf(value: string | boolean | readonly string[]): string {
  return typeof value === 'object' ? value.join(', ') : String(value);
}

function textAt(tree: unknown, path: readonly string[]): string | undefined {
  let node: unknown = tree;
  for (const key of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, key)) return undefined;
    node = Object.entries(node).find(([name]) => name === key)?.[1];
  }
  return typeof node === 'string' ? node : undefined;
}
