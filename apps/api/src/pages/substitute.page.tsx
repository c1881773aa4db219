import type { ReactElement } from 'react';
import { translator } from '#i18n';
import { NamedFields } from './parts/named-fields.js';
import { NamedPage } from './parts/named-page.js';
import { NoteField } from './parts/note-field.js';
import type { SubstituteView } from './views/named.view.js';

/** `/i/:token/substitute`: who comes in the invitee's place. */
export function SubstitutePage({ view }: { view: SubstituteView }): ReactElement {
  const t = translator(view.frame.language);
  const { person, passedKind } = view;
  return (
    <NamedPage
      view={view}
      people={[person]}
      title={t('pages.substitute.title')}
      text={t('pages.substitute.text')}
      send={t('pages.substitute.send')}
      t={t}
    >
      <NamedFields person={person} t={t} />
      {passedKind !== null && (
        <p className="quiet">{t('pages.substitute.passed-kind', { kind: passedKind.text })}</p>
      )}
      <fieldset className="asked">
        <legend>{t('pages.substitute.language')}</legend>
        {(['de', 'en'] as const).map((language) => (
          <label key={language} className="option">
            <input
              type="radio"
              name="language"
              value={language}
              defaultChecked={language === person.language}
            />{' '}
            {t(`pages.substitute.${language}`)}
          </label>
        ))}
      </fieldset>
      <NoteField {...view.note} t={t} />
    </NamedPage>
  );
}
