import { meetingInput } from '#contracts';
import { newId, Temporal } from '#kernel';
import type { Series } from '#series';
import { holdersIn } from '../../factories/audience.factory.js';
import { aMandate, anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { aMeeting, anInvitation, meetingBody } from '../../factories/meetings.factory.js';
import { aSeries, aSeriesDate, seriesBody } from '../../factories/series.factory.js';
import { testKeys } from '../test-api.js';
import type { RoleWorld, Side } from '../role-world.js';
import { nothing, of } from './case.js';
import type { Cases } from './case.js';

const aSeriesWith =
  (fields: Partial<Series>) =>
  async (world: RoleWorld, side: Side): Promise<string> =>
    (await aSeries(world.reader, { institutionId: world.institution(side), ...fields })).id;
const draft = aSeriesWith({ state: 'draft' });
const running = aSeriesWith({ state: 'active' });
const ending = aSeriesWith({
  state: 'active',
  rule: {
    kind: 'rrule',
    startsLocal: '2026-04-02T10:00',
    rrule: 'FREQ=MONTHLY;BYDAY=1TH;COUNT=3',
    except: [],
  },
});

/** Somebody who is invited to a date. */
async function standing(world: RoleWorld, side: Side) {
  const { params } = await invites(world, side);
  const [date] = await world.reader.manager.query('SELECT meeting_id AS id FROM series_date WHERE id = $1', [
    params.dateId,
  ]);
  const { personId } = await anInvitation(world.reader, testKeys, { meetingId: date.id });
  return { params: { id: params.id, personId }, body: { answer: 'yes' } };
}

/** A date on a holiday. */
async function decides(world: RoleWorld, side: Side) {
  const id = await running(world, side);
  const { id: dateId } = await aSeriesDate(world.reader, { seriesId: id });
  return { params: { id, dateId }, body: { decision: 'skip' } };
}

/** A date with a meeting and people to invite. */
async function invites(world: RoleWorld, side: Side) {
  const institutionId = world.institution(side);
  const audienceRule = holdersIn(world.audienceId);
  const { id } = await aSeries(world.reader, { institutionId, state: 'active', audienceRule });
  const { id: meetingId } = await aMeeting(world.reader, { institutionId });
  const generated = meetingInput.parse(meetingBody({ institutionId }));
  const planned = { seriesId: id, state: 'planned', meetingId, generated } as const;
  return { params: { id, dateId: (await aSeriesDate(world.reader, planned)).id } };
}

/** Two dates of two hosts, each with somebody to ask; for a swap nobody has to be of either. */
async function swaps(world: RoleWorld, side: Side) {
  const institutionId = world.institution(side);
  const { id } = await aSeries(world.reader, { institutionId, state: 'active' });
  const dateIds: string[] = [];
  for (const day of ['2026-05-07', '2026-06-04']) {
    const { id: hostId } = await anInstitution(world.reader);
    const { id: officeId } = await anOffice(world.reader, { institutionId: hostId });
    const { id: personId } = await aPerson(world.reader, { addresses: [`${newId()}@cluster.example`] });
    await aMandate(world.reader, { officeId, personId });
    const { id: meetingId } = await aMeeting(world.reader, { institutionId });
    await world.reader.manager.insert('MeetingHost', { meetingId, institutionId: hostId, position: 0 });
    const generated = meetingInput.parse(meetingBody({ institutionId, hostIds: [hostId] }));
    const originalLocal = Temporal.PlainDateTime.from(`${day}T10:00`);
    const planned = { seriesId: id, state: 'planned', meetingId, generated, hostId, originalLocal } as const;
    dateIds.push((await aSeriesDate(world.reader, planned)).id);
  }
  const [firstDateId, secondDateId] = dateIds;
  return { params: { id }, body: { firstDateId, secondDateId } };
}

/** One of them open, asked by nobody who tries to take it back. */
async function openSwap(world: RoleWorld, side: Side) {
  const { params, body } = await swaps(world, side);
  const { firstDateId = '', secondDateId = '' } = body;
  const [first, second]: { hostId: string }[] = await world.reader.manager.query(
    'SELECT host_id AS "hostId" FROM series_date WHERE id = ANY($1)',
    [[firstDateId, secondDateId]],
  );
  const swapId = newId();
  const hosts = { firstHostId: first?.hostId, secondHostId: second?.hostId };
  const moments = { askedAt: openedAt, consentBy: openedAt };
  const swap = { id: swapId, seriesId: params.id, firstDateId, secondDateId, state: 'open' };
  await world.reader.manager.insert('HostSwap', { ...swap, ...hosts, ...moments });
  return { params: { id: params.id, swapId } };
}

const openedAt = Temporal.Instant.from('2026-02-02T08:00:00Z');
const rule = { kind: 'rrule', startsLocal: '2026-04-02T10:00', rrule: 'FREQ=MONTHLY;BYDAY=1TH' };
const end = { body: { from: '2026-06-01' } };

export const seriesCases = {
  //                             owner coor clus orga assi host fund memb nobody
  listSeries: { allowed: '        obf  o    o    o    o    n     -    o    - ', ask: nothing, row: running },
  getSeries: { allowed: '         obf  o    o    o    o    n     -    o    - ', ask: of(running) },
  createSeries: {
    allowed: '                    obf  o    o    o    o    -     -    -    - ',
    ask: (world, side) => ({ body: seriesBody({ institutionId: world.institution(side) }) }),
  },
  changeSeries: {
    allowed: '                    obf  o    o    o    o    n     -    -    - ',
    ask: of(draft, { body: { windowMonths: 6 } }),
  },
  previewSeriesChange: {
    allowed: '                    obf  o    o    o    o    n     -    -    - ',
    ask: of(draft, { body: { windowMonths: 6 } }),
  },
  startSeries: { allowed: '       obf  o    o    o    o    n     -    -    - ', ask: of(draft) },
  pauseSeries: { allowed: '       obf  o    o    o    o    n     -    -    - ', ask: of(running) },
  previewSeriesEnd: { allowed: '  obf  o    o    o    o    n     -    -    - ', ask: of(running, end) },
  endSeries: { allowed: '         obf  o    o    o    o    n     -    -    - ', ask: of(running, end) },
  continueSeries: { allowed: '    obf  o    o    o    o    n     -    -    - ', ask: of(ending) },
  duplicateSeries: { allowed: '   obf  o    o    o    o    -     -    -    - ', ask: of(running) },
  foreseeDates: {
    allowed: '                    obf  obf  obf  obf  obf  -     -    -    - ',
    ask: (world, side) => ({ body: { rule, institutionId: world.institution(side) } }),
  },
  readRule: {
    allowed: '                    obf  obf  obf  obf  obf  -     -    -    - ',
    ask: () => ({ body: { text: 'RRULE:FREQ=WEEKLY;BYDAY=TU', startsLocal: '2026-04-07T10:00' } }),
  },
  listSeriesPeople: { allowed: '  obf  o    o    o    o    n     -    -    - ', ask: of(running) },
  answerSeriesForPerson: { allowed: 'obf o  o    o    o    n     -    -    - ', ask: standing },
  listSeriesDates: { allowed: '   obf  o    o    o    o    n     -    o    - ', ask: of(running) },
  decideSeriesDate: { allowed: '  obf  o    o    o    o    n     -    -    - ', ask: decides },
  inviteToSeriesDate: { allowed: 'obf  o    o    o    o    n     -    -    - ', ask: invites },
  getSeriesHosts: { allowed: '    obf  o    o    o    o    n     -    o    - ', ask: of(running) },
  setSeriesHosts: {
    allowed: '                    obf  o    o    o    o    n     -    -    - ',
    ask: (world, side) =>
      of(draft, { body: { hosts: [{ institutionId: world.institution(side) }] } })(world, side),
  },
  getHostHistory: { allowed: '    obf  o    o    o    o    n     -    o    - ', ask: of(running) },
  listHostSwaps: {
    allowed: '                    obf  o    o    o    o    n     -    o    - ',
    ask: async (world, side) => ({ params: { id: (await openSwap(world, side)).params.id } }),
  },
  takeBackHostSwap: { allowed: '  obf  o    o    o    o    -     -    -    - ', ask: openSwap },
  askHostSwap: { allowed: '       obf  o    o    o    o    n     -    -    - ', ask: swaps },
} satisfies Cases;
