import type { AuthorizedScope } from '#access';
import type { WalkInsCheckDto } from '#contracts';
import { walkInInput } from '#contracts';
import type { Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { getMeeting } from '#meetings';
import { readSheet } from '#sheets';
import type { SheetRow } from '#sheets';

type Problem = WalkInsCheckDto['problems'][number];
type Row = WalkInsCheckDto['rows'][number];
type Column = keyof Row;

const MOST_ROWS = 500;
/** What the columns may be called, in either language. */
const TITLES: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'vorname und name', 'teilnehmer', 'teilnehmerin', 'gast', 'full name', 'guest'],
  organisation: ['organisation', 'organization', 'firma', 'unternehmen', 'einrichtung', 'company'],
  address: ['mail', 'e-mail', 'email', 'e-mail-adresse', 'mailadresse', 'mail address', 'e-mail address'],
};
const fields = walkInInput.omit({ id: true });
const COLUMNS = ['name', 'organisation', 'address'] as const;

/**
 * Reads a CSV or XLSX file of people who came without being registered, and says of each row what is wrong with it, by
 * row and column. Writes nothing. Throws the refusals of `readSheet`, `attendance.name-column-missing`, and
 * `meeting.not-found` for a meeting the scope does not reach.
 */
export async function checkWalkIns(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
  bytes: Buffer,
): Promise<WalkInsCheckDto> {
  await getMeeting(reader, scope, meetingId);
  const rows: Row[] = [];
  const problems: Problem[] = [];
  let columns: Columns | null = null;
  for await (const sheetRow of readSheet(bytes)) {
    if (columns === null) columns = readHead(sheetRow);
    else if (sheetRow.cells.some((cell) => cell !== '')) readRow(sheetRow, columns, { rows, problems });
    if (rows.length > MOST_ROWS) throw new DomainError('sheet.too-many-rows', { most: MOST_ROWS });
  }
  return { rows, problems };
}

/** Where each column stands, and what it is called. */
type Columns = Readonly<Record<Column, { readonly index: number; readonly title: string }>>;

function readHead({ cells }: SheetRow): Columns {
  const find = (column: Column) => {
    const index = cells.findIndex((cell) => TITLES[column].includes(cell.toLowerCase()));
    return { index, title: cells[index] ?? column };
  };
  const columns = { name: find('name'), organisation: find('organisation'), address: find('address') };
  if (columns.name.index === -1) throw new DomainError('attendance.name-column-missing');
  return columns;
}

function readRow(
  { row, cells }: SheetRow,
  columns: Columns,
  { rows, problems }: { readonly rows: Row[]; readonly problems: Problem[] },
): void {
  const value = (column: Column) => cells[columns[column].index] ?? '';
  const orNull = (column: Column) => (value(column) === '' ? null : value(column));
  const parsed = fields.safeParse({
    name: value('name'),
    organisation: orNull('organisation'),
    address: orNull('address'),
  });
  if (parsed.success) {
    const twin = rows.find(
      ({ name, organisation }) => name === parsed.data.name && organisation === parsed.data.organisation,
    );
    if (twin === undefined) rows.push(parsed.data);
    else problems.push({ row, column: columns.name.title, code: 'attendance.listed-twice', params: {} });
    return;
  }
  for (const { path, message } of parsed.error.issues) {
    const column = COLUMNS.find((one) => one === path[0]) ?? 'name';
    problems.push({ row, column: columns[column].title, code: message, params: {} });
  }
}
