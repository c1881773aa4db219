import type { AuthorizedScope } from '#access';
import type { PaperHeadInput } from '#contracts';
import type { Reader } from '#database';
import { getInstitution } from '#directory';
import type { Id, LocalizedText } from '#kernel';
import { PaperHeadSettings } from '../tables/paper-head.entity.js';
import { PaperLogo } from '../tables/paper-logo.entity.js';

/** What stands above papers, as it is kept. */
export interface PaperHeadView {
  readonly unionFunding: PaperHeadInput['unionFunding'];
  readonly fundingLine: LocalizedText | null;
  /** In the order they were added in. */
  readonly logos: readonly Pick<PaperLogo, 'id' | 'fileId'>[];
  readonly version: number;
}

/** Of an institution that never said anything about it. */
export const blankHead = { unionFunding: 'none', fundingLine: null, version: 1 } as const;

/** An institution's own head, blank if it has none. Throws `institution.not-found`. */
export async function getPaperHead(
  reader: Reader,
  scope: AuthorizedScope,
  institutionId: Id,
): Promise<PaperHeadView> {
  await getInstitution(reader, scope, institutionId);
  return readPaperHead(reader, institutionId);
}

/** As `getPaperHead`, for whoever has asked for permission. */
export async function readPaperHead(reader: Reader, institutionId: Id): Promise<PaperHeadView> {
  const settings = await reader.manager.findOneBy(PaperHeadSettings, { institutionId });
  const logos = await reader.manager.find(PaperLogo, { where: { institutionId }, order: { id: 'ASC' } });
  return { ...(settings ?? blankHead), logos };
}
