import type { Language } from '#kernel';

/** What every page needs, whatever it shows. */
export interface PageFrame {
  readonly language: Language;
  /** Where the same page is found in each language. */
  readonly languageLinks: Readonly<Record<Language, string>>;
  readonly site: {
    readonly name: string;
    readonly home: string;
    /** Who answers for the site, line by line. */
    readonly imprint: readonly string[];
  };
  /** The institution's colour (`#rrggbb`), if it has one. */
  readonly colour: string | null;
  /** Whether search engines may list it; pages behind a token never. */
  readonly indexed: boolean;
}
