import type { DataSource } from 'typeorm';
import type { Reader } from '#database';
import type { Id } from '#kernel';
import { aMeeting } from '../factories/meetings.factory.js';
import { aSeries, aSeriesDate } from '../factories/series.factory.js';
import { multiplyRow, numberedId } from './multiply-rows.js';

/** Series with a date each that has a meeting to come. */
export async function manySeries(reader: Reader, count: number): Promise<void> {
  const series = await aSeries(reader, { state: 'active' });
  const { institutionId } = series;
  const { id: meetingId } = await aMeeting(reader, { institutionId });
  await copies(
    reader,
    { table: 'series', id: series.id, count },
    { slug: `'reihe-' || n`, sort_name: `'Reihe ' || lpad(n::text, 6, '0')` },
  );
  await copies(reader, { table: 'meeting', id: meetingId, count }, { slug: `'treffen-' || n` });
  const generated = {} as never;
  const date = await aSeriesDate(reader, { seriesId: series.id, state: 'planned', meetingId, generated });
  const different = { series_id: numberedId('series', 'n'), meeting_id: numberedId('meeting', 'n') };
  await copies(reader, { table: 'series_date', id: date.id, count }, different);
}

/** A series with so many dates to come that wait for the host; its id. */
export async function manyDates(reader: Reader, count: number): Promise<Id> {
  const { id: seriesId } = await aSeries(reader, { state: 'active' });
  const { id } = await aSeriesDate(reader, { seriesId });
  await copies(
    reader,
    { table: 'series_date', id, count },
    { original_local: `one.original_local + n * interval '1 day'` },
  );
  return seriesId;
}

/** A series with this meeting as its date; its id. */
export async function seriesOf(reader: Reader, meetingId: Id): Promise<Id> {
  const { id: seriesId } = await aSeries(reader, { state: 'active' });
  await aSeriesDate(reader, { seriesId, state: 'planned', meetingId, generated: {} as never });
  return seriesId;
}

async function copies(
  reader: Reader,
  { table, id, count }: { table: string; id: Id; count: number },
  different: Readonly<Record<string, string>>,
): Promise<void> {
  const source = reader.manager.connection as DataSource;
  await multiplyRow(source, { table, where: `id = '${id}'`, until: count }, different);
}
