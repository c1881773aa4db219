import { savedName } from './file-name.rules.js';

describe('savedName', () => {
  it.each([
    ['Protokoll März.pdf', 'application/pdf', 'Protokoll März.pdf'],
    ['FOTO.JPEG', 'image/jpeg', 'FOTO.jpeg'],
    ['rechnung.pdf.exe', 'application/pdf', 'rechnung.pdf.exe.pdf'],
    ['seite.html', 'text/plain', 'seite.html.txt'],
    ['C:\\Users\\kim\\Folien.pptx', 'application/pdf', 'Folien.pptx.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['a\u202egpj.exe', 'image/png', 'a gpj.exe.png'],
    ['zwei\r\nZeilen".txt', 'text/plain', 'zwei Zeilen.txt'],
    ['', 'application/pdf', 'datei.pdf'],
    ['...', 'application/pdf', 'datei.pdf'],
  ] as const)('calls %j, which is %s, %j', (sent, type, name) => {
    expect(savedName(sent, type)).toBe(name);
  });

  it('keeps no archive and nothing unknown', () => {
    for (const type of ['application/zip', 'application/octet-stream', 'text/vcard'] as const) {
      expect(() => savedName('x.zip', type)).toThrow('meeting-file.type-not-allowed');
    }
  });
});
