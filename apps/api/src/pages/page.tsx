import type { ReactElement, ReactNode } from 'react';
import { languages, translator, type Translator } from '#i18n';
import { favicon, ring, stylesheet } from './stylesheet.js';
import type { PageFrame } from './views/page-frame.view.js';

interface PageProps {
  readonly frame: PageFrame;
  readonly title: string;
  /** The page at the door. */
  readonly atDoor?: boolean;
  readonly children: ReactNode;
}

/** The frame of every page: one column, the mark, the other languages, small print. */
export function Page({ frame, title, atDoor = false, children }: PageProps): ReactElement {
  const t = translator(frame.language);
  return (
    <html lang={frame.language} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        {!frame.indexed && <meta name="robots" content="noindex, nofollow" />}
        <title>{`${title} – ${frame.site.name}`}</title>
        <link rel="icon" href={favicon(frame.colour)} />
        <style dangerouslySetInnerHTML={{ __html: stylesheet(frame.colour, atDoor) }} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('pages.frame.skip')}
        </a>
        <header className="top">
          <a
            className="mark"
            href={frame.site.home}
            aria-label={t('pages.frame.home', { site: frame.site.name })}
          >
            <Ring />
            {frame.site.name}
          </a>
          <LanguageLinks frame={frame} t={t} />
        </header>
        <main id="main" className="sheet">
          {children}
        </main>
        <footer className="foot">
          {frame.site.imprint.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      </body>
    </html>
  );
}

/** The mark. */
export function Ring(): ReactNode {
  return <span className="ring" dangerouslySetInnerHTML={{ __html: ring }} />;
}

function LanguageLinks({ frame, t }: { frame: PageFrame; t: Translator }): ReactNode {
  return (
    <nav aria-label={t('pages.frame.language')}>
      {languages
        .filter((language) => language !== frame.language)
        .map((language) => (
          <a key={language} href={frame.languageLinks[language]} lang={language} hrefLang={language}>
            {t(`common.language.${language}`)}
          </a>
        ))}
    </nav>
  );
}
