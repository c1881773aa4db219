import type { Language } from '#kernel';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const LONGEST_TITLE = 31;

/** Styles of cells, by their place in `cellXfs`. */
export const TITLE_STYLE = 1;
export const DAY_STYLE = 2;
export const MOMENT_STYLE = 3;

const dayFormats: Readonly<Record<Language, string>> = { de: 'dd\\.mm\\.yyyy', en: 'yyyy\\-mm\\-dd' };

/** The parts of a workbook (ECMA-376) with one sheet, but for the sheet itself; days as the language has them. */
export function workbookParts(
  title: string,
  language: Language,
): readonly { readonly path: string; readonly text: string }[] {
  const name = escapeXml(title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, LONGEST_TITLE));
  return [
    {
      path: '[Content_Types].xml',
      text:
        `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_ML}.worksheet+xml"/></Types>`,
    },
    {
      path: '_rels/.rels',
      text: relationships([{ kind: 'officeDocument', target: 'xl/workbook.xml' }]),
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: relationships([
        { kind: 'worksheet', target: 'worksheets/sheet1.xml' },
        { kind: 'styles', target: 'styles.xml' },
      ]),
    },
    {
      path: 'xl/workbook.xml',
      text:
        `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">` +
        `<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      path: 'xl/styles.xml',
      text: stylesOf(language),
    },
  ];
}

function stylesOf(language: Language): string {
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2">` +
    `<numFmt numFmtId="164" formatCode="${dayFormats[language]}"/>` +
    `<numFmt numFmtId="165" formatCode="${dayFormats[language]} hh:mm"/></numFmts><fonts count="2"><font/><font><b/></font></fonts>` +
    `<fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
    `<cellStyleXfs count="1"><xf/></cellStyleXfs>` +
    `<cellXfs count="4"><xf numFmtId="49"/><xf numFmtId="49" fontId="1" applyFont="1"/>` +
    `<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`
  );
}

function relationships(parts: readonly { kind: string; target: string }[]): string {
  const lines = parts.map(
    ({ kind, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${DOCUMENT}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

/** The letters of a column from its index: 0 is `A`. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

// Characters that XML does not allow, or that no table needs.
const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu;

export function escapeXml(text: string): string {
  return text
    .replaceAll(NOT_IN_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
