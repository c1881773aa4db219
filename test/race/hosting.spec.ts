import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { meetingInput } from '#contracts';
import { newId, Temporal } from '#kernel';
import { AnswerSwap, AskSwap, ChangeSeries } from '#series';
import type { HostLinkFacts } from '#series';
import { aMandate, anInstitution, anOffice, aPerson } from '../factories/directory.factory.js';
import { aMeeting, meetingBody } from '../factories/meetings.factory.js';
import { aSeries, aSeriesDate } from '../factories/series.factory.js';
import { pausing, withoutRowLock } from './handicaps.js';
import { TwoApis } from './two-apis.js';

const actor = systemActor();
let apis: TwoApis;
beforeAll(async () => (apis = await TwoApis.start()));
afterAll(() => apis.close());

type HostLink = Pick<HostLinkFacts['link'], 'turnId' | 'swapId' | 'institutionId' | 'personId'>;

interface Swapping {
  readonly seriesId: string;
  readonly institutionId: string;
  readonly dateIds: readonly [string, string];
  readonly hostIds: readonly [string, string];
  readonly links: readonly [HostLink, HostLink];
}

/** A series with two dates of two hosts, who are asked to swap them. */
async function aSwap(): Promise<Swapping> {
  const { reader } = apis;
  const series = await aSeries(reader, { state: 'active' });
  const { id: seriesId, institutionId } = series;
  const hosts: string[] = [];
  const dates: string[] = [];
  for (const day of ['2026-05-07', '2026-06-04']) {
    const { id: hostId } = await anInstitution(reader);
    const { id: officeId } = await anOffice(reader, { institutionId: hostId });
    const { id: personId } = await aPerson(reader, { addresses: [`${newId()}@cluster.example`] });
    await aMandate(reader, { officeId, personId });
    const when = { startsLocal: `${day}T10:00`, endsLocal: `${day}T12:00`, answerByLocal: null };
    const startsLocal = Temporal.PlainDateTime.from(when.startsLocal);
    const { id: meetingId } = await aMeeting(reader, {
      institutionId,
      title: { de: 'Treffen' },
      startsLocal,
      endsLocal: Temporal.PlainDateTime.from(when.endsLocal),
      startsAt: startsLocal.toZonedDateTime('Europe/Berlin').toInstant(),
      endsAt: startsLocal.add({ hours: 2 }).toZonedDateTime('Europe/Berlin').toInstant(),
    });
    await reader.manager.insert('MeetingHost', { meetingId, institutionId: hostId, position: 0 });
    const body = { institutionId, title: { de: 'Treffen' }, hostIds: [hostId], ...when };
    const generated = meetingInput.parse({ ...meetingBody(body), description: null, place: null });
    const planned = { state: 'planned', meetingId, generated, hostId, originalLocal: startsLocal } as const;
    const date = await aSeriesDate(reader, { ...planned, seriesId, number: dates.length + 1, holiday: null });
    hosts.push(hostId);
    dates.push(date.id);
  }
  const [firstDateId = '', secondDateId = ''] = dates;
  const swap = await apis.one.app.get(AskSwap).ask(actor, { seriesId, firstDateId, secondDateId });
  const links = await apis.rows<HostLink>(
    `SELECT turn_id AS "turnId", swap_id AS "swapId", institution_id AS "institutionId", person_id AS "personId"
       FROM host_link WHERE swap_id = $1`,
    [swap.id],
  );
  const linkOf = (hostId: string) => {
    const link = links.find((one) => one.institutionId === hostId);
    if (link === undefined) throw new Error('a link is needed');
    return link;
  };
  const [firstHost = '', secondHost = ''] = hosts;
  return {
    seriesId,
    institutionId,
    dateIds: [firstDateId, secondDateId],
    hostIds: [firstHost, secondHost],
    links: [linkOf(firstHost), linkOf(secondHost)],
  };
}

const consent = (api: TwoApis['one'], link: HostLink) =>
  api.app.get(AnswerSwap).answer({ link, answer: { decision: 'confirm' }, requestId: null });

/** Who hosts the two dates by the series, by their meetings and by what the series wrote last; and the swap's state. */
async function outcomeOf({ dateIds, hostIds }: Swapping) {
  const rows = await apis.rows<{ byDate: string; byMeeting: string; generated: string; state: string }>(
    `SELECT date.host_id AS "byDate", host.institution_id AS "byMeeting", date.generated -> 'hostIds' ->> 0 AS generated,
            (SELECT state FROM host_swap WHERE $2 IN (first_date_id, second_date_id)) AS state
       FROM series_date AS date JOIN meeting_host AS host ON host.meeting_id = date.meeting_id
      WHERE date.id = ANY($1) ORDER BY date.original_local`,
    [dateIds, dateIds[0]],
  );
  const numberOf = (id: string) => hostIds.indexOf(id);
  return rows.map(({ byDate, byMeeting, generated, state }) =>
    [numberOf(byDate), numberOf(byMeeting), numberOf(generated), state].join(' '),
  );
}
const swapped = ['1 1 1 done', '0 0 0 done'];

/** Keeps everybody from the series until all have come. */
async function atOnce(seriesId: string, works: readonly (() => Promise<unknown>)[]) {
  const running: Promise<unknown>[] = [];
  await apis.one.app.get(UnitOfWork).run(async (tx) => {
    await tx.manager.query('SELECT FROM series WHERE id = $1 FOR NO KEY UPDATE', [seriesId]);
    for (const work of works) {
      const started = work();
      started.catch(() => undefined);
      running.push(started);
      await apis.blocked(running.length);
    }
  });
  return Promise.allSettled(running);
}

it('two consents at once swap the dates, once', async () => {
  const swap = await aSwap();
  const outcomes = await atOnce(swap.seriesId, [
    () => consent(apis.one, swap.links[0]),
    () => consent(apis.other, swap.links[1]),
  ]);
  expect(outcomes.map((outcome) => ('value' in outcome ? outcome.value : outcome.reason))).toEqual([
    'accepted',
    'accepted',
  ]);
  expect(await outcomeOf(swap)).toEqual(swapped);
});

it('without the lock each of two consents at once misses the other (control)', async () => {
  const swap = await aSwap();
  const all = Promise.withResolvers<void>();
  let read = 0;
  const haveRead = () => {
    read += 1;
    if (read === 2) all.resolve();
    return all.promise;
  };
  const handicapped = (link: HostLink) => {
    const unitOfWork = apis.one.app.get(UnitOfWork);
    const racing = {
      run: <Result>(work: (tx: Tx) => Promise<Result>) =>
        unitOfWork.run((tx) => work(pausing(withoutRowLock(tx), haveRead))),
    };
    const answering = new AnswerSwap(racing as UnitOfWork, apis.one.clock);
    return answering.answer({ link, answer: { decision: 'confirm' }, requestId: null });
  };
  await Promise.all([handicapped(swap.links[0]), handicapped(swap.links[1])]);
  // Each wrote the row with the other's consent missing: nobody swaps, though both have agreed.
  expect(await outcomeOf(swap)).toEqual(['0 0 0 open', '1 1 1 open']);
});

it.each([
  ['the consent first', false],
  ['the change first', true],
])('a swap and a change of the series at once both hold: %s', async (_, changeFirst) => {
  const swap = await aSwap();
  await consent(apis.one, swap.links[0]);
  const second = () => consent(apis.one, swap.links[1]);
  const change = () =>
    apis.other.app.get(ChangeSeries).change(actor, {
      seriesId: swap.seriesId,
      patch: { template: { title: { de: 'Neuer Titel' } } },
      ifMatch: 1,
    });
  const outcomes = await atOnce(swap.seriesId, changeFirst ? [change, second] : [second, change]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await outcomeOf(swap)).toEqual(swapped);
});
