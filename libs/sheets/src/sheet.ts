/** A row of a sheet as people count it: the first line of the file is row 1. Cells are trimmed text. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export type SheetFormat = 'csv' | 'xlsx' | 'vcard';

/** What is written into a cell: text, or a day or moment that a spreadsheet can reckon with. */
export type SheetCell = string | DatedCell;

export interface DatedCell {
  /** As it stands in files without types. */
  readonly text: string;
  /** `2027-03-04`, or by the wall clock `2027-03-04T10:00`. */
  readonly at: string;
}
