import type { Id, Temporal } from '#kernel';

/** A value rows are ordered by; never null. */
export type KeyValue = string | number | Temporal.Instant | Temporal.PlainDate;

/** What kind of value it is, so that a forged cursor never reaches PostgreSQL. */
export type KeyKind = 'text' | 'id' | 'integer' | 'instant' | 'day';

export interface KeyPart<Row> {
  /** `alias.property` of the query builder; texts are compared in the column's own collation. */
  readonly path: string;
  readonly kind: KeyKind;
  readonly of: (row: Row) => KeyValue;
}

/**
 * The order of a list, unique by its last part (the id). `Row` is what the query gives; the parts say what the cursor
 * keeps of it. One direction for all parts: PostgreSQL compares them as one row, which an index serves.
 */
export interface Keyset<Row> {
  /** Tells cursors of different lists apart. */
  readonly list: string;
  readonly direction?: 'asc' | 'desc';
  readonly parts: readonly KeyPart<Row>[];
}

/** The last part of a keyset: the row's id, at `path`. */
export function idPart<Row extends { readonly id: Id }>(path: string): KeyPart<Row> {
  return { path, kind: 'id', of: (row) => row.id };
}
