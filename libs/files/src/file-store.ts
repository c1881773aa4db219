import type { Reader, Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import type { FileType } from './recognise-type.js';

/** The most bytes that a file may have. */
export const maxFileBytes = 20 * 1024 * 1024;

/** Which row needs a file, and as what. */
export interface FileOwner {
  /** Named by the lib that owns the row: `institution-logo`, `import`. */
  readonly kind: string;
  readonly id: Id;
}

export interface NewFile {
  readonly bytes: Uint8Array;
  readonly owner: FileOwner;
  /** Whether everybody may fetch it under `/files/:id`. */
  readonly public: boolean;
  readonly at: Temporal.Instant;
}

/** A kept file, without its bytes. */
export interface FileFacts {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly id: string;
  readonly size: number;
  readonly type: FileType;
}

export interface FileContent extends FileFacts {
  readonly bytes: Uint8Array;
}

/**
 * Where files lie: the port that another store (S3 by FILES_URL) fulfils as well. A file is known by the hash of its
 * bytes, so putting the same bytes twice keeps them once, and it is kept while somebody owns it.
 */
export abstract class FileStore {
  /** Keeps the bytes for the owner, and again changes nothing. Throws `file.empty` and `file.too-large`. */
  abstract put(tx: Tx, file: NewFile): Promise<FileFacts>;

  /** Throws `file.not-found`. Whether the reader may see it is the caller's question. */
  abstract get(reader: Reader, id: string): Promise<FileContent>;

  /** A file that one of its owners has made public; null for any other. */
  abstract findPublic(reader: Reader, id: string): Promise<FileContent | null>;

  /** The owner needs the file no longer; with its last owner the file goes. */
  abstract release(tx: Tx, id: string, owner: FileOwner): Promise<void>;
}
