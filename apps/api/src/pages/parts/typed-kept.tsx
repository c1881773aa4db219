import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import type { PickedText } from '#kernel';
import type { TypedView } from '../views/typed.view.js';
import { langOf } from './written.js';

interface TypedKeptProps {
  readonly typed: TypedView | null;
  readonly t: Translator;
}

interface Field {
  readonly id: string;
  readonly label: PickedText;
  readonly text: string;
}

/** What was typed and cannot be taken: where no form keeps it, it may be sent in another way. */
export function TypedKept({ typed, t }: TypedKeptProps): ReactNode {
  const fields = typed === null ? [] : fieldsOf(typed, t).filter(({ text }) => text.trim() !== '');
  if (fields.length === 0) return null;
  return (
    <section>
      <h2>{t('pages.typed.heading')}</h2>
      <p className="quiet">{t('pages.typed.text')}</p>
      {fields.map(({ id, label, text }) => (
        <div key={id} className="asked">
          <label htmlFor={`typed-${id}`} {...langOf(label, t.language)}>
            {label.text}
          </label>
          <textarea
            id={`typed-${id}`}
            rows={Math.min(6, text.split('\n').length + Math.floor(text.length / 60))}
            readOnly
            defaultValue={text}
          />
        </div>
      ))}
    </section>
  );
}

function fieldsOf({ note, people, kind, companions, companionNames, answers }: TypedView, t: Translator) {
  const own = (id: string, text: string, label: string): Field => ({
    id,
    label: { text: label, language: t.language },
    text,
  });
  return [
    own('people', people.join('\n'), t('pages.typed.people')),
    own('kind', kind?.text ?? '', t('pages.seats.kind')),
    own('companions', companions === '0' ? '' : companions, t('pages.seats.companions')),
    own('names', companionNames, t('pages.typed.names')),
    ...answers,
    own('note', note, t('pages.invitation.note')),
  ];
}
