import { recogniseType } from './recognise-type.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('recogniseType', () => {
  it.each([
    ['image/png', bytes('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR')],
    ['image/jpeg', bytes('\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF')],
    ['image/webp', bytes('RIFF\u0010\0\0\0WEBPVP8 ')],
    ['application/pdf', bytes('%PDF-1.7\n')],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes('PK\u0003\u0004\0\0[Content_Types].xml\0xl/workbook.xml'),
    ],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes('PK\u0003\u0004\0\0[Content_Types].xml\0word/document.xml'),
    ],
    [
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      bytes('PK\u0003\u0004\0\0[Content_Types].xml\0ppt/presentation.xml'),
    ],
    ['application/zip', bytes('PK\u0003\u0004\0\0letter.txt')],
    ['text/vcard', Buffer.from('\ufeffBEGIN:VCARD\r\nVERSION:4.0')],
    ['text/plain', Buffer.from('Name;Straße\r\nMüller;Café')],
    ['text/plain', bytes('Name;Stra\u00dfe\r\nM\u00fcller;5 \u0080')],
    ['text/plain', bytes('\u00ff\u00feN\0a\0')],
    ['text/plain', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['application/octet-stream', bytes('MZ\u0090\0\u0003\0')],
  ])('recognises %s', (type, content) => {
    expect(recogniseType(content)).toBe(type);
  });

  it('reads only the bytes it is given, not what lies around them', () => {
    const around = new Uint8Array(Buffer.from('xx%PDF-1.7'));
    expect(recogniseType(around.subarray(2))).toBe('application/pdf');
  });
});
