import type { Reader } from '#database';
import type { TurnState } from '#contracts';
import type { Id, Temporal } from '#kernel';

/** Whose turn a date is, or, where the series' institution hosts since nobody took it, whose it was last. */
export interface TurnView {
  readonly dateId: Id;
  readonly institutionId: Id;
  readonly state: TurnState;
  /** Null unless asked. */
  readonly confirmBy: Temporal.Instant | null;
}

/** The turns of these dates, by date; dates without host and history are missing. One query. */
export async function findTurns(reader: Reader, dateIds: readonly Id[]): Promise<ReadonlyMap<Id, TurnView>> {
  const rows: readonly TurnView[] = await reader.manager.query(
    `SELECT date.id AS "dateId", coalesce(date.host_id, turn.institution_id) AS "institutionId",
            coalesce(turn.state, 'proposed') AS state,
            CASE turn.state WHEN 'asked' THEN turn.confirm_by END AS "confirmBy"
       FROM series_date AS date
       LEFT JOIN LATERAL (
         SELECT institution_id, state, confirm_by FROM host_turn
          WHERE date_id = date.id AND state <> 'withdrawn'
            AND CASE WHEN date.host_id IS NULL THEN state IN ('declined', 'lapsed')
                     ELSE institution_id = date.host_id AND state IN ('asked', 'confirmed') END
          ORDER BY asked_at DESC, id DESC LIMIT 1) AS turn ON true
      WHERE date.id = ANY($1) AND (date.host_id IS NOT NULL OR turn.state IS NOT NULL)`,
    [dateIds],
  );
  return new Map(rows.map((row) => [row.dateId, row]));
}
