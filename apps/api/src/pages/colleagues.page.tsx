import type { ReactElement } from 'react';
import { translator } from '#i18n';
import { Page } from './page.js';
import { MeetingCard } from './parts/meeting-head.js';
import { NamedFields, NamedProblems } from './parts/named-fields.js';
import { langOf } from './parts/written.js';
import type { ColleaguesView } from './views/named.view.js';

/** `/i/:token/colleagues`: whom the invitee registers besides. */
export function ColleaguesPage({ view }: { view: ColleaguesView }): ReactElement {
  const t = translator(view.frame.language);
  const { people, meeting, problem, left, together } = view;
  return (
    <Page frame={view.frame} title={t('pages.colleagues.title')}>
      <NamedProblems people={people} problem={problem} params={view.params} t={t} />
      <h1>{t('pages.colleagues.title')}</h1>
      <p>{t('pages.colleagues.text', { count: left })}</p>
      <form method="post" action={view.action}>
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
        <p className="actions">
          <button type="submit" className="button">
            {t('pages.colleagues.send')}
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
