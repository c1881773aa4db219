import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** A UUID in its canonical lower-case form. */
export type Id = string;

const RANDOM_BYTES = 16;
const stock = new Uint8Array(256 * RANDOM_BYTES);
let used = stock.length;
let last = { msecs: 0, seq: 0 };

/** A new UUIDv7 (RFC 9562, section 5.7): ids made in one process sort in the order in which they were made. */
export function newId(): Id {
  const random = takeRandom();
  const now = Date.now();
  last = now > last.msecs ? { msecs: now, seq: firstOf(random) } : { ...last, seq: last.seq + 1 };
  return v7({ random, ...last });
}

/** Out of a stock: to ask the system each time takes longer than all the rest. */
function takeRandom(): Uint8Array {
  if (used === stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  used += RANDOM_BYTES;
  return stock.subarray(used - RANDOM_BYTES, used);
}

/** 31 random bits, so that what is counted up from here within a millisecond stays within 32 (section 6.2, method 1). */
function firstOf(random: Uint8Array): number {
  return new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1;
}
