import type { LocalizedText } from '#kernel';
import type { TextKey } from '#i18n';
import type { SheetCell } from '#sheets';
import type { SheetWords } from './sheet-words.js';

/** What stands in a cell; nothing leaves it empty. */
type Cell = SheetCell | number | null | undefined;

/** A column: the key of its title, and what it takes from a row. */
type Column<Row> = readonly [title: TextKey, cell: (row: Row, words: SheetWords) => Cell];

/** How a list becomes a table: its titles, and the rows that each of its presented items makes. */
export interface ListSheet<Item> {
  readonly titles: readonly TextKey[];
  rows(item: Item, words: SheetWords): readonly (readonly SheetCell[])[];
}

/** A table with a row for each item. */
export function sheet<Item>(columns: readonly Column<Item>[]): ListSheet<Item> {
  return splitSheet((item: Item) => [item], columns);
}

/** A table with several rows for an item. */
export function splitSheet<Item, Row>(
  split: (item: Item) => readonly Row[],
  columns: readonly Column<Row>[],
): ListSheet<Item> {
  return {
    titles: columns.map(([title]) => title),
    rows: (item, words) => split(item).map((row) => columns.map(([, cell]) => written(cell(row, words)))),
  };
}

function written(cell: Cell): SheetCell {
  return typeof cell === 'object' && cell !== null ? cell : String(cell ?? '');
}

/** The text in the language of the file. */
export const textOf =
  <Row>(take: (row: Row) => LocalizedText | null | undefined) =>
  (row: Row, words: SheetWords): string =>
    words.text(take(row));

/** `2027-03-04` as a spreadsheet of that language takes it for a day. */
export const dayOf =
  <Row>(take: (row: Row) => string | null | undefined) =>
  (row: Row, words: SheetWords): SheetCell =>
    words.dayCell(take(row));

/** A moment on the clock that was asked for. */
export const momentOf =
  <Row>(take: (row: Row) => string | null | undefined) =>
  (row: Row, words: SheetWords): SheetCell =>
    words.momentCell(take(row));

export const yesNo =
  <Row>(take: (row: Row) => boolean) =>
  (row: Row, { t }: SheetWords): string =>
    t(take(row) ? 'common.answer.yes' : 'common.answer.no');
