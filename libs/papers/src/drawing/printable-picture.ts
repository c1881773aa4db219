import { inflateSync } from 'node:zlib';
import Pdf from 'pdfkit';
import { recogniseType } from '#files';
import { openPicture } from './open-picture.js';

/** A logo of more dots than this is a mistake or an attack: they are unpacked in memory. */
const MOST_DOTS = 16_000_000;
const MOST_BYTES_PER_DOT = 8;

/**
 * Whether the bytes are a picture that a PDF can hold: PNG or JPEG, whole, of a sensible size. A PNG is unpacked here
 * once, since the library does so later in a callback, where a broken one would end the process.
 */
export function isPrintable(bytes: Uint8Array): boolean {
  if (!['image/png', 'image/jpeg'].includes(recogniseType(bytes))) return false;
  try {
    const pdf = new Pdf({ autoFirstPage: false });
    const { width, height, imgData } = openPicture(pdf, bytes);
    const dots = width * height;
    if (!(dots > 0 && dots <= MOST_DOTS)) return false;
    if (imgData !== undefined)
      inflateSync(imgData, { maxOutputLength: dots * MOST_BYTES_PER_DOT + height * 2 });
    return true;
  } catch {
    return false;
  }
}
