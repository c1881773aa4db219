import type { ReactNode } from 'react';
import type { VoteValue } from '#contracts';
import { daysOf, formatDay, formatWhen } from '#i18n';
import type { Translator } from '#i18n';
import type { PollPartProps } from '../views/poll.view.js';

const marks: Readonly<Record<VoteValue, string>> = { yes: '✓', 'if-need-be': '(✓)', no: '–' };

/** Counts and coverage of each date, in words. */
export function PollResult({ view, t }: PollPartProps): ReactNode {
  return (
    <section className="ruled">
      <h2>{t('polls.page.result')}</h2>
      <ul className="plain">
        {view.options.map(({ id, when, coverage, taken, ...counts }) => (
          <li key={id} className="below">
            <strong>{formatWhen(when, t.language)}</strong>
            {taken && ` (${t('polls.page.taken')})`}
            <br />
            {t('polls.page.counts', { yes: counts.yes, ifNeedBe: counts.ifNeedBe, no: counts.no })}
            {coverage.total > 0 && (
              <span className="quiet">
                <br />
                {t('polls.page.coverage', coverage)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who said what; nothing where the host keeps the names. */
export function PollOthers({ view, t }: PollPartProps): ReactNode {
  const { others, options } = view;
  if (others === null) return null;
  return (
    <section className="ruled">
      <h2 id="others">{t('polls.page.others')}</h2>
      {others.length === 0 ? (
        <p>{t('polls.page.others-none')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what can be scrolled must be reached by keyboard
        <section className="matrix" aria-labelledby="others" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('polls.page.person')}</th>
                {options.map(({ id, when }) => (
                  <th key={id} scope="col">
                    {formatDay(daysOf(when).first, t.language, 'short')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {others.map(({ name, votes }, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- two people may have one name, and nothing moves
                <tr key={index}>
                  <th scope="row">{name}</th>
                  {options.map(({ id }) => (
                    <td key={id}>
                      <Mark value={votes[id]} t={t} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Mark({ value, t }: { readonly value: VoteValue | undefined; readonly t: Translator }): ReactNode {
  if (value === undefined) return <span>{t('polls.vote.silent')}</span>;
  return (
    <>
      <span aria-hidden="true">{marks[value]} </span>
      {t(`polls.vote.${value}`)}
    </>
  );
}
