import type { CalendarEntry } from '#calendar';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId } from '#kernel';
import type { Id } from '#kernel';
import { ImportedEntry } from './imported-entry.entity.js';

/** Puts these entries in the place of all there were, in the caller's transaction, under the calendar's lock. */
export async function replaceEntries(
  tx: Tx,
  calendarId: Id,
  entries: readonly CalendarEntry[],
): Promise<void> {
  await tx.manager.delete(ImportedEntry, { calendarId });
  await insertRows(
    tx,
    ImportedEntry,
    entries.map((entry) => ({
      id: newId(),
      calendarId,
      summary: entry.summary,
      firstOn: entry.kind === 'days' ? entry.firstOn : null,
      lastOn: entry.kind === 'days' ? entry.lastOn : null,
      startsAt: entry.kind === 'times' ? entry.startsAt : null,
      endsAt: entry.kind === 'times' ? entry.endsAt : null,
    })),
  );
}
