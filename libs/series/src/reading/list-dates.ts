import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { bundleMeetings, inputOf, Meeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { touchedFields } from '../changing/plan-change.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import { isDateReached } from '../tables/find-series.js';
import type { Series } from '../tables/series.entity.js';

/** A date with its meeting, as hosts see it. */
export interface DateView {
  readonly date: SeriesDate;
  readonly bundle: MeetingBundle | null;
  /** Fields of the meeting that somebody changed by hand. */
  readonly touched: readonly string[];
}

export interface DatesRequest extends PageRequest {
  readonly when: 'coming' | 'past';
  readonly now: Temporal.Instant;
  /** Of whom asks; it reaches the series. */
  readonly scope: AuthorizedScope;
}

const order = (direction: 'asc' | 'desc'): Keyset<SeriesDate> => ({
  list: `series-dates-${direction}`,
  direction,
  parts: [
    {
      path: 'date.originalLocal',
      kind: 'instant',
      of: ({ originalLocal }) => originalLocal.toZonedDateTime('UTC').toInstant(),
    },
    idPart('date.id'),
  ],
});

/**
 * A page of a series' dates by the day of its rule, as far as the scope reaches: those to come (today's included), or
 * those before, latest first.
 */
export async function listDates(
  reader: Reader,
  { id, zone }: Pick<Series, 'id' | 'zone'>,
  request: DatesRequest,
): Promise<Page<DateView>> {
  const { when, now, scope } = request;
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toPlainDateTime();
  const keyset = order(when === 'coming' ? 'asc' : 'desc');
  const query = reader.manager
    .createQueryBuilder(SeriesDate, 'date')
    .leftJoin(Meeting, 'meeting', 'meeting.id = date.meetingId')
    .where('date.seriesId = :id', { id })
    .andWhere(`coalesce(meeting.startsLocal, date.originalLocal) ${when === 'coming' ? '>=' : '<'} :today`, {
      today,
    });
  if (!scope.everywhere) {
    query
      .innerJoin('series', 'series', 'series.id = date.seriesId')
      .andWhere(isDateReached(':reached'), { reached: scope.institutionIds });
  }
  const page = toPage(await selectPage(query, keyset, request).getMany(), keyset, request);
  return { items: await viewDates(reader, page.items), next: page.next };
}

/** These dates with their meetings, in their order, with a fixed number of queries. */
export async function viewDates(reader: Reader, dates: readonly SeriesDate[]): Promise<readonly DateView[]> {
  const ids = dates.flatMap(({ meetingId }) => meetingId ?? []);
  const meetings = await reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .where('meeting.id = ANY(:ids)', { ids })
    .getMany();
  const bundles = new Map<Id, MeetingBundle>(
    (await bundleMeetings(reader, meetings)).map((bundle) => [bundle.meeting.id, bundle]),
  );
  return dates.map((date) => {
    const bundle = bundles.get(date.meetingId ?? '') ?? null;
    return { date, bundle, touched: touchedOf(date, bundle) };
  });
}

function touchedOf({ generated }: SeriesDate, bundle: MeetingBundle | null): readonly string[] {
  if (generated === null || bundle === null) return [];
  const links = {
    hostIds: bundle.hosts.map(({ id }) => id),
    listingIds: bundle.listings.map(({ id }) => id),
  };
  return touchedFields(generated, inputOf(bundle.meeting, links));
}
