import { PassThrough, Readable } from 'node:stream';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { Refused } from './fetch-outcome.js';

/** What `readBody` can undo, as the request says it. */
export const ACCEPTED_ENCODINGS = 'gzip, br';

/**
 * The whole body, decompressed. Bounded before and after decompression, chunk by chunk: a bomb is put down at the first
 * chunk too many. Throws `Refused`, and the signal's reason once it is aborted.
 */
export async function readBody(
  body: Readable,
  {
    encoding,
    maxBytes,
    signal,
  }: { readonly encoding: string; readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const decoder = decoderOf(encoding);
  try {
    const received = Readable.from(atMost(maxBytes)(body));
    await pipeline(received, decoder, atMost(maxBytes), collect, { signal });
  } catch (error) {
    if (error instanceof Refused || signal.aborted) throw error;
    throw new Refused('outbound.damaged', {}, { cause: error });
  }
  return Buffer.concat(chunks);
}

function decoderOf(encoding: string): Duplex {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new Refused('outbound.unknown-encoding');
  }
}

function atMost(maxBytes: number) {
  return async function* counted(source: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new Refused('outbound.too-large', { megabytes: Math.ceil(maxBytes / 1e6) });
      yield chunk;
    }
  };
}
