import { createHash } from 'node:crypto';
import { renderFeed } from '#calendar';
import type { Reader } from '#database';
import { translator } from '#i18n';
import { Temporal } from '#kernel';
import type { Language } from '#kernel';
import { bundleMeetings, calendarMeetingOf } from '#meetings';
import type { Meeting, MeetingBundle } from '#meetings';

const REFRESH_HOURS = 6;
const HOURS_BACK = 365 * 24;

export interface FeedRequest {
  readonly slug: string;
  /** Null: the institution's main language. */
  readonly language: Language | null;
  readonly now: Temporal.Instant;
  /** Origin of the pages. */
  readonly publicUrl: string;
}

/** A rendered feed with its validators (RFC 9110, section 8.8). */
export interface RenderedFeed {
  readonly bytes: Buffer;
  /** Strong, quoted. */
  readonly etag: string;
  /** Null while there is no meeting in it. */
  readonly lastModified: Temporal.Instant | null;
}

export interface FeedFacts {
  readonly name: string;
  readonly language: Language;
  readonly meetings: readonly Meeting[];
  /** Of the page it belongs to, German, below the origin. */
  readonly path: string;
  readonly publicUrl: string;
}

/** What a feed holds: a year back, as seen from now. */
export function feedBounds(now: Temporal.Instant) {
  return { now, since: now.subtract({ hours: HOURS_BACK }) };
}

/** Renders the meetings as a feed: the same bytes as long as none of them changes. */
export async function renderMeetings(reader: Reader, facts: FeedFacts): Promise<RenderedFeed> {
  const { name, language, publicUrl } = facts;
  const bundles = await bundleMeetings(reader, facts.meetings);
  const root = `${publicUrl}${language === 'de' ? '' : '/en'}`;
  const bytes = renderFeed({
    name,
    language,
    meetings: bundles.map((bundle) => feedEntry(bundle, language, root)),
    refreshHours: REFRESH_HOURS,
    cancelledPrefix: translator(language)('common.meeting.cancelled-prefix'),
    url: `${root}${facts.path}`,
  });
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  return { bytes, etag, lastModified: latestChange(bundles) };
}

function feedEntry(bundle: MeetingBundle, language: Language, root: string) {
  const { meeting } = bundle;
  return calendarMeetingOf(bundle, {
    language,
    sequence: meeting.revision,
    status: meeting.state === 'cancelled' ? 'cancelled' : 'confirmed',
    changedAt: meeting.changedAt,
    url: `${root}/m/${meeting.slug}`,
    reader: 'anybody',
  });
}

function latestChange(bundles: readonly MeetingBundle[]): Temporal.Instant | null {
  const changes = bundles.map(({ meeting }) => meeting.changedAt);
  return changes.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}
