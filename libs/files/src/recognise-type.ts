/** The types that are told apart; everything else is bytes. */
export type FileType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  | 'application/zip'
  | 'text/vcard'
  | 'text/plain'
  | 'application/octet-stream';

type Recognises = (bytes: Buffer) => boolean;

const TEXT_SAMPLE_BYTES = 64 * 1024;
// A zip's directory of names lies at its end.
const ZIP_DIRECTORY_BYTES = 64 * 1024;

const begins =
  (text: string, at = 0): Recognises =>
  (bytes) =>
    bytes.subarray(at, at + text.length).toString('latin1') === text;

const isZip = begins('PK\u0003\u0004');

function isZipWith(name: string): Recognises {
  return (bytes) => isZip(bytes) && bytes.subarray(-ZIP_DIRECTORY_BYTES).includes(name);
}

/** The first that fits. */
const types: readonly (readonly [FileType, Recognises])[] = [
  ['image/png', begins('\u0089PNG\r\n\u001a\n')],
  ['image/jpeg', begins('\u00ff\u00d8\u00ff')],
  ['image/webp', (bytes) => begins('RIFF')(bytes) && begins('WEBP', 8)(bytes)],
  ['application/pdf', begins('%PDF-')],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', isZipWith('xl/workbook.xml')],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', isZipWith('word/document.xml')],
  [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    isZipWith('ppt/presentation.xml'),
  ],
  ['application/zip', isZip],
  ['text/vcard', (bytes) => /^(?:\u00ef\u00bb\u00bf)?BEGIN:VCARD\s/i.test(bytes.toString('latin1', 0, 32))],
  ['text/plain', isText],
];

/** What the bytes are, by what is in them. */
export function recogniseType(content: Uint8Array): FileType {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return types.find(([, recognises]) => recognises(bytes))?.[0] ?? 'application/octet-stream';
}

/** Text in UTF-8, UTF-16 or one of the one-byte sets: no control characters but tabs and breaks. */
function isText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, TEXT_SAMPLE_BYTES);
  if (begins('\u00ff\u00fe')(sample) || begins('\u00fe\u00ff')(sample)) return true;
  return sample.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
