import { slugWords } from '#kernel';
import type { Id, LocalizedText, Temporal } from '#kernel';

/**
 * A meeting's readable address: words of the title, its first day, and the last characters of its id, which make it
 * unique without asking the database.
 */
export function slugOf(meeting: {
  id: Id;
  title: LocalizedText;
  startsLocal: Temporal.PlainDateTime;
}): string {
  return [slugWords(meeting.title), meeting.startsLocal.toPlainDate().toString(), meeting.id.slice(-6)]
    .filter(Boolean)
    .join('-');
}
