import { assertMay, nowhere, scopeOf } from '#access';
import { readCalendar } from '#calendar';
import type { AuditVerb, ImportedCalendarInput } from '#contracts';
import { writeAudit } from '#audit';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { getInstitution } from '#directory';
import type { Acting } from '#directory';
import { DomainError, newId, pickText } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { scheduleFetch, wellAt, windowAt } from './calendar-fetch.js';
import { lockCalendar } from './find-calendars.js';
import { ImportedCalendar } from './imported-calendar.entity.js';
import { replaceEntries } from './replace-entries.js';

type Patch = Partial<Omit<ImportedCalendarInput, 'institutionId'>>;

const UNREAD = {
  etag: null,
  lastModified: null,
  entries: 0,
  readUntil: null,
  refreshedAt: null,
  failures: 0,
  failingSince: null,
  failureCode: null,
  failureParams: {},
};

/** Adds a calendar and, with an address, has it fetched. Throws `access.denied` and `institution.not-found`. */
export async function createImportedCalendar(
  tx: Tx,
  acting: Acting,
  input: ImportedCalendarInput,
): Promise<Id> {
  const { institutionId, name, laender, address } = input;
  assertMay(acting.actor, 'institution.change', placeOf(institutionId));
  if (institutionId !== null)
    await getInstitution(tx, scopeOf(acting.actor, 'institution.read'), institutionId);
  const id = newId();
  const times = { createdAt: acting.now, changedAt: acting.now };
  await insertRows(tx, ImportedCalendar, [
    {
      id,
      institutionId,
      name,
      laender,
      address,
      sortName: sortNameOf(name),
      version: 1,
      ...times,
      ...UNREAD,
    },
  ]);
  await record(tx, acting, { id, institutionId }, { action: 'imported-calendar.create', after: input });
  if (address !== null) await scheduleFetch(tx, id, acting.now);
  return id;
}

/**
 * Changes what the patch names; another address is fetched, and until it has been had, the entries of the old one stay.
 * Locks the row. Throws `imported-calendar.not-found`, `access.denied` and `version.stale`.
 */
export async function changeImportedCalendar(
  tx: Tx,
  acting: Acting,
  { id, ifMatch, patch }: { readonly id: Id; readonly ifMatch: number; readonly patch: Patch },
): Promise<void> {
  const current = await lockOwn(tx, acting, id);
  if (current.version !== ifMatch) throw new DomainError('version.stale', { version: current.version });
  const { name = current.name, laender = current.laender, address = current.address } = patch;
  const after = { name, laender, address };
  const moved = address !== current.address;
  await tx.manager.update(
    ImportedCalendar,
    { id },
    {
      ...after,
      sortName: sortNameOf(name),
      version: current.version + 1,
      changedAt: acting.now,
      ...(moved && { etag: null, lastModified: null }),
    },
  );
  const before = { name: current.name, laender: current.laender, address: current.address };
  await record(tx, acting, current, { action: 'imported-calendar.change', before, after });
  if (moved && address !== null) await scheduleFetch(tx, id, acting.now);
}

/** Has a calendar fetched now. Throws `imported-calendar.not-found`, `access.denied`, `imported-calendar.no-address`. */
export async function refreshImportedCalendar(tx: Tx, acting: Acting, id: Id): Promise<void> {
  const { address } = await lockOwn(tx, acting, id);
  if (address === null) throw new DomainError('imported-calendar.no-address');
  await scheduleFetch(tx, id, acting.now);
}

/**
 * Puts the entries of a file in the place of those there are, all or nothing. Locks the row. Throws
 * `imported-calendar.not-found`, `access.denied`, and what `readCalendar` refuses.
 */
export async function uploadImportedCalendar(
  tx: Tx,
  acting: Acting,
  { id, bytes }: { readonly id: Id; readonly bytes: Uint8Array },
): Promise<void> {
  const current = await lockOwn(tx, acting, id);
  const window = windowAt(acting.now);
  const read = readCalendar(bytes, window);
  if (read.kind === 'refused') throw new DomainError(read.code, read.params);
  const entries = read.entries.length;
  await replaceEntries(tx, id, read.entries);
  const columns = { ...wellAt(acting.now), entries, readUntil: window.until };
  await tx.manager.update(ImportedCalendar, { id }, columns);
  const before = { entries: current.entries };
  await record(tx, acting, current, { action: 'imported-calendar.upload', before, after: { entries } });
}

/** Deletes a calendar with its entries. Throws `imported-calendar.not-found` and `access.denied`. */
export async function deleteImportedCalendar(tx: Tx, acting: Acting, id: Id): Promise<void> {
  const calendar = await lockOwn(tx, acting, id);
  await tx.manager.delete(ImportedCalendar, { id });
  const before = { name: calendar.name, laender: calendar.laender, address: calendar.address };
  await record(tx, acting, calendar, { action: 'imported-calendar.delete', before });
}

async function lockOwn(tx: Tx, { actor }: Acting, id: Id): Promise<ImportedCalendar> {
  const calendar = await lockCalendar(tx, id);
  if (calendar === null) throw new DomainError('imported-calendar.not-found');
  assertMay(actor, 'institution.change', placeOf(calendar.institutionId));
  return calendar;
}

function placeOf(institutionId: Id | null) {
  return institutionId === null ? nowhere : { institutionIds: [institutionId] };
}

function sortNameOf(name: LocalizedText): string {
  return pickText(name, 'de').text;
}

async function record(
  tx: Tx,
  { actor, now }: Acting,
  { id, institutionId }: Pick<ImportedCalendar, 'id' | 'institutionId'>,
  change: {
    readonly action: `imported-calendar.${AuditVerb<'imported-calendar'>}`;
    readonly before?: Readonly<Record<string, unknown>>;
    readonly after?: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  const { personId: actorPersonId, channel, requestId } = actor;
  const subject = { subjectKind: 'imported-calendar', subjectId: id };
  const institutionIds = institutionId === null ? [] : [institutionId];
  await writeAudit(tx, [
    { ...change, ...subject, institutionIds, at: now, actorPersonId, channel, requestId },
  ]);
}
