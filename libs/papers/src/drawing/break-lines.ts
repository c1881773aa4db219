/** How wide a piece of text is, in whatever unit the limit is in. */
type Measure = (text: string) => number;

// A line may end behind a space or a hyphen; a space that keeps words together is none, and "e. V." stays together.
const AT_SPACES = /(?<= )(?<!(?<!\p{L})\p{L}\. )/u;
const ANYWHERE = /(?<=[ \-–/])(?<!(?<!\p{L})\p{L}\. )/u;

/**
 * The text in lines of at most this width: broken behind spaces, behind hyphens where that saves a line, and within a
 * word only where the word alone is wider than a line. Nothing is left out.
 */
export function breakLines(text: string, width: number, measure: Measure): readonly string[] {
  const anywhere = fill(text.split(ANYWHERE), width, measure);
  const words = text.split(AT_SPACES);
  if (words.some((word) => measure(word.trimEnd()) > width)) return anywhere;
  const atSpaces = fill(words, width, measure);
  return atSpaces.length > anywhere.length ? anywhere : atSpaces;
}

function fill(words: readonly string[], width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of words.flatMap((word) => fitting(word, width, measure))) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()].filter((each) => each !== '');
}

function fitting(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
}

export interface FitOptions {
  readonly width: number;
  readonly most: number;
  readonly least: number;
  readonly mostLines: number;
  /** Of the text at size 1. */
  readonly measure: Measure;
}

const STEP = 0.5;

/**
 * The largest size at which the paragraphs stand in so many lines without a word torn apart. At the least size it
 * takes as many lines as it needs.
 */
export function fitText(
  paragraphs: readonly string[],
  { width, most, least, mostLines, measure }: FitOptions,
): FittedText {
  for (let size = most; size > least; size -= STEP) {
    const lines = linesAt(paragraphs, width / size, measure);
    const torn = paragraphs.some((text) =>
      text.split(ANYWHERE).some((word) => measure(word.trimEnd()) > width / size),
    );
    if (!torn && lines.length <= mostLines) return { size, lines };
  }
  return { size: least, lines: linesAt(paragraphs, width / least, measure) };
}

function linesAt(paragraphs: readonly string[], width: number, measure: Measure): readonly string[] {
  return paragraphs.flatMap((text) => breakLines(text, width, measure));
}
