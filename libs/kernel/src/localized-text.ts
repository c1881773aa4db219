/** The languages of the interface. Another one is added by a catalogue and its name here. */
export type Language = 'de' | 'en';

/** What a person wrote, in one or more languages; at least one is there (stored as jsonb). */
export type LocalizedText = { readonly [language in Language]?: string };

export interface PickedText {
  readonly text: string;
  /** The language the text is really in, for the `lang` attribute. */
  readonly language: Language;
}

/** The text in `wanted`, else in the main language, else in the one there is; empty when none is. */
export function pickText(text: LocalizedText, wanted: Language, main: Language = 'de'): PickedText {
  for (const language of [wanted, main, 'de', 'en'] as const) {
    const found = text[language];
    if (found !== undefined && found !== '') return { text: found, language };
  }
  return { text: '', language: wanted };
}
