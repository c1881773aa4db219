import type { Reader } from '#database';
import { findInstitutions } from '#directory';
import { pickText } from '#kernel';
import { findOpenSeries, listSeriesMeetings } from '#series';
import { feedBounds, renderMeetings } from './rendered-feed.js';
import type { FeedRequest, RenderedFeed } from './rendered-feed.js';

/** The dates of a series that everybody may see, from a year back on; null when there is no such series. */
export async function renderSeriesFeed(
  reader: Reader,
  { slug, language: asked, now, publicUrl }: FeedRequest,
): Promise<RenderedFeed | null> {
  const series = await findOpenSeries(reader, slug);
  if (series === null) return null;
  const institution = (await findInstitutions(reader, [series.institutionId])).get(series.institutionId);
  const main = institution?.mainLanguage ?? 'de';
  const language = asked ?? main;
  return renderMeetings(reader, {
    name: pickText(series.name, language, main).text,
    language,
    meetings: await listSeriesMeetings(reader, series, feedBounds(now)),
    path: `/s/${series.slug}`,
    publicUrl,
  });
}
