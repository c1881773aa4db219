import { accentOf } from '#mail';
import type { Reader } from '#database';
import { findInstitutions } from '#directory';
import type { InstitutionView } from '#directory';
import { FileStore } from '#files';
import { pickText } from '#kernel';
import type { Language, Temporal } from '#kernel';
import type { MeetingBundle } from '#meetings';
import { isPrintable } from '../drawing/printable-picture.js';
import { blankHead, readPaperHead } from '../head/read-head.js';
import type { PaperHeadView } from '../head/read-head.js';
import type { PaperWords } from '../kinds/paper-words.js';

/** Whose paper it is and in which language. */
interface PaperSource {
  /** The first that says anything about its papers gives the head, else the first of all. */
  readonly institutions: readonly InstitutionView[];
  readonly hosts: string;
  readonly language: Language;
  readonly madeAt: Temporal.Instant;
}

/** What every paper says, with the pictures above it. */
export async function readPaperWords(
  reader: Reader,
  files: FileStore,
  { institutions, hosts, language, madeAt }: PaperSource,
): Promise<PaperWords> {
  const { institution, head } = await findHead(reader, institutions);
  const { unionFunding, fundingLine: line } = head;
  const main = institution?.mainLanguage;
  const fundingLine = line === null ? null : pickText(line, language, main).text;
  const own = institution?.logoFileId ?? null;
  const logos = await readLogos(reader, files, [
    ...(own === null ? [] : [own]),
    ...head.logos.map(({ fileId }) => fileId),
  ]);
  return {
    language,
    madeAt,
    accent: accentOf(institution?.colour).onLight,
    head: { language, hosts, logos, unionFunding, fundingLine },
  };
}

/** The pictures that can be printed, each once. */
async function readLogos(
  reader: Reader,
  files: FileStore,
  ids: readonly string[],
): Promise<readonly Buffer[]> {
  const logos: Buffer[] = [];
  for (const id of new Set(ids)) {
    const { bytes } = await files.get(reader, id);
    if (isPrintable(bytes)) logos.push(Buffer.from(bytes));
  }
  return logos;
}

/** Whose papers a meeting's are: its owner's, the one whose committee that is, and the hosts'. */
export async function headsOf(
  reader: Reader,
  { institution, hosts }: MeetingBundle,
): Promise<readonly InstitutionView[]> {
  const { parentId } = institution;
  const parents = parentId === null ? [] : [...(await findInstitutions(reader, [parentId])).values()];
  return [institution, ...parents, ...hosts];
}

interface FoundHead {
  readonly institution: InstitutionView | undefined;
  readonly head: Omit<PaperHeadView, 'version'>;
}

async function findHead(reader: Reader, institutions: readonly InstitutionView[]): Promise<FoundHead> {
  const each = new Map(institutions.map((institution) => [institution.id, institution]));
  for (const institution of each.values()) {
    const head = await readPaperHead(reader, institution.id);
    if (head.unionFunding !== 'none' || head.fundingLine !== null || head.logos.length > 0) {
      return { institution, head };
    }
  }
  return { institution: institutions[0], head: { ...blankHead, logos: [] } };
}
