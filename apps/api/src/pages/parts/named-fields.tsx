import type { ReactNode } from 'react';
import { errorText, type Translator } from '#i18n';
import { KindField } from './seat-fields.js';
import type { NamedProblem, NamedView } from '../views/named.view.js';

interface NamedFieldsProps {
  readonly person: NamedView;
  readonly t: Translator;
}

const fields = [
  { field: 'givenName', label: 'pages.substitute.given-name', type: 'text' },
  { field: 'familyName', label: 'pages.substitute.family-name', type: 'text' },
  { field: 'address', label: 'pages.substitute.address', type: 'email' },
] as const;

/** Name, mail address and kind of seat of somebody else; what is wrong stands at its field, and the text stays. */
export function NamedFields({ person, t }: NamedFieldsProps): ReactNode {
  return (
    <>
      {fields.map(({ field, label, type }) => {
        const id = `${person.prefix}${field}`;
        const wrong = person.problems.find((problem) => problem.field === field);
        return (
          <div key={field} className="field">
            <label htmlFor={id}>{t(label)}</label>
            {wrong !== undefined && (
              <p id={`${id}-problem`} className="wrong">
                {errorText(t, wrong.code, wrong.params)}
              </p>
            )}
            <input
              id={id}
              name={id}
              type={type}
              defaultValue={person[field]}
              autoComplete="off"
              aria-invalid={wrong !== undefined || undefined}
              aria-describedby={wrong === undefined ? undefined : `${id}-problem`}
            />
          </div>
        );
      })}
      <KindField kinds={person.kinds} prefix={person.prefix} t={t} />
    </>
  );
}

interface NamedProblemsProps {
  readonly people: readonly NamedView[];
  /** The code of what is wrong with the whole. */
  readonly problem: string | null;
  readonly params?: NamedProblem['params'];
  readonly t: Translator;
}

/** Says at the top what kept the form from being taken, with a way to each field. */
export function NamedProblems({ people, problem, params, t }: NamedProblemsProps): ReactNode {
  if (problem === null && people.every(({ problems }) => problems.length === 0)) return null;
  const words = ({ code, params }: NamedProblem) => errorText(t, code, params);
  return (
    <div className="problem" role="alert" aria-labelledby="problem">
      <h2 id="problem">{t('pages.invitation.problem')}</h2>
      <ul>
        {problem !== null && <li>{errorText(t, problem, params)}</li>}
        {people.flatMap(({ prefix, problems }, place) =>
          problems.map((each) => (
            <li key={`${prefix}${each.field}`}>
              <a href={`#${prefix}${each.field}`}>
                {people.length > 1 && `${t('pages.colleagues.person', { number: place + 1 })}, `}
                {labelOf(each, t)} – {words(each)}
              </a>
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

function labelOf({ field }: NamedProblem, t: Translator): string {
  const known = fields.find((one) => one.field === field);
  return known === undefined ? '' : t(known.label);
}
