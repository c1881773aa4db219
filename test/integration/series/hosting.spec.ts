import type { MeetingDto, SeriesDto } from '#contracts';
import { newId } from '#kernel';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import { aPerson } from '../../factories/directory.factory.js';
import { answerAsHost, asking, hostsOf, mailedPath, setHosts } from '../../support/hosted-series.js';
import { hostingOn } from '../../support/hosting-world.js';
import { changeSeries, datesOf, onDay, step } from '../../support/running-series.js';
import type { SeriesWorld } from '../../support/running-series.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
let world: SeriesWorld;
const { begin, mailbox, day, hosted, turns, mailsTo } = hostingOn(() => instance);
beforeAll(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterAll(() => instance.close());
beforeEach(async () => (world = await begin()));

describe('hosts of a series', () => {
  it('are proposed for the coming dates and propose anew when the list changes', async () => {
    const series = await hosted([0, 1, 2]);
    expect(await turns(series)).toEqual(['0 proposed', '1 proposed', '2 proposed']);
    const month = Number(day(0).slice(5, 7));
    const [first, second] = hostsOf(world, 0, 1);
    if (first === undefined || second === undefined) throw new Error('two hosts are needed');
    const hosts = await setHosts(instance, series, { hosts: [{ ...first, awayMonths: [month] }, second] });
    expect(hosts).toMatchObject({
      hosts: [
        { weight: 1, awayMonths: [month] },
        { weight: 1, awayMonths: [] },
      ],
      left: [{ institution: { id: world.clusters[2]?.cluster.id } }],
      askHostLeadDays: 90,
      confirmHostDays: 14,
    });
    expect((await turns(series))[0]).toBe('1 proposed');
  });

  it('change the meeting without a mail where nothing that people see changes, and with one where the title says it', async () => {
    const asksAll = { asking: askingFor(holdersIn(world.networkId)), inviteLeadDays: 200 };
    const series = await hosted([0], asksAll);
    const before = (await mailsTo(2)).length;
    expect(before).toBeGreaterThan(0);
    await setHosts(instance, series, { hosts: hostsOf(world, 1) });
    expect(await turns(series)).toEqual(['1 proposed', '1 proposed', '1 proposed']);
    expect(await mailsTo(2)).toHaveLength(before);
    // They are the series' own doing, not somebody's by hand.
    expect((await datesOf(instance, series)).map(({ touched }) => touched)).toEqual([[], [], []]);
    await changeSeries(instance, series, { template: { title: { de: 'Treffen bei {host}' } } });
    const named = (await mailsTo(2)).length;
    await setHosts(instance, series, { hosts: hostsOf(world, 0) });
    const [date] = await datesOf(instance, series);
    expect(date?.meeting?.title).toEqual({ de: 'Treffen bei Cluster 1' });
    expect((await mailsTo(2)).length - named).toBe(4);
  });

  it('leave alone a date whose host somebody named by hand', async () => {
    const series = await hosted([0, 1]);
    const [date] = await datesOf(instance, series);
    const path = `/meetings/${date?.meeting?.id}`;
    const { version } = await instance.ask<MeetingDto>('GET', path);
    await instance.ask('PATCH', path, { hostIds: [world.clusters[2]?.cluster.id] }, version);
    await setHosts(instance, series, { hosts: hostsOf(world, 1, 0) });
    const [kept] = await datesOf(instance, series);
    expect(kept?.meeting?.hosts.map(({ id }) => id)).toEqual([world.clusters[2]?.cluster.id]);
    await onDay(instance, day(-85));
    expect(await mailsTo(0)).toEqual([]);
    expect(await mailsTo(2)).toEqual([]);
  });
});

describe('a turn', () => {
  it('is asked for ninety days before, reminded of, and confirmed by the link', async () => {
    const series = await hosted([0, 1, 2]);
    await onDay(instance, day(-91));
    expect(await mailsTo(0)).toEqual([]);
    await onDay(instance, day(-90));
    expect(await mailsTo(0)).toEqual([
      expect.stringMatching(/^Bitte bestätigen: Gastgeber am .*Erfahrungsaustausch$/),
    ]);
    expect(await turns(series)).toEqual(['0 asked', '1 proposed', '2 proposed']);
    const [date] = await datesOf(instance, series);
    expect(date?.turn?.confirmBy?.slice(0, 10)).toBe(day(-76));
    await onDay(instance, day(-79));
    expect((await mailsTo(0)).map((subject) => subject.split(':')[0])).toEqual([
      'Bitte bestätigen',
      'Erinnerung',
    ]);
    const path = await mailedPath(instance, mailbox(0));
    // Reading changes nothing, however often.
    for (const _ of [1, 2]) expect((await instance.api.browser().get(path)).status).toBe(200);
    expect(await turns(series)).toEqual(['0 asked', '1 proposed', '2 proposed']);
    expect(await answerAsHost(instance, path, 'confirm')).toBe(303);
    expect(await turns(series)).toEqual(['0 confirmed', '1 proposed', '2 proposed']);
    expect(await answerAsHost(instance, path, 'decline', 'Doch nicht')).toBe(303);
    await onDay(instance, day(-70));
    expect((await turns(series))[0]).toBe('0 confirmed');
    const said = await instance.rows(
      `SELECT turn.state, turn.answered_by_id = $1 AS "isTheirs" FROM host_turn AS turn WHERE turn.date_id = $2`,
      [world.clusters[0]?.manager?.id, date?.id],
    );
    expect(said).toEqual([{ state: 'confirmed', isTheirs: true }]);
  });

  it('goes to the stand-in when nobody answers, and to the series’ own institution after all', async () => {
    await instance.rows(`UPDATE office SET mailbox = $2 WHERE institution_id = $1`, [
      world.clusters[1]?.cluster.id,
      'geschaeftsstelle@cluster.example',
    ]);
    const keeper = await aPerson(instance.reader, { addresses: [`keeper-${world.networkId}@netz.example`] });
    const series = await hosted([0, 1], { rule: { kind: 'picked', dates: [`${day(0)}T10:00`] } });
    await instance.rows('UPDATE series SET organiser_id = $2 WHERE id = $1', [series.id, keeper.id]);
    await onDay(instance, day(-90));
    // A week without a worker: the deadline passes, and what was missed is made up for, once.
    await instance.stopWorker();
    instance.clock.advance({ hours: 24 * 16 });
    await instance.startWorker();
    await instance.settled();
    expect(await turns(series)).toEqual(['1 asked']);
    expect(await mailsTo(0)).toHaveLength(1);
    expect(await instance.mailsTo('geschaeftsstelle@cluster.example')).toHaveLength(1);
    const [date] = await datesOf(instance, series);
    // Once more, as after a crash.
    await instance.rows(
      `UPDATE due_work SET due_at = $2 WHERE kind = 'series.host-turn' AND subject_id = $1`,
      [date?.id, instance.clock.now()],
    );
    await instance.settled();
    expect(await mailsTo(1)).toHaveLength(1);
    expect(await answerAsHost(instance, await mailedPath(instance, mailbox(0)), 'confirm')).toBe(303);
    expect(await turns(series)).toEqual(['1 asked']);
    const link = await mailedPath(instance, 'geschaeftsstelle@cluster.example');
    await answerAsHost(instance, link, 'decline', 'Wir ziehen um.');
    expect(await turns(series)).toEqual(['1 declined, others host']);
    const [own] = await datesOf(instance, series);
    expect(own?.meeting?.hosts.map(({ id }) => id)).toEqual([world.networkId]);
    const told = await instance.lastMailTo(`keeper-${world.networkId}@netz.example`);
    expect(told.subject).toMatch(/^Ohne Gastgeber:/);
    expect(told.text).toContain(`/console/series/${series.id}`);
  });

  it('passes at once over a host that nobody can be reached at, and is proposed anew when a host leaves', async () => {
    await instance.rows('DELETE FROM mandate WHERE office_id = $1', [world.clusters[0]?.office.id]);
    const series = await hosted([0, 1, 2], { rule: { kind: 'picked', dates: [`${day(0)}T10:00`] } });
    await onDay(instance, day(-90));
    expect(await turns(series)).toEqual(['1 asked']);
    await answerAsHost(instance, await mailedPath(instance, mailbox(1)), 'confirm');
    await setHosts(instance, series, { hosts: hostsOf(world, 0, 2) });
    expect(await turns(series)).toEqual(['2 asked']);
    expect(await mailsTo(2)).toHaveLength(1);
  });

  it('waits while the series pauses', async () => {
    const series = await hosted([0], { rule: { kind: 'picked', dates: [`${day(0)}T10:00`] } });
    await step(instance, series, 'pause');
    await onDay(instance, day(-80));
    expect(await mailsTo(0)).toEqual([]);
    await step(instance, series, 'start');
    expect(await mailsTo(0)).toHaveLength(1);
  });
});

const allowedIn = (all: readonly number[][]) => all.map((own) => own.map((status) => status < 400));

describe('the rights of a host', () => {
  it('are for its own date and end with the turn, those of whom it named as well', async () => {
    const series = await hosted([0, 1, 2]);
    const [first, second] = await datesOf(instance, series);
    const managerId = world.clusters[0]?.manager?.id ?? '';
    const helper = await aPerson(instance.reader, {
      homeInstitutionId: world.clusters[0]?.cluster.id ?? null,
    });
    await instance.rows(
      `INSERT INTO role_grant (id, person_id, meeting_id, role, valid_from) VALUES ($1, $2, $3, 'meeting_host', $4)`,
      [newId(), helper.id, first?.meeting?.id, '2026-01-01'],
    );
    const people = [await asking(instance, managerId), await asking(instance, helper.id)];
    const statuses = async () => {
      const { version } = await instance.ask<SeriesDto>('GET', `/series/${series.id}`);
      const invite = askingFor(holdersIn(world.networkId));
      const all: number[][] = [];
      for (const ask of people) {
        all.push([
          await ask('POST', `/meetings/${first?.meeting?.id}/change-preview`, { capacity: 20 }),
          await ask('POST', `/meetings/${first?.meeting?.id}/invitations/preview`, invite),
          await ask('POST', `/meetings/${second?.meeting?.id}/change-preview`, { capacity: 20 }),
          await ask('POST', `/series/${series.id}/change-preview`, { lengthMinutes: 60 }),
          await ask('PATCH', `/series/${series.id}`, { lengthMinutes: 60 }, version),
        ]);
      }
      return all;
    };
    const during = await statuses();
    const own = [true, true, false, false, false];
    expect(allowedIn(during)).toEqual([own, own]);
    await setHosts(instance, series, { hosts: hostsOf(world, 1, 2) });
    const after = await statuses();
    expect(allowedIn(after).flat()).not.toContain(true);
  });
});
