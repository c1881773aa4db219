import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import type { InvitationView } from '../views/invitation.view.js';

/** Whom the invitee has registered, and the way to further ones; nothing where there is neither. */
export function Colleagues({
  view,
  t,
}: {
  readonly view: InvitationView;
  readonly t: Translator;
}): ReactNode {
  const { colleagues } = view;
  if (colleagues === null) return null;
  const { people, url } = colleagues;
  return (
    <section className="ruled" aria-labelledby="colleagues">
      <h2 id="colleagues">{t('pages.colleagues.heading')}</h2>
      {people.length > 0 && (
        <ul className="plain">
          {people.map(({ name, state }, place) => (
            <li key={place}>
              {name} – {state === null ? t('pages.colleagues.silent') : t(`common.state.${state}`)}
            </li>
          ))}
        </ul>
      )}
      {url !== null && (
        <p className="actions">
          <a className="button" href={url}>
            {t('pages.colleagues.link')}
          </a>
        </p>
      )}
    </section>
  );
}
