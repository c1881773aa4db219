import type { SeriesDateDto, SeriesDto, SeriesInput, SeriesReachDto } from '#contracts';
import { Temporal } from '#kernel';
import { askingFor, holdersIn } from '../factories/audience.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import type { ManagedCluster } from '../factories/network.factory.js';
import { seriesBody } from '../factories/series.factory.js';
import type { TestInstance } from './test-instance.js';

/** A network whose clusters lie in Saxony, Saxony-Anhalt and Thuringia, each with a manager to be invited. */
export interface SeriesWorld {
  readonly networkId: string;
  readonly clusters: readonly ManagedCluster[];
}

const LANDS = ['SN', 'ST', 'TH'];

/** `manager-1@cluster.example` and so on. */
export async function aSeriesWorld({ reader }: TestInstance, managers = 3): Promise<SeriesWorld> {
  const { network, clusters } = await aNetworkOfManagers(
    reader,
    Array.from({ length: managers }, (_, index) => ({
      familyName: `Nummer ${index + 1}`,
      addresses: [`manager-${index + 1}@cluster.example`],
    })),
  );
  for (const [index, { cluster }] of clusters.entries()) {
    await reader.manager.query('UPDATE institution SET laender = ARRAY[$2] WHERE id = $1', [
      cluster.id,
      LANDS[index % LANDS.length],
    ]);
  }
  return { networkId: network.id, clusters };
}

/** Adds a series that asks the managers, and starts it. */
export async function startSeries(
  instance: TestInstance,
  { networkId }: SeriesWorld,
  fields: Partial<SeriesInput> = {},
): Promise<SeriesDto> {
  const asking = askingFor(holdersIn(networkId));
  const body = seriesBody({ institutionId: networkId, asking, ...fields });
  const draft = await instance.ask<SeriesDto>('POST', '/series', body);
  const started = await instance.ask<SeriesDto>(
    'POST',
    `/series/${draft.id}/start`,
    undefined,
    draft.version,
  );
  await instance.settled();
  return started;
}

/** The dates to come, or those before. */
export async function datesOf(
  instance: TestInstance,
  { id }: Pick<SeriesDto, 'id'>,
  when = 'coming',
): Promise<readonly SeriesDateDto[]> {
  const path = `/series/${id}/dates?limit=200&when=${when}`;
  return (await instance.ask<{ items: SeriesDateDto[] }>('GET', path)).items;
}

/** The days on which the meetings of these dates begin; what is not planned or was cancelled says so. */
export function daysOf(dates: readonly SeriesDateDto[]): readonly string[] {
  return dates.map(({ meeting, state, originalLocal }) => {
    if (meeting === null) return `${originalLocal.slice(0, 10)} ${state}`;
    const day = meeting.startsLocal.slice(0, 10);
    return meeting.state === 'published' ? day : `${day} ${meeting.state}`;
  });
}

/** Changes it at its present version. */
export async function changeSeries(
  instance: TestInstance,
  { id }: Pick<SeriesDto, 'id'>,
  patch: object,
  from?: string,
): Promise<SeriesDto> {
  const { version } = await instance.ask<SeriesDto>('GET', `/series/${id}`);
  const query = from === undefined ? '' : `?from=${from}`;
  const changed = await instance.ask<SeriesDto>('PATCH', `/series/${id}${query}`, patch, version);
  await instance.settled();
  return changed;
}

/** Starts it again, lets it pause, ends or continues it, at its present version. */
export async function step(
  instance: TestInstance,
  { id }: Pick<SeriesDto, 'id'>,
  action: string,
  body?: object,
): Promise<SeriesDto> {
  const { version } = await instance.ask<SeriesDto>('GET', `/series/${id}`);
  const series = await instance.ask<SeriesDto>('POST', `/series/${id}/${action}`, body, version);
  await instance.settled();
  return series;
}

/** What a change would do, shortly: `2026-05-07 > 2026-05-05 moved`. */
export async function previewed(
  instance: TestInstance,
  { id }: Pick<SeriesDto, 'id'>,
  patch: object,
): Promise<{ readonly effects: readonly string[]; readonly reach: SeriesReachDto }> {
  const reach = await instance.ask<SeriesReachDto>('POST', `/series/${id}/change-preview`, patch);
  const effects = reach.effects.map(
    ({ before, after, effect }) => `${day(before)} > ${day(after)} ${effect}`,
  );
  return { effects, reach };
}

function day(text: string | null): string {
  return text?.slice(0, 10) ?? '-';
}

/** Moves the clock to a day's morning and lets the worker do what is due. */
export async function onDay(instance: TestInstance, day: string): Promise<void> {
  await instance.goTo(
    Temporal.PlainDateTime.from(`${day}T10:30`).toZonedDateTime('Europe/Berlin').toInstant(),
  );
}
