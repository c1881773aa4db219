import type { Reader } from '#database';
import { newId, Temporal } from '#kernel';
import type { ImportedCalendar } from '#meetings';

const madeAt = Temporal.Instant.from('2026-02-02T08:00:00Z');

/** An iCalendar file with holidays in the summer of 2026. */
export const aCalendarFile = Buffer.from(
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Sommerferien\r\n' +
    'DTSTART;VALUE=DATE:20260704\r\nDTEND;VALUE=DATE:20260815\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
);

/** A calendar that has not been fetched yet; kept by the instance unless an institution is given. */
export async function anImportedCalendar(
  { manager }: Reader,
  fields: Partial<ImportedCalendar> = {},
): Promise<ImportedCalendar> {
  const calendar: ImportedCalendar = {
    id: newId(),
    institutionId: null,
    name: { de: 'Ferien' },
    sortName: 'Ferien',
    laender: [],
    address: 'https://ferien.example/sachsen.ics',
    etag: null,
    lastModified: null,
    entries: 0,
    readUntil: null,
    refreshedAt: null,
    failingSince: null,
    failures: 0,
    failureCode: null,
    failureParams: {},
    version: 1,
    createdAt: madeAt,
    changedAt: madeAt,
    ...fields,
  };
  await manager.insert('ImportedCalendar', { ...calendar });
  return calendar;
}
