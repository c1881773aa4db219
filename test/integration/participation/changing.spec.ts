import { newId } from '#kernel';
import { givenAtOnce, nowhere } from '../../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { GuestMeeting } from '../../support/guest-meeting.js';
import { SeatMeeting } from '../../support/seat-meeting.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

const nextDay = { startsLocal: '2026-06-19T10:00', endsLocal: '2026-06-19T15:30' };

describe('the number of seats', () => {
  it('cannot fall below the people who have one', async () => {
    const asked = await GuestMeeting.open(instance);
    await asked.change({ capacity: 2 });
    const version = await asked.version();
    const reply = await instance.owner.patch<{ code: string; params: object }>(
      `/api/v1/meetings/${asked.id}`,
      { capacity: 1, title: { de: 'Im kleinen Raum' } },
      { 'if-match': `"${version}"` },
    );
    expect([reply.status, reply.body.code, reply.body.params]).toEqual([
      409,
      'meeting.capacity-below-confirmed',
      { confirmed: 2 },
    ]);
    const { capacity, title } = await asked.read();
    expect([capacity, title.de, await asked.version()]).toEqual([2, 'Austausch der Clustermanager', version]);
  });

  it.each([
    ['rises', 3, ['first', 'second'], ['third']],
    ['is unlimited from now on', null, ['first', 'second', 'third'], []],
  ])(
    'lets the waiting move up in their order when it %s, and tells them',
    async (_, capacity, up, waiting) => {
      const line = ['first', 'second', 'third'];
      const { network } = await aNetworkOfManagers(
        instance.reader,
        ['seated', ...line].map((familyName) => ({ familyName })),
      );
      const { id, version } = await instance.publish({
        institutionId: network.id,
        capacity: 1,
        seating: givenAtOnce,
      });
      const invited = await instance.invite(id, network.id);
      const of = (name: string) => invited.find(({ person }) => person.name.endsWith(name));
      for (const name of ['seated', ...line]) {
        const guest = of(name);
        if (guest !== undefined) await instance.answer(guest, 'yes');
      }
      await instance.settled();
      instance.mailServer.mails.length = 0;
      await instance.ask('PATCH', `/meetings/${id}`, { capacity }, version);
      await instance.settled();
      const now = await instance.invitations(id);
      const named = (state: string) =>
        line.filter((name) =>
          now.some(({ person, registration }) => person.name.endsWith(name) && registration === state),
        );
      expect([named('confirmed'), named('waitlisted')]).toEqual([up, waiting]);
      const subjects = await Promise.all(
        line.map(async (name) =>
          (await instance.mailsTo(of(name)?.address ?? '')).map(({ subject }) => subject.split(':')[0]),
        ),
      );
      expect(subjects).toEqual(line.map((name) => (up.includes(name) ? ['Angemeldet'] : [])));
    },
  );
});

describe('a change', () => {
  it('by somebody who has not seen the latest is refused, with the version there is', async () => {
    const asked = await GuestMeeting.open(instance);
    const version = await asked.version();
    await asked.change({ capacity: 5 });
    await asked.heard();
    for (const [method, path, body] of [
      ['PATCH', '', { title: { de: 'Anders' } }],
      ['POST', '/cancel', {}],
    ] as const) {
      const reply = await instance.owner.send<{ code: string; params: object }>(
        method,
        `/api/v1/meetings/${asked.id}${path}`,
        { body, headers: { 'if-match': `"${version}"` } },
      );
      expect([reply.status, reply.body.code, reply.body.params]).toEqual([
        412,
        'version.stale',
        { version: version + 1 },
      ]);
    }
    expect((await asked.read()).title.de).toBe('Austausch der Clustermanager');
    expect(await asked.heard()).toEqual({});
  });

  it('of a meeting that is cancelled is refused', async () => {
    const asked = await GuestMeeting.open(instance);
    const cancelled = await asked.cancel();
    const reply = await instance.owner.patch<{ code: string }>(
      `/api/v1/meetings/${asked.id}`,
      { capacity: 9 },
      { 'if-match': `"${cancelled.version}"` },
    );
    expect([reply.status, reply.body.code]).toEqual([409, 'meeting.cancelled']);
  });

  it('that ends before it starts only on the night without that hour is refused', async () => {
    const asked = await GuestMeeting.open(instance);
    const version = await asked.version();
    const night = { startsLocal: '2027-03-28T02:30', endsLocal: '2027-03-28T03:00' };
    for (const path of ['', '/change-preview']) {
      const reply = await instance.owner.send<{ code: string }>(
        path === '' ? 'PATCH' : 'POST',
        `/api/v1/meetings/${asked.id}${path}`,
        { body: night, headers: { 'if-match': `"${version}"` } },
      );
      expect([reply.status, reply.body.code]).toEqual([422, 'meeting.ends-before-start']);
    }
  });
});

describe('what is written', () => {
  it('with a change is written in one transaction: meeting, what was and is, audit, and a fact', async () => {
    const asked = await GuestMeeting.open(instance);
    const before = await instance.rows(`SELECT id FROM fact WHERE type = 'MeetingChanged'`);
    await asked.change(nextDay);
    const transactions = await instance.rows(
      `SELECT xmin::text FROM audit_entry WHERE subject_id = $1 AND action = 'meeting.change'
        UNION SELECT xmin::text FROM meeting WHERE id = $1
        UNION SELECT xmin::text FROM meeting_change WHERE meeting_id = $1`,
      [asked.id],
    );
    expect(transactions).toHaveLength(1);
    const after = await instance.rows(`SELECT id FROM fact WHERE type = 'MeetingChanged'`);
    expect(after.length - before.length).toBe(1);
  });

  it('with a change that fails at its last step is nothing', async () => {
    const asked = await GuestMeeting.open(instance);
    await instance.settled();
    const all = () =>
      instance.rows(
        `SELECT (SELECT version FROM meeting WHERE id = $1) AS version,
                (SELECT count(*)::int FROM meeting_change WHERE meeting_id = $1) AS changes,
                (SELECT count(*)::int FROM outgoing_mail WHERE topic_id = $1) AS mails,
                (SELECT sum(sequence)::int FROM invitation WHERE meeting_id = $1) AS sequences,
                (SELECT count(*)::int FROM audit_entry) AS audit, (SELECT count(*)::int FROM fact) AS facts`,
        [asked.id],
      );
    const before = await all();
    const version = await asked.version();
    await instance.rows('ALTER TABLE fact ADD CONSTRAINT ck_test CHECK (false) NOT VALID');
    const reply = await instance.owner.patch(`/api/v1/meetings/${asked.id}`, nextDay, {
      'if-match': `"${version}"`,
    });
    await instance.rows('ALTER TABLE fact DROP CONSTRAINT ck_test');
    expect(reply.status).toBe(500);
    expect(await all()).toEqual(before);
    expect(await asked.heard()).toEqual({});
  });
});

it('leads who takes part online to no place, and tells who is not invited any more of no way in', async () => {
  const [site, online] = [newId(), newId()];
  const contingents = [
    { id: site, name: { de: 'Vor Ort' }, seats: null, online: false },
    { id: online, name: { de: 'Online' }, seats: null, online: true },
  ];
  const met = await SeatMeeting.open(instance, ['afar', 'near'], {
    place: { ...nowhere, name: 'Werk 2', city: 'Leipzig' },
    onlineUrl: 'https://meet.example/treffen',
    seating: { contingents },
  });
  await met.post('afar', { answer: 'yes', contingent: online });
  await met.post('near', { answer: 'yes', contingent: site });
  await met.change({ place: { ...nowhere, name: 'Werk 3', city: 'Leipzig' } });
  await instance.settled();
  const [afar, near] = [await met.lastMail('afar'), await met.lastMail('near')];
  expect(afar.text).toMatch(/Ort für alle anderen:\s+bisher: Werk 2, Leipzig\s+jetzt: Werk 3, Leipzig/);
  expect(afar.file).toContain('LOCATION:https://meet.example/treffen');
  expect(near.text).toMatch(/Ort:\s+bisher: Werk 2.*meet\.example/s);
  expect(near.file).toContain('LOCATION:Werk 3');
  await instance.ask('POST', `/invitations/${met.of('near').id}/withdraw`);
  await instance.settled();
  const { subject, text, html, file } = await met.lastMail('near');
  expect(subject).toMatch(/Einladung/);
  expect(`${text}${html}${file}`).toContain('Werk 3');
  expect(`${text}${html}${file}`).not.toContain('meet.example');
});
