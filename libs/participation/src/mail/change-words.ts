import { formatWhen, placeInOneLine } from '#i18n';
import { pickText } from '#kernel';
import type { Language } from '#kernel';
import { changedFields, whenOfWallClocks } from '#meetings';
import type { FaceField, MeetingChange, MeetingFace, WhereReader } from '#meetings';
import type { MeetingFieldChange } from './templates/meeting-mail.view.js';

const FIELDS: Readonly<Record<FaceField, MeetingFieldChange['field']>> = {
  title: 'title',
  time: 'when',
  place: 'place',
  onlineUrl: 'online',
  description: 'description',
  agenda: 'agenda',
};

/** What was and what is, in the reader's language; to whoever takes part online a place is where the others meet. */
export function changeWords(
  { before, after }: Pick<MeetingChange, 'before' | 'after'>,
  { language, reader }: { readonly language: Language; readonly reader: WhereReader },
): readonly MeetingFieldChange[] {
  return changedFields(before, after).map((field) => ({
    field: reader === 'online' && field === 'place' ? 'others-place' : FIELDS[field],
    before: sayField(field, before, language),
    after: sayField(field, after, language),
  }));
}

function sayField(field: FaceField, face: MeetingFace, language: Language): string | null {
  switch (field) {
    case 'title':
      return pickText(face.title, language).text;
    case 'description':
      return face.description === null ? null : pickText(face.description, language).text;
    case 'time':
      return formatWhen(whenOfWallClocks(face), language);
    case 'place':
      return (face.place && placeInOneLine(face.place)) || null;
    case 'onlineUrl':
      return face.onlineUrl;
    case 'agenda':
      return null;
  }
}
