import { createCanvas, Path2D } from '@napi-rs/canvas';
import { decodeQR } from 'qr/decode.js';
import { getDocumentProxy } from 'unpdf';

export interface PdfWord {
  readonly text: string;
  /** Of its lower left corner, in points from the page's. */
  readonly x: number;
  readonly y: number;
}

export interface PdfPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
  /** All of it, a space where a line ends. */
  readonly text: string;
}

export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  readonly pages: readonly PdfPage[];
}

/** What a reader of the PDF finds: its words with their places. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await pdf.getMetadata();
  const { Title: title = '', Language: language = null } = info as { Title?: string; Language?: string };
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
        : [],
    );
    pages.push({ width, height, words, text: words.map(({ text }) => text).join(' ') });
  }
  return { title, language, pages };
}

// The PDF reader looks for it where browsers have it.
Object.assign(globalThis, { Path2D });

const SCALE = 3;

export interface PdfBox {
  readonly x: number;
  /** From the upper edge. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What the QR codes of a page say, read as a camera does from the page's picture, one in each box (in points). */
export async function readQrCodes(
  bytes: Uint8Array,
  boxes: readonly PdfBox[],
  pageNumber = 1,
): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const page = await pdf.getPage(pageNumber);
  const viewport = page.getViewport({ scale: SCALE });
  const canvas = createCanvas(viewport.width, viewport.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, viewport.width, viewport.height);
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  return boxes.map((box) => {
    const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((each) =>
      Math.round(each * SCALE),
    );
    const picture = context.getImageData(x ?? 0, y ?? 0, width ?? 0, height ?? 0);
    return decodeQR({ width: picture.width, height: picture.height, data: new Uint8Array(picture.data) });
  });
}

/** A page by its index. */
export function pageOf({ pages }: Pick<ReadPdf, 'pages'>, index: number): PdfPage {
  const found = pages[index];
  if (found === undefined) throw new Error(`there is no page ${index + 1}`);
  return found;
}

/** Without spaces: where a line ends one may stand or not. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '');
}

/** In points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
