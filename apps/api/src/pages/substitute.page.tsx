import type { ReactElement } from 'react';
import { translator } from '#i18n';
import { Page } from './page.js';
import { MeetingCard } from './parts/meeting-head.js';
import { NamedFields, NamedProblems } from './parts/named-fields.js';
import { NoteField } from './parts/note-field.js';
import { langOf } from './parts/written.js';
import type { SubstituteView } from './views/named.view.js';

/** `/i/:token/substitute`: who comes in the invitee's place. */
export function SubstitutePage({ view }: { view: SubstituteView }): ReactElement {
  const t = translator(view.frame.language);
  const { person, passedKind, meeting, problem } = view;
  return (
    <Page frame={view.frame} title={t('pages.substitute.title')}>
      <NamedProblems people={[person]} problem={problem} t={t} />
      <h1>{t('pages.substitute.title')}</h1>
      <p>{t('pages.substitute.text')}</p>
      <form method="post" action={view.action}>
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
        <p className="actions">
          <button type="submit" className="button">
            {t('pages.substitute.send')}
          </button>
        </p>
        <p className="quiet">{t('pages.substitute.address-hint')}</p>
      </form>
      <p className="below">
        <a href={view.invitationUrl}>{t('pages.substitute.back')}</a>
      </p>
      <section className="ruled">
        <h2 {...langOf(meeting.title, t.language)}>{meeting.title.text}</h2>
        <MeetingCard meeting={meeting} t={t} />
      </section>
    </Page>
  );
}
