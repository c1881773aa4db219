import type { Reader } from '#database';
import { findInstitutions, findPeople } from '#directory';
import type { InstitutionView, PersonContact } from '#directory';
import { hashToken, isTokenShaped } from '#kernel';
import type { Id } from '#kernel';
import { bundleMeetings, Meeting } from '#meetings';
import type { MeetingBundle } from '#meetings';
import { HostSwap } from '../swaps/host-swap.entity.js';
import { SeriesDate } from '../tables/series-date.entity.js';
import { Series } from '../tables/series.entity.js';
import { HostTurn } from '../turns/host-turn.entity.js';
import { HostLink } from './host-link.entity.js';

/** A date that a link is about. */
export interface LinkedDate {
  readonly bundle: MeetingBundle;
  /** For a swap: who hosted it when it was asked. */
  readonly host: InstitutionView;
}

/** What a host's page shows. */
export interface HostLinkFacts {
  readonly link: HostLink;
  /** The host for which the reader answers. */
  readonly institution: InstitutionView;
  /** Null: an office's mailbox. */
  readonly person: PersonContact | null;
  readonly series: Series;
  /** Who keeps the series. */
  readonly keeper: InstitutionView;
  readonly turn: HostTurn | null;
  readonly swap: HostSwap | null;
  /** One date for a turn; for a swap two, the reader's own first. */
  readonly dates: readonly LinkedDate[];
}

/** What a link opens, or null: a token of the wrong form costs no query. */
export async function findHostLink(reader: Reader, token: string): Promise<HostLinkFacts | null> {
  if (!isTokenShaped(token)) return null;
  const link = await reader.manager.findOneBy(HostLink, { tokenHash: hashToken(token) });
  return link === null ? null : readHostLink(reader, link);
}

/** The same for a link that is known; null where one of its meetings is gone. */
export async function readHostLink(reader: Reader, link: HostLink): Promise<HostLinkFacts | null> {
  const turn = link.turnId === null ? null : await reader.manager.findOneBy(HostTurn, { id: link.turnId });
  const swap = link.swapId === null ? null : await reader.manager.findOneBy(HostSwap, { id: link.swapId });
  const sides = sidesOf(link, turn, swap);
  const dates = await findLinkedDates(reader, sides);
  const [first] = dates;
  if (dates.length !== sides.length || first === undefined) return null;
  const series = await reader.manager.findOneBy(Series, { id: first.seriesId });
  if (series === null) return null;
  const institutions = await findInstitutions(reader, [link.institutionId, series.institutionId]);
  const institution = institutions.get(link.institutionId);
  const keeper = institutions.get(series.institutionId);
  const people = await findPeople(reader, link.personId === null ? [] : [link.personId]);
  if (institution === undefined || keeper === undefined) return null;
  return {
    link,
    institution,
    person: people.get(link.personId ?? '') ?? null,
    series,
    keeper,
    turn,
    swap,
    dates,
  };
}

/** Its two dates, the first asked for first; for what is said of a swap without a link. */
export async function findSwapDates(reader: Reader, swap: HostSwap): Promise<readonly LinkedDate[]> {
  return findLinkedDates(reader, [
    { dateId: swap.firstDateId, hostId: swap.firstHostId },
    { dateId: swap.secondDateId, hostId: swap.secondHostId },
  ]);
}

/** The dates of all these swaps, by date; a date is in one open swap at most. A fixed number of queries. */
export async function findDatesOfSwaps(
  reader: Reader,
  swaps: readonly HostSwap[],
): Promise<ReadonlyMap<Id, LinkedDate>> {
  const sides = swaps.flatMap((swap) => [
    { dateId: swap.firstDateId, hostId: swap.firstHostId },
    { dateId: swap.secondDateId, hostId: swap.secondHostId },
  ]);
  const dates = await findLinkedDates(reader, sides);
  return new Map(dates.map((date) => [date.dateId, date]));
}

interface Side {
  readonly dateId: Id;
  readonly hostId: Id;
}

function sidesOf(link: HostLink, turn: HostTurn | null, swap: HostSwap | null): readonly Side[] {
  if (turn !== null) return [{ dateId: turn.dateId, hostId: turn.institutionId }];
  if (swap === null) return [];
  const first = { dateId: swap.firstDateId, hostId: swap.firstHostId };
  const second = { dateId: swap.secondDateId, hostId: swap.secondHostId };
  return link.institutionId === swap.firstHostId ? [first, second] : [second, first];
}

/** With a fixed number of queries. */
async function findLinkedDates(
  reader: Reader,
  sides: readonly Side[],
): Promise<readonly (LinkedDate & { readonly seriesId: Id; readonly dateId: Id })[]> {
  const ids = sides.map(({ dateId }) => dateId);
  const dates = await reader.manager
    .createQueryBuilder(SeriesDate, 'date')
    .where('date.id = ANY(:ids)', { ids })
    .getMany();
  const meetings = await reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .where('meeting.id = ANY(:ids)', { ids: dates.flatMap(({ meetingId }) => meetingId ?? []) })
    .getMany();
  const bundles = await bundleMeetings(reader, meetings);
  const hosts = await findInstitutions(
    reader,
    sides.map(({ hostId }) => hostId),
  );
  return sides.flatMap(({ dateId, hostId }) => {
    const date = dates.find(({ id }) => id === dateId);
    const bundle = bundles.find(({ meeting }) => meeting.id === date?.meetingId);
    const host = hosts.get(hostId);
    return date === undefined || bundle === undefined || host === undefined
      ? []
      : [{ bundle, host, seriesId: date.seriesId, dateId }];
  });
}
