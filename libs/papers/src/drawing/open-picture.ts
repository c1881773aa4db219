import type { Box } from './millimetres.js';

/** A picture as the library has opened it, to be drawn on any page of the same PDF. */
export interface OpenedPicture {
  readonly width: number;
  readonly height: number;
  /** Of a PNG: its dots, packed. */
  readonly imgData?: Uint8Array;
}

/** What the library can do and its types do not say. */
interface OpensPictures {
  openImage(bytes: Buffer): OpenedPicture;
}

/** Opens a PNG or JPEG once, however often it is drawn. Throws for what is neither. */
export function openPicture(pdf: PDFKit.PDFDocument, bytes: Uint8Array): OpenedPicture {
  return (pdf as unknown as OpensPictures).openImage(Buffer.from(bytes));
}

/** Draws an opened picture into a box, on the page that is at work. */
export function drawPicture(pdf: PDFKit.PDFDocument, picture: OpenedPicture, box: Box): void {
  const { x, y, width, height } = box;
  pdf.image(picture as unknown as Buffer, x, y, { width, height });
}
