import { IsNull } from 'typeorm';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import type { Series } from '../tables/series.entity.js';
import { proposeHost } from './propose-host.js';
import type { HostedDate } from './propose-host.js';
import { SeriesHost } from './series-host.entity.js';

/** The hosts of a series and who hosted what, for proposing hosts one date after another. */
export class Rotation {
  private constructor(
    private readonly hosts: readonly SeriesHost[],
    private readonly hosted: HostedDate[],
  ) {}

  /**
   * As it stands, without the dates that are to be proposed anew; two queries. To be asked for under the series' lock by
   * whoever writes what it proposes.
   */
  static async of(
    reader: Reader,
    { id }: Pick<Series, 'id'>,
    { without = [] }: { without?: readonly Id[] } = {},
  ): Promise<Rotation> {
    const hosts = await reader.manager.find(SeriesHost, {
      where: { seriesId: id, leftAt: IsNull() },
      order: { position: 'ASC' },
    });
    return new Rotation(hosts, [...(await findHosted(reader, id, without))]);
  }

  /** Whose turn it is on a date, of all but those who said no, and counts it as theirs from now on; null: nobody's. */
  propose(startsLocal: Temporal.PlainDateTime, declined: readonly Id[] = []): Id | null {
    const willing = this.hosts.filter(({ institutionId }) => !declined.includes(institutionId));
    const hostId = proposeHost(willing, this.hosted, startsLocal);
    if (hostId !== null) this.hosted.push({ startsLocal, hostId });
    return hostId;
  }
}

/** Those who take turns in hosting a series, in their order. */
export async function listHostIds(reader: Reader, seriesId: Id): Promise<readonly Id[]> {
  const hosts = await reader.manager.find(SeriesHost, { where: { seriesId }, order: { position: 'ASC' } });
  return hosts.map(({ institutionId }) => institutionId);
}

/** The dates of a series that take or took place with their hosts, by day. */
async function findHosted(
  reader: Reader,
  seriesId: Id,
  without: readonly Id[],
): Promise<readonly HostedDate[]> {
  return reader.manager.query(
    `SELECT meeting.starts_local AS "startsLocal", date.host_id AS "hostId"
       FROM series_date AS date JOIN meeting ON meeting.id = date.meeting_id
      WHERE date.series_id = $1 AND date.host_id IS NOT NULL AND meeting.state = 'published'
        AND date.id <> ALL($2::uuid[])
      ORDER BY meeting.starts_local`,
    [seriesId, without],
  );
}
