export type { DatedCell, SheetCell, SheetRow } from './sheet.js';
export { dayOfSerial } from './reading/cell-format.js';
export { readSheet } from './reading/read-sheet.js';
export { writeCsv } from './writing/write-csv.js';
export { writeXlsx } from './writing/write-xlsx.js';
export { rearmed } from './formula.js';
