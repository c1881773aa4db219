import { encodeQR } from 'qr';
import type { QrCodeView } from './views/registration.view.js';

/** Light around the code, without which cameras do not find it (ISO/IEC 18004 asks for 4; the page is light, too). */
const BORDER = 2;

/** A QR code as one line of SVG, a stroke for each run of dark modules: a fifth of what the library’s own drawing takes. */
export function qrCodeOf(text: string): QrCodeView {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
  const path = rows.flatMap((row, y) => runsOf(row).map(({ x, width }) => `M${x} ${y}h${width}`));
  return { size: rows.length, path: path.join('') };
}

interface Run {
  readonly x: number;
  readonly width: number;
}

function runsOf(row: readonly boolean[]): readonly Run[] {
  const edges = row.flatMap((isDark, x) => (isDark === (row[x - 1] ?? false) ? [] : [x]));
  const starts = edges.filter((_, index) => index % 2 === 0);
  return starts.map((x, index) => ({ x, width: (edges[index * 2 + 1] ?? row.length) - x }));
}
