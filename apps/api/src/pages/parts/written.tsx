import type { ReactNode } from 'react';
import type { Language, PickedText } from '#kernel';
import { markdownToHtml } from '#mail';

/** The `lang` of a text that is not in the page's language. */
export function langOf(text: PickedText, page: Language): { lang?: Language } {
  return text.language === page ? {} : { lang: text.language };
}

/** What somebody wrote in Markdown. */
export function Prose({ text, language }: { text: PickedText; language: Language }): ReactNode {
  return (
    <div
      className="prose"
      {...langOf(text, language)}
      dangerouslySetInnerHTML={{ __html: markdownToHtml(text.text) }}
    />
  );
}
