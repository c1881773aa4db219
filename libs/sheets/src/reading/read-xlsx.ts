import { DomainError } from '#kernel';
import { sheetLimits } from '../limits.js';
import type { SheetRow } from '../sheet.js';
import { isDayFormat } from './cell-format.js';
import { SheetPart } from './sheet-part.js';
import { Workbook } from './workbook.js';

/**
 * The rows of a workbook's first sheet, one after another. Days come in ISO form, formulas as the value Excel last
 * worked out. Throws `sheet.not-recognised`, `sheet.damaged`, `sheet.too-large` and the refusals of the limits.
 */
export async function* readXlsx(bytes: Buffer): AsyncGenerator<SheetRow> {
  const workbook = await Workbook.open(bytes);
  if (!workbook.has('xl/workbook.xml')) throw new DomainError('sheet.not-recognised');
  const { path, since1904 } = await findFirstSheet(workbook);
  const dayStyles = await readDayStyles(workbook);
  const part = new SheetPart({ sharedTexts: await readSharedTexts(workbook), dayStyles, since1904 });
  for await (const _ of workbook.read(path, part)) yield* part.take();
}

async function findFirstSheet(workbook: Workbook): Promise<{ path: string; since1904: boolean }> {
  let relation: string | undefined;
  let since1904 = false;
  await workbook.readWhole('xl/workbook.xml', {
    open: ({ name, attributes }) => {
      if (name === 'sheet') relation ??= attributes['r:id'];
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    },
  });
  let path: string | undefined;
  await workbook.readWhole('xl/_rels/workbook.xml.rels', {
    open: ({ name, attributes }) => {
      if (name === 'Relationship' && attributes['Id'] === relation) path = attributes['Target'];
    },
  });
  if (path === undefined) throw new DomainError('sheet.damaged');
  return { path: path.startsWith('/') ? path.slice(1) : `xl/${path}`, since1904 };
}

/** Of each cell style, whether it shows a day. */
async function readDayStyles(workbook: Workbook): Promise<readonly boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  await workbook.readWhole('xl/styles.xml', {
    open: ({ name, attributes }) => {
      const id = Number(attributes['numFmtId']);
      if (name === 'numFmt') codes.set(id, attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(isDayFormat(id, codes.get(id)));
    },
    close: ({ name }) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function readSharedTexts(workbook: Workbook): Promise<readonly string[]> {
  const texts: string[] = [];
  let characters = 0;
  let text = '';
  let within: 'text' | 'phonetic' | null = null;
  await workbook.readWhole('xl/sharedStrings.xml', {
    open: ({ name }) => {
      if (name === 'si') text = '';
      if (name === 't' && within === null) within = 'text';
      if (name === 'rPh') within = 'phonetic';
    },
    text: (part) => {
      if (within !== 'text') return;
      characters += part.length;
      if (characters > sheetLimits.sharedText) throw new DomainError('sheet.too-large');
      text += part;
    },
    close: ({ name }) => {
      if (name === 't' && within === 'text') within = null;
      if (name === 'rPh') within = null;
      if (name === 'si') texts.push(text.trim());
    },
  });
  return texts;
}
