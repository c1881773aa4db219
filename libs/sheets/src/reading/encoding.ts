export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const CHUNK_BYTES = 64 * 1024;
const SAMPLE_BYTES = 4096;
// A text of Latin letters in UTF-16 has a zero in every second byte; other files have none at all.
const ZEROES_OF_UTF16 = 0.3;

/**
 * What a text is written in: by its byte order mark, by the zeroes of UTF-16, else UTF-8 if all of it is valid, else
 * Windows-1252, which is what Excel saves as "CSV" in Western Europe.
 */
export function recogniseEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const { even, odd } = shareOfZeroes(bytes.subarray(0, SAMPLE_BYTES));
  if (odd > ZEROES_OF_UTF16 && even < odd) return 'utf-16le';
  if (even > ZEROES_OF_UTF16) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** The text piece by piece, without its byte order mark. */
export function* decode(bytes: Buffer, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    yield decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true });
  }
  yield decoder.decode();
}

function shareOfZeroes(sample: Buffer): { even: number; odd: number } {
  const counts = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  }
  const half = Math.max(sample.length / 2, 1);
  return { even: (counts[0] ?? 0) / half, odd: (counts[1] ?? 0) / half };
}

function isUtf8(bytes: Buffer): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
      decoder.decode(bytes.subarray(start, start + CHUNK_BYTES), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
