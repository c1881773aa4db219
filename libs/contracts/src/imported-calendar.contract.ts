import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import {
  byId,
  id,
  instant,
  land,
  line,
  localized,
  named,
  pageOf,
  pageQuery,
  patchOf,
  version,
  webAddress,
} from './fields.js';

const calendarInput = z.strictObject({
  /** Who keeps it; null: the instance, for everybody. */
  institutionId: id.nullable().default(null),
  name: localized(line(200)),
  /** It concerns who works in one of these; without any whoever keeps it with its members, or everybody. */
  laender: z.array(land).max(16, 'validation.too-large').default([]),
  /** Where it is fetched from; null: its entries come from a file. */
  address: webAddress.nullable().default(null),
});
export type ImportedCalendarInput = z.output<typeof calendarInput>;

const importedCalendar = z
  .object({
    id,
    institution: named.nullable(),
    name: localized(z.string()),
    laender: z.array(land),
    address: z.string().nullable(),
    /** Of the last good state, which stays when a later one cannot be had. */
    entries: z.int(),
    refreshedAt: instant.nullable(),
    /** Since when it cannot be had, and why (`errors.<code>`); null: all is well. */
    failure: z
      .object({ since: instant, code: z.string(), params: z.record(z.string(), z.number()) })
      .nullable(),
    version,
  })
  .meta({ id: 'ImportedCalendar' });
export type ImportedCalendarDto = z.output<typeof importedCalendar>;

const tag = 'Imported calendars';
const access = 'institution.change';
const MOST_BYTES = 2 * 1024 * 1024;

export const importedCalendarEndpoints = {
  listImportedCalendars: defineEndpoint({
    name: 'listImportedCalendars',
    method: 'GET',
    path: '/imported-calendars',
    tag,
    access,
    status: 200,
    summary: 'Imported calendars that one may change, by name',
    query: pageQuery,
    response: pageOf(importedCalendar),
  }),
  getImportedCalendar: defineEndpoint({
    name: 'getImportedCalendar',
    method: 'GET',
    path: '/imported-calendars/:id',
    tag,
    access,
    status: 200,
    versioned: true,
    summary: 'One imported calendar, with what became of the last attempt to fetch it',
    params: byId,
    response: importedCalendar,
  }),
  createImportedCalendar: defineEndpoint({
    name: 'createImportedCalendar',
    method: 'POST',
    path: '/imported-calendars',
    tag,
    access,
    status: 201,
    versioned: true,
    summary: 'Add a calendar of others: with an address it is fetched soon and then twice a day',
    body: calendarInput,
    response: importedCalendar,
  }),
  changeImportedCalendar: defineEndpoint({
    name: 'changeImportedCalendar',
    method: 'PATCH',
    path: '/imported-calendars/:id',
    tag,
    access,
    status: 200,
    versioned: true,
    summary: 'Change an imported calendar (merge-patch); another address is fetched soon',
    params: byId,
    body: patchOf(calendarInput.omit({ institutionId: true })),
    response: importedCalendar,
  }),
  uploadImportedCalendar: defineEndpoint({
    name: 'uploadImportedCalendar',
    method: 'POST',
    path: '/imported-calendars/:id/file',
    tag,
    access,
    status: 200,
    upload: { maxBytes: MOST_BYTES },
    summary: 'Replace the entries by those of an iCalendar file, all or nothing',
    params: byId,
    response: importedCalendar,
  }),
  refreshImportedCalendar: defineEndpoint({
    name: 'refreshImportedCalendar',
    method: 'POST',
    path: '/imported-calendars/:id/refresh',
    tag,
    access,
    status: 202,
    summary: 'Have a calendar fetched now',
    params: byId,
    response: importedCalendar,
  }),
  deleteImportedCalendar: defineEndpoint({
    name: 'deleteImportedCalendar',
    method: 'DELETE',
    path: '/imported-calendars/:id',
    tag,
    access,
    status: 204,
    summary: 'Delete an imported calendar with its entries',
    params: byId,
  }),
};
