import { DomainError } from '#kernel';
import type { FileType } from '#files';

/** What a meeting keeps, and how its name ends. No SVG or HTML: those are text, and saved as that. */
const endings: Readonly<Partial<Record<FileType, readonly string[]>>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'md', 'csv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
};

const MOST_CHARACTERS = 120;
// What a file system or a header would stumble over, or what turns a name's direction to hide its ending.
const UNUSABLE = /[\p{Cc}\p{Cs}\p{Cf}\u2028\u2029<>:"/\\|?*]+/gu;

/**
 * The name that a file is saved by: what the sender calls it, cleaned, with an ending that says what is in it. Throws
 * `meeting-file.type-not-allowed`.
 */
export function savedName(sent: string, type: FileType): string {
  const [usual, ...others] = endings[type] ?? [];
  if (usual === undefined) throw new DomainError('meeting-file.type-not-allowed', { pointer: '/file' });
  const clean = (sent.split(/[/\\]/).at(-1) ?? '').normalize('NFC').replace(UNUSABLE, ' ').trim();
  const [, stem = clean, ending = ''] = /^(.*)\.([^.]{1,8})$/u.exec(clean) ?? [];
  const isRight = [usual, ...others].includes(ending.toLowerCase());
  const name = (isRight ? stem : clean).replace(/^\.+/, '').trim().slice(0, MOST_CHARACTERS).trim();
  return `${name === '' ? 'datei' : name}.${isRight ? ending.toLowerCase() : usual}`;
}
