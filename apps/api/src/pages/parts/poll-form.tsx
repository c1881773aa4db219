import type { ReactNode } from 'react';
import { formatMoment, formatWhen } from '#i18n';
import type { PollOptionView, PollPartProps } from '../views/poll.view.js';

const values = ['yes', 'if-need-be', 'no'] as const;

/** A group of three choices for each date; on the first visit none is selected. */
export function PollForm({ view, t }: PollPartProps): ReactNode {
  const moment = (at: typeof view.deadline) => formatMoment(at, view.zone, t.language);
  return (
    <form method="post" action={view.action} className="poll">
      <h2 id="question">{t('polls.page.question')}</h2>
      <p className="quiet">
        {view.answeredAt === null
          ? t('polls.page.until', { deadline: moment(view.deadline) })
          : t('polls.page.change', { moment: moment(view.answeredAt) })}
      </p>
      {view.options.map((option) => (
        <OptionField key={option.id} option={option} view={view} t={t} />
      ))}
      <div className="below">
        <label htmlFor="note">{t('polls.page.note')}</label>
        <p id="note-hint" className="quiet">
          {t('polls.page.note-hint')}
        </p>
        <textarea id="note" name="note" rows={2} defaultValue={view.note} aria-describedby="note-hint" />
      </div>
      <p className="actions">
        <button type="submit" className="button">
          {t('polls.page.send')}
        </button>
      </p>
    </form>
  );
}

function OptionField({ option, view, t }: PollPartProps & { readonly option: PollOptionView }): ReactNode {
  const isMissing = view.problem !== null && option.own === null;
  return (
    <fieldset id={`option-${option.id}`} className={isMissing ? 'votes missing' : 'votes'}>
      <legend>{formatWhen(option.when, t.language)}</legend>
      {values.map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={`vote-${option.id}`}
            value={value}
            defaultChecked={option.own === value}
          />{' '}
          {t(`polls.vote.${value}`)}
        </label>
      ))}
    </fieldset>
  );
}
