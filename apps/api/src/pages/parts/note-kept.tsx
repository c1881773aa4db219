import type { ReactNode } from 'react';
import type { Translator } from '#i18n';

/** What was written with an answer that cannot be taken: where no form keeps it, it may be sent in another way. */
export function NoteKept({
  note,
  t,
}: {
  readonly note: string | undefined;
  readonly t: Translator;
}): ReactNode {
  if (note === undefined || note === '') return null;
  return (
    <>
      <label htmlFor="note">{t('pages.invitation.note-kept')}</label>
      <textarea id="note" rows={3} readOnly defaultValue={note} />
    </>
  );
}
