import { DomainError } from '#kernel';
import { readSheet } from '#sheets';
import type { SheetRow } from '#sheets';
import type { ImportColumn } from '../tables/import-run.entity.js';
import { cellText } from './parse-value.js';
import type { Mapping } from './mapping.js';
import { readRecord } from './record.js';
import type { ImportRecord } from './record.js';

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 80;

export interface FileHead {
  readonly columns: readonly ImportColumn[];
  /** Rows below the titles. */
  readonly rows: number;
}

/** Reads a whole file once: the titles of its columns, what they hold, and how many rows follow. Throws as `readSheet`. */
export async function readHead(bytes: Buffer): Promise<FileHead> {
  let titles: readonly string[] | undefined;
  const samples: string[][] = [];
  let rows = 0;
  for await (const { cells } of readSheet(bytes)) {
    if (titles === undefined) {
      titles = cells;
      continue;
    }
    rows += 1;
    for (const [index, cell] of cells.entries()) collect((samples[index] ??= []), cell);
  }
  if (rows === 0) throw new DomainError('import.only-titles');
  const columns = Array.from({ length: Math.max(titles?.length ?? 0, samples.length) }, (_, index) => ({
    title: titles?.[index] ?? '',
    samples: samples[index] ?? [],
  }));
  return { columns, rows };
}

/** What each row says by the mapping, without the titles. Throws as `readSheet`. */
export async function readRecords(bytes: Buffer, mapping: Mapping): Promise<readonly ImportRecord[]> {
  const records: ImportRecord[] = [];
  let head: SheetRow | undefined;
  for await (const row of readSheet(bytes)) {
    if (head === undefined) head = row;
    else records.push(readRecord(row, mapping));
  }
  return records;
}

function collect(samples: string[], cell: string): void {
  const text = cellText(cell).slice(0, SAMPLE_CHARACTERS);
  if (text !== '' && samples.length < SAMPLES && !samples.includes(text)) samples.push(text);
}
