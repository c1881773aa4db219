import { newId } from '#kernel';
import { noMails } from '#contracts';
import type { AttendanceSummaryDto } from '#contracts';
import { listAttendance } from '#participation';
import { packed } from '../../support/imports.js';
import { aMark, asking, DoorWorld, meetingDay } from '../../support/door-world.js';
import type { KeptList } from '../../support/door-world.js';
import { TestInstance } from '../../support/test-instance.js';

/* Who was there: at the door, by links without an account, and for the host afterwards. */

let instance: TestInstance;
let door: DoorWorld;

beforeAll(async () => {
  instance = await TestInstance.start();
});
afterAll(() => instance.close());
beforeEach(async () => {
  door = await DoorWorld.create(instance);
});

const minutes = (count: number) => ({ ago: count * 60_000 });

describe('the link of a helper', () => {
  it('shows names and organisations without an account, and no addresses', async () => {
    const { path } = await door.link();
    const page = await instance.api.browser().get<string>(path);
    const kept = await instance.api.browser().get<KeptList>(`${path}/list`);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Cluster 1');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(kept.body.rows.map(({ about, here }) => [about, here])).toEqual([
      ['Cluster 3', false],
      ['Cluster 1', false],
    ]);
    expect(`${page.body}${JSON.stringify(kept.body)}`).not.toContain('tuer.example');
    const same = await instance.api
      .browser()
      .get(`${path}/list`, { 'if-none-match': kept.headers.get('etag') ?? '' });
    expect(same.status).toBe(304);
  });

  it('opens from the morning before the meeting until the day after it is over, and never once revoked', async () => {
    const { path, id } = await door.link();
    const statusAt = async (moment: string) => {
      instance.clock.moveTo(moment);
      const { status, body } = await instance.api.browser().get<string>(path);
      const marked = await door.send(path, aMark(door.keys[0], true));
      return [/<h1>([^<]*)/.exec(body)?.[1], status, marked.status];
    };
    expect(await statusAt('2026-03-03T04:59:59Z')).toEqual(['Der Einlass ist noch nicht offen', 403, 410]);
    expect(await door.states()).toEqual([null, null]);
    expect(await statusAt('2026-03-03T05:00:00Z')).toEqual(['Austausch der Clustermanager', 200, 201]);
    expect(await statusAt('2026-03-05T22:59:59Z')).toEqual(['Austausch der Clustermanager', 200, 201]);
    expect(await statusAt('2026-03-05T23:00:00Z')).toEqual(['Der Einlass ist vorbei', 410, 410]);
    await instance.ask('POST', `/door-links/${id}/revoke`);
    await instance.ask('POST', `/door-links/${id}/revoke`);
    expect(await statusAt(meetingDay)).toEqual(['Dieser Link gilt nicht mehr', 410, 410]);
    const unknown = await instance.api.browser().get(`/d/${'a'.repeat(32)}`);
    expect(unknown.status).toBe(404);
    const actions = await instance.rows(
      `SELECT action FROM audit_entry WHERE subject_id = $1 AND action LIKE '%door-link' ORDER BY at, id`,
      [door.meeting.id],
    );
    expect(actions).toEqual([{ action: 'meeting.make-door-link' }, { action: 'meeting.revoke-door-link' }]);
  });

  it('marks and takes back by forms, without JavaScript', async () => {
    const { path } = await door.link();
    const marked = await door.post(path, { do: 'mark', key: door.keys[0] ?? '', here: 'yes' });
    expect(marked.status).toBe(303);
    expect(marked.headers.get('location')).toContain('said=here');
    expect(await door.states()).toEqual(['present', null]);
    await door.post(path, { do: 'mark', key: door.keys[0] ?? '', here: 'no' });
    expect(await door.states()).toEqual([null, null]);
    const none = await door.post(path, { do: 'mark', key: `${newId()}.0`, here: 'yes' });
    expect(none.headers.get('location')).toContain('said=gone');
    const wrong = await door.post(path, {
      do: 'guest',
      id: newId(),
      name: 'Rut',
      organisation: '',
      address: 'nein',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="Rut"');
    expect(await door.states()).toEqual([null, null]);
  });
});

describe('an entry code', () => {
  it('checks in whom it belongs to, once', async () => {
    const { path } = await door.link();
    const code = await door.code(door.guests[1]);
    expect(await door.said(path, code.toLowerCase().replaceAll('-', ' '))).toBe('here');
    expect(await door.said(path, code)).toBe('already');
    expect(await door.states()).toEqual([null, 'present']);
  });

  it('of another meeting, of a cancelled registration or made up changes nothing and says why', async () => {
    const { path } = await door.link();
    const mine = door.guests[0];
    const code = await door.code(mine);
    const other = await DoorWorld.create(instance);
    await instance.goTo(asking);
    if (mine !== undefined) await instance.answer(mine, 'no');
    await instance.goTo(meetingDay);
    expect(await door.said(path, await other.code(other.guests[0]))).toBe('other-meeting');
    expect(await door.said(path, code)).toBe('no-seat');
    expect(await door.said(path, `${code.slice(0, 4)}-AAAA-BBBB-CCCC`)).toBe('unknown');
    expect(await door.said(path, 'https://jourfixe.example/i/abc')).toBe('unknown');
    expect(await door.states()).toEqual([null]);
  });

  it('opens nothing else', async () => {
    const code = (await door.code(door.guests[0])).replaceAll('-', '').toLowerCase();
    for (const path of [`/i/${code}`, `/d/${code}`, `/i/${code}${code}`]) {
      expect((await instance.api.browser().get(path)).status).toBe(404);
    }
  });
});

describe('two devices', () => {
  it('agree whatever arrives first: the last mark by its own time wins', async () => {
    const [one, other] = [await door.link('Nord'), await door.link('Süd')];
    const late = await door.send(one.path, aMark(door.keys[0], true, minutes(1)));
    const early = await door.send(other.path, aMark(door.keys[0], false, minutes(5)));
    expect([late.body.outcomes, early.body.outcomes]).toEqual([['taken'], ['older']]);
    expect(await door.states()).toEqual(['present', null]);
    expect(early.body.state.rows.map(({ here }) => here)).toEqual([true, false]);
    const tie = await door.send(other.path, aMark(door.keys[0], false, minutes(1)));
    expect(tie.body.outcomes).toEqual(['taken']);
    expect(await door.states()).toEqual([null, null]);
    const [row] = (await door.send(one.path, aMark(door.keys[1], true))).body.state.rows.slice(1);
    expect(row?.here).toBe(true);
    expect((await door.list())[1]).toMatchObject({ state: 'present', markedAtDoor: 'Nord' });
  });

  it('may send a mark again: it counts once, even after another one', async () => {
    const { path } = await door.link();
    const first = aMark(door.keys[0], true, { ago: 1000 });
    expect((await door.send(path, first, aMark(door.keys[0], false, { ago: 1000 }))).body.outcomes).toEqual([
      'taken',
      'taken',
    ]);
    expect((await door.send(path, first)).body.outcomes).toEqual(['repeated']);
    expect(await door.states()).toEqual([null, null]);
    const { path: twin } = await door.link('Süd');
    const both = await Promise.all([
      door.send(path, aMark(door.keys[1], true)),
      door.send(twin, aMark(door.keys[1], true)),
    ]);
    expect(both.map(({ body }) => body.outcomes)).toEqual([['taken'], ['taken']]);
    expect(await door.sum()).toMatchObject({ total: 2, present: 1 });
  });

  it('enter a walk-in once, take them back, and mark nobody of another meeting', async () => {
    const { path } = await door.link();
    const id = newId();
    const walkIn = { name: 'Rut Gast', organisation: 'Gasthaus', address: null };
    const entered = aMark(id, true, { walkIn });
    await door.send(path, entered);
    await door.send(path, entered, aMark(id, true, { walkIn }));
    expect((await door.list()).at(2)).toMatchObject({
      name: 'Rut Gast',
      organisation: 'Gasthaus',
      walkIn: true,
    });
    expect(await door.sum()).toMatchObject({ total: 3, present: 1, walkIns: 1 });
    const [foreign] = (await DoorWorld.create(instance)).keys;
    expect((await door.send(path, aMark(foreign, true), aMark(id, false))).body.outcomes).toEqual([
      'unknown',
      'taken',
    ]);
    expect(await door.sum()).toMatchObject({ total: 2, present: 0, walkIns: 0 });
    expect(
      await instance.rows('SELECT id FROM attendance WHERE registration_id::text = $1', [
        foreign?.slice(0, 36),
      ]),
    ).toEqual([]);
  });
});

describe('the host afterwards', () => {
  it('marks, says the rest was absent, closes, and opens again; the log and a fact tell of it', async () => {
    await instance.ask('POST', `${door.path}/marks`, { keys: [door.keys[0]], state: 'excused' });
    expect(await door.states()).toEqual(['excused', null]);
    await instance.ask('POST', `${door.path}/rest-absent`);
    expect(await instance.ask('POST', `${door.path}/rest-absent`)).toMatchObject({
      excused: 1,
      absent: 1,
      open: 0,
    });
    const { closedAt } = await instance.ask<AttendanceSummaryDto>('POST', `${door.path}/close`);
    expect(closedAt).toBe(meetingDay);
    await instance.ask('POST', `${door.path}/close`);
    const entrance = await door.link();
    expect((await door.send(entrance.path, aMark(door.keys[0], true))).status).toBe(409);
    expect(await door.refusal('POST', `${door.path}/marks`, { keys: [door.keys[0]], state: null })).toEqual([
      409,
      'attendance.closed',
    ]);
    expect(await door.states()).toEqual(['excused', 'absent']);
    await instance.ask('POST', `${door.path}/reopen`);
    await instance.ask('POST', `${door.path}/marks`, { keys: [door.keys[0]], state: null });
    expect(await door.states()).toEqual([null, 'absent']);
    const facts = await instance.rows(
      `SELECT type FROM fact WHERE type = 'AttendanceClosed' AND payload ->> 'meetingId' = $1`,
      [door.meeting.id],
    );
    expect(facts).toHaveLength(1);
    const log = await instance.rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE subject_id = $1 AND action LIKE '%attendance' ORDER BY at, id`,
      [door.meeting.id],
    );
    const [mark, close, reopen] = ['mark', 'close', 'reopen'].map((verb) => `meeting.${verb}-attendance`);
    expect(log.map(({ action }) => action)).toEqual([mark, mark, close, reopen, mark]);
  });

  it('is told when one of several is nobody of this meeting, and nothing is changed', async () => {
    const body = { keys: [door.keys[0], `${newId()}.0`], state: 'present' };
    expect(await door.refusal('POST', `${door.path}/marks`, body)).toEqual([404, 'attendance.unknown']);
    expect(await door.states()).toEqual([null, null]);
  });

  it('hands in a file of walk-ins: each error by row and column, nothing written before it is confirmed', async () => {
    const file = [
      'Name;Firma;E-Mail',
      'Rut Gast;Gasthaus;rut@gasthaus.example',
      ';Ohne Namen;',
      'Olaf Öhler;;keine-adresse',
      'Rut Gast;Gasthaus;',
      'Müller-Lüdenscheidt;Größe & Söhne;',
    ].join('\r\n');
    const check = await instance.owner.send<{ rows: object[]; problems: object[] }>(
      'POST',
      `/api/v1${door.path}/walk-ins/check`,
      await packed(file, 'gaeste.csv'),
    );
    expect(check.body.problems).toEqual([
      { row: 3, column: 'Name', code: 'validation.required', params: {} },
      { row: 4, column: 'E-Mail', code: 'validation.not-an-address', params: {} },
      { row: 5, column: 'Name', code: 'attendance.listed-twice', params: {} },
    ]);
    expect(await door.sum()).toMatchObject({ total: 2, walkIns: 0 });
    const walkIns = check.body.rows.map((row) => ({ id: newId(), ...row }));
    await instance.ask('POST', `${door.path}/walk-ins`, { walkIns });
    expect(await instance.ask('POST', `${door.path}/walk-ins`, { walkIns })).toMatchObject({
      total: 4,
      walkIns: 2,
    });
    const wrong = await instance.owner.send<{ type: string }>(
      'POST',
      `/api/v1${door.path}/walk-ins/check`,
      await packed('Vorname;Ort\nRut;Ulm', 'falsch.csv'),
    );
    expect(wrong.status).toBe(422);
    expect(wrong.body.type).toContain('attendance.name-column-missing');
    const csv = await instance.owner.get<string>(`/api/v1${door.path}?format=csv`);
    expect(csv.body).toContain('Größe & Söhne');
  });

  it('knows a walk-in who was invited by the mail address, unless it is shared', async () => {
    const third = door.guests[2];
    const [row] = await instance.rows<{ address: string }>(
      'SELECT address FROM person_address WHERE person_id = $1',
      [third?.person.id],
    );
    const walkIns = [
      { id: newId(), name: 'D. Drei', address: row?.address },
      { id: newId(), name: 'Niemand', address: 'niemand@fremd.example' },
    ];
    await instance.ask('POST', `${door.path}/walk-ins`, { walkIns });
    const people = (await door.list()).filter(({ walkIn }) => walkIn).map(({ personId }) => personId);
    expect(people).toEqual(expect.arrayContaining([third?.person.id, null]));
  });

  it('goes with people who are made one, and the follow-up goes to those who were there', async () => {
    const followUp = { daysAfter: 1, to: 'came', text: { de: 'Die Folien.' } } as const;
    const plan = await DoorWorld.create(instance, { mailPlan: { ...noMails, followUp } });
    const [drei, eins, zwei] = plan.guests.map(({ person }) => person.id);
    await instance.ask('POST', `${plan.path}/marks`, { keys: [plan.keys[0]], state: 'present' });
    await instance.ask('POST', `/people/${zwei ?? ''}/merge`, {
      otherId: drei,
      versions: { own: 1, other: 1 },
    });
    const found = await listAttendance(instance.reader, plan.meeting.id);
    expect(found.map(({ personId, state, clusters }) => [personId, state, clusters.length])).toEqual([
      [eins, null, 1],
      [zwei, 'present', 2],
    ]);
    await instance.goTo('2026-03-05T09:00:00Z');
    const sql = `SELECT person_id AS "personId" FROM outgoing_mail WHERE topic_id = $1 AND kind = 'follow-up'`;
    const mails = await instance.rows(sql, [plan.meeting.id]);
    expect(mails).toEqual([{ personId: zwei }]);
  });
});
