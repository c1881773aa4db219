import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { isDateReached } from '../tables/find-series.js';
import { listSeriesHosts } from './list-hosts.js';
import { recordHosts } from './host-history.rules.js';
import type { HostedTurn, HostRecord } from './host-history.rules.js';

/**
 * Who hosts and hosted a series, from its published meetings as far as the scope reaches; a host named by hand counts as
 * the date's host.
 */
export async function listHostHistory(
  reader: Reader,
  scope: AuthorizedScope,
  seriesId: Id,
  now: Temporal.Instant,
): Promise<readonly HostRecord[]> {
  const { hosts, left } = await listSeriesHosts(reader, seriesId);
  const turns: readonly HostedTurn[] = await reader.manager.query(
    `SELECT date.id AS "dateId", host.institution_id AS "hostId", meeting.starts_local AS "startsLocal",
            meeting.starts_at <= $2 AS "isPast", coalesce(turn.state, 'proposed') AS state
       FROM series_date AS date
       JOIN series ON series.id = date.series_id
       JOIN meeting ON meeting.id = date.meeting_id
       JOIN meeting_host AS host ON host.meeting_id = meeting.id
       LEFT JOIN host_turn AS turn ON turn.date_id = date.id AND turn.state IN ('asked', 'confirmed')
        AND turn.institution_id = host.institution_id
      WHERE date.series_id = $1 AND meeting.state = 'published' AND ($3 OR ${isDateReached('$4')})
        AND (date.host_id IS NOT NULL OR host.institution_id IN (SELECT institution_id FROM series_host WHERE series_id = $1))
      ORDER BY meeting.starts_local`,
    [seriesId, now, scope.everywhere, scope.institutionIds],
  );
  const listed = [...hosts, ...left].map(({ host: { institutionId, weight, leftAt } }) => ({
    institutionId,
    weight,
    hasLeft: leftAt !== null,
  }));
  return recordHosts(listed, turns);
}
