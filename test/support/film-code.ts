import { writeFile } from 'node:fs/promises';
import { encodeQR } from 'qr';

const WIDTH = 640;
const HEIGHT = 480;
const MODULE = 8;
const DARK = 16;
const LIGHT = 235;
const GREY = 128;

/** Writes a film (YUV4MPEG2, 640 × 480) of somebody who holds a QR code in front of a camera, in the middle of a light page. */
export async function filmCode(path: string, text: string): Promise<void> {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const left = Math.floor((WIDTH - rows.length * MODULE) / 2);
  const top = Math.floor((HEIGHT - rows.length * MODULE) / 2);
  const isDark = (x: number, y: number) =>
    rows[Math.floor((y - top) / MODULE)]?.[Math.floor((x - left) / MODULE)] === true;
  const brightness = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) if (isDark(x, y)) brightness[y * WIDTH + x] = DARK;
  const colours = Buffer.alloc((WIDTH * HEIGHT) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), brightness, colours]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  await writeFile(path, Buffer.concat([head, frame, frame]));
}
