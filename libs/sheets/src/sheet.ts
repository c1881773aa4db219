/** A row of a sheet as people count it: the first line of the file is row 1. Cells are trimmed text. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export type SheetFormat = 'csv' | 'xlsx' | 'vcard';
