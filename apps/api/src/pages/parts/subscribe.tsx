import type { ReactNode } from 'react';
import type { Translator } from '#i18n';

/** A calendar to subscribe to: by one click, or by its address. */
export function Subscribe({ feedUrl, t }: { readonly feedUrl: string; readonly t: Translator }): ReactNode {
  return (
    <section className="ruled">
      <h2>{t('pages.network.subscribe')}</h2>
      <p>{t('pages.network.subscribe-text')}</p>
      <p className="actions">
        <a className="button" href={feedUrl.replace(/^https?:/, 'webcal:')}>
          {t('pages.network.subscribe-open')}
        </a>
      </p>
      <p className="quiet below">
        {t('pages.network.subscribe-address')}
        <br />
        <a href={feedUrl}>
          <code>{feedUrl}</code>
        </a>
      </p>
    </section>
  );
}
