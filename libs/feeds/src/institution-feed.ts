import { createHash } from 'node:crypto';
import { renderFeed } from '#calendar';
import type { InstitutionKind } from '#contracts';
import type { Reader } from '#database';
import { findInstitutionBySlug, publicPath } from '#directory';
import { translator } from '#i18n';
import { Temporal } from '#kernel';
import type { Language } from '#kernel';
import { bundleMeetings, calendarMeetingOf, listPublicMeetings, nameIn } from '#meetings';
import type { MeetingBundle } from '#meetings';

const REFRESH_HOURS = 6;
const HOURS_BACK = 365 * 24;

export interface FeedRequest {
  readonly kind: InstitutionKind;
  /** The present or a former one: both serve the same bytes. */
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

/** The public meetings that an institution owns, hosts or lists, from a year back on; null when it is not there. */
export async function renderInstitutionFeed(
  reader: Reader,
  request: FeedRequest,
): Promise<RenderedFeed | null> {
  const found = await findInstitutionBySlug(reader, request.kind, request.slug);
  if (found === null) return null;
  const { institution } = found;
  const { now, publicUrl } = request;
  const language = request.language ?? institution.mainLanguage;
  const meetings = await listPublicMeetings(reader, institution.id, {
    now,
    since: now.subtract({ hours: HOURS_BACK }),
  });
  const bundles = await bundleMeetings(reader, meetings);
  const bytes = renderFeed({
    name: nameIn(institution, language),
    language,
    meetings: bundles.map((bundle) => feedEntry(bundle, language, publicUrl)),
    refreshHours: REFRESH_HOURS,
    cancelledPrefix: translator(language)('common.meeting.cancelled-prefix'),
    url: `${publicUrl}${language === 'de' ? '' : '/en'}${publicPath(institution) ?? '/'}`,
  });
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  return { bytes, etag, lastModified: latestChange(bundles) };
}

function feedEntry(bundle: MeetingBundle, language: Language, publicUrl: string) {
  const { meeting } = bundle;
  return calendarMeetingOf(bundle, {
    language,
    sequence: meeting.revision,
    status: meeting.state === 'cancelled' ? 'cancelled' : 'confirmed',
    changedAt: meeting.changedAt,
    url: `${publicUrl}${language === 'de' ? '' : '/en'}/m/${meeting.slug}`,
    forInvitee: false,
  });
}

function latestChange(bundles: readonly MeetingBundle[]): Temporal.Instant | null {
  const changes = bundles.map(({ meeting }) => meeting.changedAt);
  return changes.toSorted(Temporal.Instant.compare).at(-1) ?? null;
}
