import { DomainError } from '#kernel';

/** How much of a file is read at most, so that no file, however it is packed, takes the memory of all others. */
export const sheetLimits = {
  columns: 100,
  rows: 50_000,
  /** Characters of one cell. */
  cell: 5_000,
  /** Characters of all cells that are kept at once: a workbook's shared texts. */
  sharedText: 20_000_000,
  /** Bytes of one part of a workbook once it is unpacked. */
  unpackedBytes: 150_000_000,
  /** Parts of a workbook. */
  parts: 1_000,
} as const;

/** Refuses with `sheet.too-many-columns`. */
export function checkColumns(columns: number): void {
  if (columns > sheetLimits.columns) {
    throw new DomainError('sheet.too-many-columns', { columns, most: sheetLimits.columns });
  }
}

/** Refuses with `sheet.too-many-rows`. */
export function checkRows(rows: number): void {
  if (rows > sheetLimits.rows) throw new DomainError('sheet.too-many-rows', { most: sheetLimits.rows });
}

/** Refuses with `sheet.cell-too-long`, naming the row. */
export function checkCell(length: number, row: number): void {
  if (length > sheetLimits.cell)
    throw new DomainError('sheet.cell-too-long', { row, most: sheetLimits.cell });
}
