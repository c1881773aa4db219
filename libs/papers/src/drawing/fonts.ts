import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE_SANS = '@expo-google-fonts/source-sans-3';
const UBUNTU = '@expo-google-fonts/ubuntu';

/*
 * Whole font files of npm, of which a PDF gets the letters that it uses. `statement` is one of the typefaces that the
 * statement beside the Union's emblem may be set in (Regulation (EU) 2021/1060, annex IX).
 */
const files = {
  regular: `${SOURCE_SANS}/400Regular/SourceSans3_400Regular.ttf`,
  semibold: `${SOURCE_SANS}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  statement: `${UBUNTU}/400Regular/Ubuntu_400Regular.ttf`,
} as const;

export type Font = keyof typeof files;

const { resolve } = createRequire(import.meta.url);
const read = new Map<Font, Buffer>();

/** The fonts by name; each file is read once per process, when it is first needed. */
export function fontFile(font: Font): Buffer {
  const known = read.get(font);
  if (known !== undefined) return known;
  const bytes = readFileSync(resolve(files[font]));
  read.set(font, bytes);
  return bytes;
}

export const fonts = Object.keys(files) as readonly Font[];
