import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { fromBuffer } from 'yauzl';
import type { Entry, Options, ZipFile as ReadZip } from 'yauzl';
import { ZipFile } from 'yazl';
import { DomainError } from '#kernel';
import { readSheet, writeCsv, writeXlsx } from './index.js';
import type { SheetRow } from './index.js';

const openZip = promisify<Buffer, Options, ReadZip>(fromBuffer);
type OpenStream = (entry: Entry, done: (error: Error | null, stream: Readable) => void) => void;

async function cellsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet(bytes)) rows.push(row);
  return rows.map(({ cells }) => cells);
}

async function refusalOf(bytes: Buffer): Promise<object> {
  const error = await cellsOf(bytes).then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  return error instanceof DomainError ? { code: error.code, ...error.params } : { error };
}

const people = [
  ['Nachname', 'Vorname', 'Ort'],
  ['Müller', 'Änne', 'Köln – Süd'],
];
const german = 'Nachname;Vorname;Ort\r\nMüller;Änne;Köln – Süd\r\n';

/** As Excel saves "CSV" in Western Europe. */
function windows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('–', '\u0096'), 'latin1');
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('reading a text with separators', () => {
  it.each([
    ['UTF-8', Buffer.from(german)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${german}`)],
    ['Windows-1252', windows1252(german)],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${german}`, 'utf16le')],
    ['UTF-16, big end first', utf16be(`\uFEFF${german}`)],
    ['UTF-16 without a mark', Buffer.from(german, 'utf16le')],
    ['commas', Buffer.from(german.replaceAll(';', ','))],
    ['tabs', Buffer.from(german.replaceAll(';', '\t'))],
    ["Excel's line that names the separator", Buffer.from(`sep=;\r\n${german}`)],
    ['line feeds alone', Buffer.from(german.replaceAll('\r\n', '\n'))],
  ])('understands %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual(people);
  });

  it('keeps separators, quotes and line breaks that stand in quotes', async () => {
    const text = 'Name;Firma\n"Beispiel; ""Kim""";"Erste Zeile\nzweite, Zeile, mit, Kommas"\n';
    expect(await cellsOf(Buffer.from(text))).toEqual([
      ['Name', 'Firma'],
      ['Beispiel; "Kim"', 'Erste Zeile\nzweite, Zeile, mit, Kommas'],
    ]);
  });

  it('leaves out empty rows and counts them', async () => {
    const rows: number[] = [];
    for await (const { row } of readSheet(Buffer.from('a;b\n;\n\n1;2\n'))) rows.push(row);
    expect(rows).toEqual([1, 4]);
  });

  it('reads characters that are cut by a piece of the file', async () => {
    const name = 'ä'.repeat(1001);
    const text = `a;b\n${`${name};x\n`.repeat(200)}`;
    expect(new Set((await cellsOf(Buffer.from(text))).slice(1).map(([cell]) => cell))).toEqual(
      new Set([name]),
    );
  });
});

function row(columns: number): string {
  return Array.from({ length: columns }, (_, index) => `c${index}`).join(';');
}

describe('what is refused', () => {
  it.each<[string, Buffer, object]>([
    ['an empty file', Buffer.alloc(0), { code: 'sheet.empty' }],
    ['a file of blank lines', Buffer.from('\n\n ; \n'), { code: 'sheet.empty' }],
    ['300 columns', Buffer.from(row(300)), { code: 'sheet.too-many-columns', columns: 300, most: 100 }],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), { code: 'sheet.not-recognised' }],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), { code: 'sheet.not-recognised' }],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), { code: 'sheet.old-workbook' }],
    ['a cut workbook', Buffer.from('PK\u0003\u0004abc', 'latin1'), { code: 'sheet.damaged' }],
    ['a quote without its end', Buffer.from('a;b\n"x;y\n'), { code: 'sheet.broken-row', row: 2 }],
    [
      'a very long cell',
      Buffer.from(`a;b\n${'x'.repeat(6000)};y`),
      { code: 'sheet.cell-too-long', row: 2, most: 5000 },
    ],
    ['too many rows', Buffer.from('a;b\n'.repeat(50_001)), { code: 'sheet.too-many-rows', most: 50_000 }],
  ])('refuses %s', async (_, bytes, refusal) => {
    expect(await refusalOf(bytes)).toEqual(refusal);
  });
});

describe('workbooks', () => {
  it('reads what it writes', async () => {
    const rows = [
      ['Name', 'Seit'],
      ['<Müller & "Söhne">', '=1+1'],
      ['', 'Zeile 1\nZeile 2'],
    ];
    const bytes = await buffer(writeXlsx(Readable.from(rows), { title: 'Personen', language: 'de' }));
    expect(await cellsOf(bytes)).toEqual(rows);
  });

  it.each([
    ['de', 'dd\\.mm\\.yyyy'],
    ['en', 'yyyy\\-mm\\-dd'],
  ] as const)('writes days and moments as dates with their format in %s', async (language, format) => {
    const day = { text: '01.03.2027', at: '2027-03-01' };
    const moment = { text: '01.03.2027 18:00', at: '2027-03-01T18:00' };
    const early = { text: '31.12.1899', at: '1899-12-31' };
    const bytes = await buffer(writeXlsx(Readable.from([[day, moment, early]]), { title: 'Tage', language }));
    expect(await cellsOf(bytes)).toEqual([['2027-03-01', '2027-03-01', '31.12.1899']]);
    const [styles, cells] = [
      await partOf(bytes, 'xl/styles.xml'),
      await partOf(bytes, 'xl/worksheets/sheet1.xml'),
    ];
    expect(styles).toContain(`formatCode="${format}"`);
    expect(styles).toContain(`formatCode="${format} hh:mm"`);
    expect(cells).toContain('<c r="A1" s="2"><v>46447</v></c><c r="B1" s="3"><v>46447.75</v></c>');
  });

  it('understands shared texts, days, numbers, formulas and gaps', async () => {
    const bytes = await workbook({
      'xl/sharedStrings.xml':
        '<sst><si><t>Name</t></si><si><r><t>Kim </t></r><r><t>Beispiel</t></r><rPh><t>no</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>' +
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': sheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Seit</t></is></c></row>' +
          '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>46752</v></c><c r="D3" s="2"><v>36526.5</v></c>' +
          '<c r="E3"><f>6*7</f><v>42</v></c><c r="F3" t="str"><f>"a"</f><v>a</v></c></row>',
      ),
    });
    expect(await cellsOf(bytes)).toEqual([
      ['Name', '', 'Seit'],
      ['Kim Beispiel', '', '2027-12-31', '2000-01-01', '42', 'a'],
    ]);
  });

  it('refuses 300 columns, a bomb, entities and what is no workbook', async () => {
    const wide = sheet('<row r="1"><c r="KN1"><v>1</v></c></row>');
    expect(await refusalOf(await workbook({ 'xl/worksheets/sheet1.xml': wide }))).toEqual({
      code: 'sheet.too-many-columns',
      columns: 300,
      most: 100,
    });
    const bomb = Buffer.alloc(160_000_000, ' ');
    expect(await refusalOf(await workbook({ 'xl/worksheets/sheet1.xml': bomb }))).toEqual({
      code: 'sheet.too-large',
    });
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>';
    expect(await refusalOf(await workbook({ 'xl/worksheets/sheet1.xml': entities }))).toEqual({
      code: 'sheet.damaged',
    });
    expect(await refusalOf(await zipOf({ 'word/document.xml': '<w/>' }))).toEqual({
      code: 'sheet.not-recognised',
    });
  });
});

describe('address books', () => {
  it('reads every card of a file, in version 3 and 4', async () => {
    const cards = [
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Änne;Maria;Dr.;\r\nFN:Dr. Änne Maria Müller\r\nORG:Chemie GmbH;Labor\r\n' +
        'TITLE:Leiterin\r\nTEL;TYPE=WORK:+49 341 1\r\nEMAIL;TYPE=INTERNET:a@chemie.example\r\n' +
        'item1.EMAIL:b@chemie.example\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Kim Bei\r\n spiel\r\nTEL;VALUE=uri:tel:+49-341-2\r\nLANG:en\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:4.0\r\n???\r\nEND:VCARD',
    ].join('\r\n');
    expect((await cellsOf(Buffer.from(cards))).slice(1)).toEqual([
      [
        'Dr.',
        'Änne Maria',
        'Müller',
        'Leiterin',
        '+49 341 1',
        '',
        'Chemie GmbH',
        'a@chemie.example b@chemie.example',
      ],
      ['', 'Kim', 'Beispiel', '', '+49-341-2', 'en', '', ''],
      ['', '', '', '', '', '', '', ''],
    ]);
  });
});

describe('writing', () => {
  it('opens in Excel and disarms what would be a formula', async () => {
    const rows = [
      ['Name', 'Notiz'],
      ['=HYPERLINK("x")', '+49 341'],
      ['-1', '@SUM'],
      ['\ttab', 'a;"b"\n'],
    ];
    const text = (await buffer(writeCsv(Readable.from(rows), { delimiter: ';' }))).toString();
    expect(text).toBe(
      `\uFEFFName;Notiz\r\n"'=HYPERLINK(""x"")";'+49 341\r\n'-1;'@SUM\r\n'\ttab;"a;""b""\n"\r\n`,
    );
  });
});

function sheet(rows: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
}

async function partOf(bytes: Buffer, path: string): Promise<string> {
  const zip = await openZip(bytes, { lazyEntries: true, autoClose: false });
  const found = new Promise<Entry>((resolve) => {
    zip.on('entry', (entry: Entry) => (entry.fileName === path ? resolve(entry) : zip.readEntry()));
    zip.readEntry();
  });
  const stream = await promisify(zip.openReadStream.bind(zip) as OpenStream)(await found);
  return (await buffer(stream)).toString();
}

async function workbook(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  return zipOf({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ...parts,
  });
}

async function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return buffer(zip.outputStream);
}
