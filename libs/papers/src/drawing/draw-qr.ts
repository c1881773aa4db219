import { encodeQR } from 'qr';
import type { PaperDocument } from './paper-document.js';
import type { Box } from './millimetres.js';

/** Clear space around a QR code, in its own modules (ISO/IEC 18004 asks for four). */
const QUIET_MODULES = 4;

/**
 * A QR code whose lower right corner is the box's: its quiet zone is within the box above and on the left, and reaches
 * beyond it on the right and below, into a margin of the caller's. Drawn as one path, so that no seams show.
 */
export function drawQr({ pdf }: PaperDocument, text: string, { x, y, width }: Box): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_MODULES });
  const module = width / (rows.length - QUIET_MODULES);
  for (const [row, modules] of rows.entries()) {
    for (const { from, length } of runsOf(modules)) {
      pdf.rect(x + from * module, y + row * module, length * module, module);
    }
  }
  pdf.fill('#000000');
}

function runsOf(modules: readonly boolean[]): readonly { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (const [column, dark] of modules.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last !== undefined && last.from + last.length === column) last.length += 1;
    else runs.push({ from: column, length: 1 });
  }
  return runs;
}
