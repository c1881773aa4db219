import { Textarea } from '@mantine/core';
import type { Fields } from '../../ui/use-contract-form.js';
import { useText } from '../../ui/use-text.js';

/** What those are told beside it to whom something is cancelled. */
export function CancelNote({ fields }: { readonly fields: Fields }) {
  const { t } = useText();
  return (
    <Textarea
      label={t('console.cancel.note')}
      description={t('console.cancel.note-hint')}
      autosize
      minRows={2}
      {...fields('note')}
    />
  );
}

/** The note as it is sent; null where nothing is written. */
export function oneLine(note: string): string | null {
  const line = note.replaceAll(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}
