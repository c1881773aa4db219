import type { AuthorizedScope } from '#access';
import type { HostHistoryDto, SeriesHostsDto } from '#contracts';
import type { Reader } from '#database';
import { findInstitutions } from '#directory';
import type { Id, Temporal } from '#kernel';
import { listHostHistory, listSeriesHosts } from '#series';
import type { HostRecord, Series } from '#series';

/** Who takes turns, and when they are asked. */
export async function readHosts(reader: Reader, series: Series): Promise<SeriesHostsDto> {
  const { hosts, left } = await listSeriesHosts(reader, series.id);
  const { askHostLeadDays, confirmHostDays, remindHostDays, version } = series;
  return {
    hosts: hosts.map(({ host: { weight, awayMonths }, institution }) => ({
      institution: nameOf(institution),
      weight,
      awayMonths: [...awayMonths],
    })),
    left: left.map(({ host: { leftAt }, institution }) => ({
      institution: nameOf(institution),
      leftAt: leftAt?.toString() ?? '',
    })),
    askHostLeadDays,
    confirmHostDays,
    remindHostDays,
    version,
  };
}

/** Who hosted how often, as far as the scope reaches. */
export async function readHistory(
  reader: Reader,
  scope: AuthorizedScope,
  seriesId: Id,
  now: Temporal.Instant,
): Promise<HostHistoryDto> {
  const records = await listHostHistory(reader, scope, seriesId, now);
  const institutions = await findInstitutions(
    reader,
    records.map(({ institutionId }) => institutionId),
  );
  return {
    hosts: records.flatMap((record) => {
      const institution = institutions.get(record.institutionId);
      return institution === undefined ? [] : [presentRecord(record, nameOf(institution))];
    }),
  };
}

type Named = SeriesHostsDto['hosts'][number]['institution'];

function nameOf({ id, name }: Named): Named {
  return { id, name };
}

function presentRecord(
  { weight, hasLeft, times, weighed, last, next, dates }: HostRecord,
  institution: Named,
): HostHistoryDto['hosts'][number] {
  return {
    institution,
    weight,
    hasLeft,
    times,
    weighed,
    last: last && minutesOf(last),
    next: next && minutesOf(next),
    dates: dates.map(({ dateId, startsLocal, isPast, state }) => ({
      dateId,
      startsLocal: minutesOf(startsLocal),
      isPast,
      state,
    })),
  };
}

function minutesOf(wallClock: Temporal.PlainDateTime): string {
  return wallClock.toString({ smallestUnit: 'minute' });
}
