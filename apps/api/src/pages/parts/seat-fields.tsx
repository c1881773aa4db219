import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import type { SeatsView } from '../views/invitation.view.js';
import { langOf } from './written.js';

/** Companions, by number or by name, and the kind of seat; nothing where a meeting knows neither. */
export function SeatFields({ seats, t }: { readonly seats: SeatsView; readonly t: Translator }): ReactNode {
  return (
    <>
      <KindField kinds={seats.contingents} t={t} />
      <Companions seats={seats} t={t} />
    </>
  );
}

interface KindFieldProps {
  readonly kinds: SeatsView['contingents'];
  readonly t: Translator;
  /** What the field's name begins with. */
  readonly prefix?: string;
}

/** The kind of seat; nothing where there is only one. */
export function KindField({ kinds, t, prefix = '' }: KindFieldProps): ReactNode {
  if (kinds.length < 2) return null;
  return (
    <fieldset className="asked">
      <legend>{t('pages.seats.kind')}</legend>
      {kinds.map(({ id, name, isChosen }) => (
        <label key={id} className="option">
          <input type="radio" name={`${prefix}contingent`} value={id} defaultChecked={isChosen} />{' '}
          <span {...langOf(name, t.language)}>{name.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Companions({ seats: { companions }, t }: { seats: SeatsView; t: Translator }): ReactNode {
  if (companions === null) return null;
  const { most, count, names } = companions;
  return (
    <details className="note" open={count !== '' && count !== '0'}>
      <summary>{t('pages.seats.bring')}</summary>
      <div className="asked">
        <label htmlFor="companions">{t('pages.seats.companions')}</label>
        <p id="companions-hint" className="quiet">
          {t('pages.seats.most', { count: most })}
        </p>
        <input
          id="companions"
          name="companions"
          inputMode="numeric"
          pattern="[0-9]*"
          className="count"
          defaultValue={count}
          aria-describedby="companions-hint"
        />
      </div>
      <div className="asked">
        <label htmlFor="companion-names">{t('pages.seats.names')}</label>
        <p id="companion-names-hint" className="quiet">
          {t('pages.seats.names-hint')}
        </p>
        <textarea
          id="companion-names"
          name="companionNames"
          rows={Math.min(4, most)}
          defaultValue={names}
          aria-describedby="companion-names-hint"
        />
      </div>
    </details>
  );
}
