import type { PaperDocument } from './paper-document.js';

/** The ring with one filled point, on a square of this width. */
export function drawRing(
  { pdf }: PaperDocument,
  { x, y, width, colour }: { x: number; y: number; width: number; colour: string },
): void {
  const unit = width / 24;
  pdf
    .circle(x + 12 * unit, y + 12 * unit, 8.5 * unit)
    .lineWidth(1.6 * unit)
    .strokeColor(colour)
    .stroke();
  pdf.circle(x + 18 * unit, y + 6 * unit, 3.1 * unit).fill(colour);
}
