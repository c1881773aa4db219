import type { ReactElement } from 'react';
import { translator } from '#i18n';
import { NamedFields } from './parts/named-fields.js';
import { NamedPage } from './parts/named-page.js';
import type { ColleaguesView } from './views/named.view.js';

/** `/i/:token/colleagues`: whom the invitee registers besides. */
export function ColleaguesPage({ view }: { view: ColleaguesView }): ReactElement {
  const t = translator(view.frame.language);
  const { people, left, together } = view;
  return (
    <NamedPage
      view={view}
      people={people}
      params={view.params}
      title={t('pages.colleagues.title')}
      text={t('pages.colleagues.text', { count: left })}
      send={t('pages.colleagues.send')}
      t={t}
    >
      {people.map((person, place) => (
        <fieldset key={person.prefix} className="asked">
          <legend>{t('pages.colleagues.person', { number: place + 1 })}</legend>
          <NamedFields person={person} t={t} />
        </fieldset>
      ))}
      {people.length > 1 && <p className="quiet">{t('pages.colleagues.empty-rows')}</p>}
      <div className="asked">
        <label className="option">
          <input
            type="checkbox"
            name="together"
            value="yes"
            defaultChecked={together}
            aria-describedby="together-hint"
          />{' '}
          {t('pages.colleagues.together')}
        </label>
        <p id="together-hint" className="quiet">
          {t('pages.colleagues.together-hint')}
        </p>
      </div>
    </NamedPage>
  );
}
