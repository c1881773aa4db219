import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { displayName, findPeople } from '#directory';
import type { GivenAnswer } from '#contracts';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';

/** Somebody who is or was invited to dates of a series. */
export interface SeriesPerson {
  readonly id: Id;
  readonly name: string;
  readonly standing: 'yes' | 'no' | null;
  readonly invited: number;
  readonly yes: number;
  readonly no: number;
  readonly maybe: number;
  readonly silent: number;
  /** The latest dates, oldest first. */
  readonly dates: readonly { readonly startsAt: Temporal.Instant; readonly answer: GivenAnswer | null }[];
}

type Counts = Omit<SeriesPerson, 'name' | 'dates'> & {
  /** Milliseconds since 1970, as text: arrays of instants are read as Dates. */
  readonly starts: readonly string[];
  readonly answers: readonly (GivenAnswer | null)[];
};

interface Row {
  readonly id: Id;
  readonly familyName: string;
  readonly givenName: string;
}

const MOST_DATES = 12;

const byName: Keyset<Row> = {
  list: 'series-people',
  parts: [
    { path: 'person.family_name', kind: 'text', of: ({ familyName }) => familyName },
    { path: 'person.given_name', kind: 'text', of: ({ givenName }) => givenName },
    idPart('person.id'),
  ],
};

/** A page of the people of a series by name, with a fixed number of queries. */
export async function listSeriesPeople(
  reader: Reader,
  seriesId: Id,
  request: PageRequest,
): Promise<Page<SeriesPerson>> {
  const query = reader.manager
    .createQueryBuilder()
    .select('person.id', 'id')
    .addSelect('person.family_name', 'familyName')
    .addSelect('person.given_name', 'givenName')
    .from('person', 'person')
    .where(
      `EXISTS (SELECT FROM series_date
                 JOIN meeting ON meeting.id = series_date.meeting_id AND meeting.state = 'published'
                 JOIN invitation ON invitation.meeting_id = meeting.id
                WHERE series_date.series_id = :seriesId AND invitation.person_id = person.id
                  AND invitation.state = 'active')`,
      { seriesId },
    );
  const page = toPage(await selectPage(query, byName, request).getRawMany<Row>(), byName, request);
  const ids = page.items.map(({ id }) => id);
  const people = await findPeople(reader, ids);
  const counts = await countAnswers(reader, seriesId, ids);
  return {
    items: ids.flatMap((id) => {
      const [person, counted] = [people.get(id), counts.get(id)];
      if (person === undefined || counted === undefined) return [];
      const { starts, answers, ...sums } = counted;
      const dates = starts.map((start, index) => ({
        startsAt: Temporal.Instant.fromEpochMilliseconds(Number(start)),
        answer: answers[index] ?? null,
      }));
      return [{ ...sums, name: displayName(person), dates: dates.slice(-MOST_DATES) }];
    }),
    next: page.next,
  };
}

async function countAnswers(
  reader: Reader,
  seriesId: Id,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, Counts>> {
  const rows: Counts[] = await reader.manager.query(
    `SELECT invitation.person_id AS id, standing.answer AS standing, count(*)::int AS invited,
            count(*) FILTER (WHERE invitation.answer = 'yes')::int AS yes,
            count(*) FILTER (WHERE invitation.answer = 'no')::int AS no,
            count(*) FILTER (WHERE invitation.answer = 'maybe')::int AS maybe,
            count(*) FILTER (WHERE invitation.answer IS NULL)::int AS silent,
            array_agg((extract(epoch FROM meeting.starts_at) * 1000)::bigint::text
                      ORDER BY meeting.starts_at) AS starts,
            array_agg(invitation.answer ORDER BY meeting.starts_at) AS answers
       FROM series_date AS date
       JOIN meeting ON meeting.id = date.meeting_id
       JOIN invitation ON invitation.meeting_id = meeting.id AND invitation.state = 'active'
       LEFT JOIN standing_answer AS standing
         ON standing.series_id = date.series_id AND standing.person_id = invitation.person_id
      WHERE date.series_id = $1 AND invitation.person_id = ANY($2) AND meeting.state = 'published'
      GROUP BY invitation.person_id, standing.answer`,
    [seriesId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
