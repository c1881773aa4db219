import type { ReactNode } from 'react';
import { errorText, type Translator } from '#i18n';
import type { AnswerProblemView } from '../views/invitation.view.js';

interface NoteFieldProps {
  readonly text: string;
  readonly wrong: Pick<AnswerProblemView, 'code' | 'params'> | null;
  readonly t: Translator;
}

/** What somebody tells the hosts with their answer; folded as long as there is nothing in it. */
export function NoteField({ text, wrong, t }: NoteFieldProps): ReactNode {
  return (
    <details className="note" open={text !== '' || wrong !== null}>
      <summary>{t('pages.invitation.note-add')}</summary>
      <div>
        <label htmlFor="note">{t('pages.invitation.note')}</label>
        <p id="note-hint" className="quiet">
          {t('pages.invitation.note-hint')}
        </p>
        {wrong !== null && (
          <p id="note-problem" className="wrong">
            {errorText(t, wrong.code, wrong.params)}
          </p>
        )}
        <textarea
          id="note"
          name="note"
          rows={3}
          defaultValue={text}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={wrong === null ? 'note-hint' : 'note-problem note-hint'}
        />
      </div>
    </details>
  );
}
