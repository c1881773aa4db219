import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import type { MeetingSeriesView } from '../views/invitation.view.js';
import { langOf } from './written.js';

interface StandingFormProps {
  readonly series: MeetingSeriesView | null;
  readonly t: Translator;
}

/** One answer for all dates of a series: nothing is chosen beforehand, and every choice weighs the same. */
export function StandingForm({ series, t }: StandingFormProps): ReactNode {
  if (series === null) return null;
  const { name, url, standing, action } = series;
  const choices = standing === null ? (['yes', 'no'] as const) : (['yes', 'no', 'none'] as const);
  return (
    <section className="ruled" aria-labelledby="series">
      <h2 id="series">{t('pages.standing.heading')}</h2>
      {standing !== null && <p>{t(`pages.standing.is-${standing}`)}</p>}
      <p>
        {t('pages.standing.text', { series: name.text })}{' '}
        {url !== null && (
          <a href={url} {...langOf(name, t.language)}>
            {name.text}
          </a>
        )}
      </p>
      <form method="post" action={action} className="choices">
        {choices
          .filter((choice) => choice !== standing)
          .map((choice) => (
            <button key={choice} className="choice" type="submit" name="answer" value={choice}>
              {t(`pages.standing.${choice}`)}
            </button>
          ))}
      </form>
    </section>
  );
}
