import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import { promisify } from 'node:util';
import { fromBuffer } from 'yauzl';
import type { Entry, Options, ZipFile } from 'yauzl';
import { DomainError } from '#kernel';
import { sheetLimits } from '../limits.js';

/** What a part of a workbook is told about as it is read. */
export interface PartHandler {
  readonly open?: (tag: SaxesTagPlain) => void;
  readonly close?: (tag: SaxesTagPlain) => void;
  readonly text?: (text: string) => void;
}

const open = promisify<Buffer, Options, ZipFile>(fromBuffer);

/** The packed parts of a workbook by name. Throws `sheet.damaged` and `sheet.too-large`. */
export class Workbook {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(bytes: Buffer): Promise<Workbook> {
    try {
      const zip = await open(bytes, { lazyEntries: true, validateEntrySizes: true });
      return new Workbook(zip, await listEntries(zip));
    } catch (error) {
      throw error instanceof DomainError ? error : new DomainError('sheet.damaged', {}, { cause: error });
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * Reads a part that is XML, piece by piece: after each piece (a promise that others may take turns in) the caller
   * gets control. A part that is missing is as empty.
   */
  async *read(name: string, handler: PartHandler): AsyncGenerator<void> {
    const entry = this.entries.get(name);
    if (entry === undefined) return;
    const parser = parserOf(handler);
    const decoder = new TextDecoder('utf-8');
    try {
      const stream = await promisify<Entry, NodeJS.ReadableStream>(this.zip.openReadStream.bind(this.zip))(
        entry,
      );
      for await (const chunk of stream) {
        parser.write(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
        yield;
      }
      parser.write(decoder.decode()).close();
      yield;
    } catch (error) {
      throw error instanceof DomainError ? error : new DomainError('sheet.damaged', {}, { cause: error });
    }
  }

  /** Reads a small part in one go. */
  async readWhole(name: string, handler: PartHandler): Promise<void> {
    for await (const _ of this.read(name, handler));
  }
}

function parserOf(handler: PartHandler) {
  const parser = new SaxesParser({ position: false, xmlns: false });
  // Workbooks have none; whoever brings one brings entities.
  parser.on('doctype', () => {
    throw new DomainError('sheet.damaged');
  });
  parser.on('error', (error) => {
    throw error;
  });
  if (handler.open !== undefined) parser.on('opentag', handler.open);
  if (handler.close !== undefined) parser.on('closetag', handler.close);
  if (handler.text !== undefined) parser.on('text', handler.text);
  return parser;
}

/** The sizes that the directory declares are checked here; yauzl stops a part that unpacks to another size. */
async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > sheetLimits.parts) throw new DomainError('sheet.too-large');
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entry.uncompressedSize > sheetLimits.unpackedBytes) {
        reject(new DomainError('sheet.too-large'));
        return;
      }
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
