import type { ReactElement } from 'react';
import { translator } from '#i18n';
import { Page } from './page.js';
import { StateNotice } from './parts/state-notice.js';
import type { RegisteredView } from './views/open-registration.view.js';

/** After registering on a public page: nothing is settled before the mail is confirmed. */
export function RegisteredPage({ view }: { view: RegisteredView }): ReactElement {
  const t = translator(view.frame.language);
  return (
    <Page frame={view.frame} title={t('pages.registered.title')}>
      <StateNotice tone="wait" sentence={t('pages.registered.title')} next={t('pages.registered.lead')} main>
        <p>{t('pages.registered.next')}</p>
      </StateNotice>
      <p className="below">
        <a href={view.meetingUrl}>{t('pages.registered.back')}</a>
      </p>
    </Page>
  );
}
