import type { InstitutionKind } from '#contracts';
import type { Reader } from '#database';
import { findInstitutionBySlug, publicPath } from '#directory';
import { listPublicMeetings, nameIn } from '#meetings';
import { feedBounds, renderMeetings } from './rendered-feed.js';
import type { FeedRequest, RenderedFeed } from './rendered-feed.js';

/**
 * The public meetings that an institution owns, hosts or lists, from a year back on; null when it is not there. Its
 * present and its former slugs serve the same bytes.
 */
export async function renderInstitutionFeed(
  reader: Reader,
  { kind, slug, language: asked, now, publicUrl }: FeedRequest & { readonly kind: InstitutionKind },
): Promise<RenderedFeed | null> {
  const found = await findInstitutionBySlug(reader, kind, slug);
  if (found === null) return null;
  const { institution } = found;
  const language = asked ?? institution.mainLanguage;
  return renderMeetings(reader, {
    name: nameIn(institution, language),
    language,
    meetings: await listPublicMeetings(reader, institution.id, feedBounds(now)),
    path: publicPath(institution) ?? '/',
    publicUrl,
  });
}
