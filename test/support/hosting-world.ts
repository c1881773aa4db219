import type { SeriesDto, SeriesInput } from '#contracts';
import type { Temporal } from '#kernel';
import { hostsOf, setHosts, turnsOf } from './hosted-series.js';
import { aSeriesWorld, startSeries } from './running-series.js';
import type { SeriesWorld } from './running-series.js';
import type { TestInstance } from './test-instance.js';

/**
 * Series whose clusters take turns, on an instance that is started later. Its clock goes on from test to test; each
 * test begins a world of its own, whose dates begin three months later.
 */
export function hostingOn(instance: () => TestInstance) {
  let world: SeriesWorld;
  let beginning: Temporal.PlainDate;

  async function begin(): Promise<SeriesWorld> {
    world = await aSeriesWorld(instance());
    await instance().rows('UPDATE institution SET laender = ARRAY[]::text[]');
    for (const [index, { manager }] of world.clusters.entries()) {
      await instance().rows(
        'UPDATE person_address SET address = $2, address_folded = $2 WHERE person_id = $1',
        [manager?.id, mailbox(index)],
      );
    }
    const today = instance().clock.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate();
    beginning = today.add({ days: 100 });
    return world;
  }

  /** The manager's address of this test's world. */
  const mailbox = (number: number) => `m${number}-${world.networkId}@cluster.example`;
  /** So many days after the first date. */
  const day = (days: number) => beginning.add({ days }).toString();

  /** Monthly dates, the first a hundred days from now; hosts are asked ninety days before. */
  async function hosted(hosts: number[], fields: Partial<SeriesInput> = {}): Promise<SeriesDto> {
    const dates = [0, 30, 60].map((days) => `${day(days)}T10:00`);
    const rule = { kind: 'picked' as const, dates };
    const series = await startSeries(instance(), world, { rule, asking: null, ...fields });
    await setHosts(instance(), series, { hosts: hostsOf(world, ...hosts) });
    return series;
  }
  const turns = (series: SeriesDto) => turnsOf(instance(), series, world);
  const mailsTo = async (number: number) =>
    (await instance().mailsTo(mailbox(number))).map(({ subject }) => subject.replaceAll('\u00a0', ' '));

  return { begin, mailbox, day, hosted, turns, mailsTo };
}
