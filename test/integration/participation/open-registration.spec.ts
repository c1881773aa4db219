import type { Question } from '#contracts';
import { newId } from '#kernel';
import { listAttendance } from '#participation';
import { aPerson } from '../../factories/directory.factory.js';
import { OpenMeeting } from '../../support/open-meeting.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());
// What was asked in the hour before counts for nobody.
beforeEach(() => instance.later({ hours: 1, minutes: 1 }));

const someone = () => `toni-${newId()}@fremd.example`;
const peopleAt = (address: string) =>
  instance.rows(
    `SELECT given_name AS "givenName", family_name AS "familyName", language, home_institution_id AS home, version
       FROM person JOIN person_address ON person_id = person.id WHERE address = $1`,
    [address],
  );

describe('registering on the public page', () => {
  it('becomes a person, an invitation and a seat only once the mail is confirmed, and keeps what was typed', async () => {
    const onlineUrl = 'https://meet.example/geheim';
    const open = await OpenMeeting.publish(instance, { capacity: 5, onlineUrl });
    expect((await open.page()).body).toMatch(/^(?!.*(?:auf Einladung|geheim)).*Es sind noch Plätze frei\./s);
    const address = someone();
    const reply = await open.register(address);
    expect([reply.status, reply.headers.get('location')]).toEqual([303, `${open.path}/registered`]);
    expect((await open.page(`${open.path}/registered`)).body).toContain('Bitte sehen Sie in Ihr Postfach');

    const path = await open.mailedPath(address);
    expect(path).toMatch(/^\/r\/confirm\//);
    const mail = await instance.lastMailTo(address);
    expect(mail.subject).toMatch(/^Bitte bestätigen: /);
    // Nothing typed goes to an address that is perhaps a stranger's, nor does the way in.
    expect(`${mail.text}${mail.html}`).not.toMatch(/Toni|Offen|Werk|geheim/);
    expect(await peopleAt(address)).toEqual([]);

    const page = await open.page(path);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    expect(page.body).toMatch(/^(?!.*geheim).*erfährt, wer einen Platz hat.*Toni Offen/s);
    // A scanner that submits the form ticks nothing.
    expect((await open.post(path, {})).status).toBe(422);
    expect(await open.standings()).toEqual({});

    const confirmed = await open.post(path, { confirm: 'yes' });
    const own = confirmed.headers.get('location') ?? '';
    expect(own).toMatch(/^\/r\/[a-z2-7]{32}\?lang=de$/);
    expect((await open.page(own)).body).toContain(onlineUrl);
    expect(await open.standings()).toEqual({ [address]: 'confirmed' });
    expect(await peopleAt(address)).toEqual([
      { givenName: 'Toni', familyName: 'Offen', language: 'de', home: null, version: 1 },
    ]);
    expect(await open.snapshots()).toEqual([
      { state: 'confirmed', holds: true, familyName: 'Offen', address },
    ]);
    await instance.settled();

    const subjects = (await instance.mailsTo(address)).map(({ subject }) => subject.split(':')[0]);
    expect(subjects).toEqual(['Bitte bestätigen', 'Angemeldet']);
    expect((await instance.lastMailTo(address)).text).toMatch(
      /weil Sie sich zu diesem Treffen angemeldet\s+haben/,
    );
    const [invitation] = await instance.invitations(open.meeting.id);
    expect(invitation?.reasons).toMatchObject([{ kind: 'open', institution: null, office: null }]);
    // At the door and on papers stands for whom they said they come.
    expect(await listAttendance(instance.reader, open.meeting.id)).toMatchObject([{ organisation: 'Werk' }]);

    // Twice the link: the same page, nothing new.
    const again = await open.post(path, { confirm: 'yes' });
    expect(again.headers.get('location')).toBe(confirmed.headers.get('location'));
    await instance.settled();
    expect((await instance.mailsTo(address)).length).toBe(2);
    expect((await open.page(path)).body).toContain(`href="${confirmed.headers.get('location')}"`);
  });

  it('holds the seat for half an hour, and then the next in line has it', async () => {
    const open = await OpenMeeting.publish(instance, { capacity: 1, seating: { offerHours: null } });
    const [first, second] = [someone(), someone()];
    await open.register(first);
    expect((await open.page()).body).toContain(
      'Warteliste: Alle Plätze sind vergeben oder werden gerade gehalten.',
    );
    const path = await open.mailedPath(first);
    await open.join(second);
    expect(await open.standings()).toEqual({ [second]: 'waitlisted' });

    await instance.later({ minutes: 30 });
    expect((await open.page(path)).status).toBe(200);
    await instance.later({ seconds: 1 });
    expect(await open.standings()).toEqual({ [second]: 'confirmed' });
    expect(await open.snapshots()).toMatchObject([
      { state: 'expired', familyName: '', address: '' },
      { state: 'confirmed', holds: false },
    ]);
    const lapsed = await open.post(path, { confirm: 'yes' });
    expect(lapsed.status).toBe(410);
    expect(lapsed.body).toContain(open.path);
    expect(await peopleAt(first)).toEqual([]);
  });

  it('gives the held seat to whoever confirms, past those who came in meanwhile', async () => {
    const open = await OpenMeeting.publish(instance, { capacity: 1 });
    const [first, second] = [someone(), someone()];
    await open.register(first);
    const path = await open.mailedPath(first);
    await open.join(second);
    await open.post(path, { confirm: 'yes' });
    expect(await open.standings()).toEqual({ [second]: 'waitlisted', [first]: 'confirmed' });
  });

  it('joins whoever has the address and changes nothing of them', async () => {
    const open = await OpenMeeting.publish(instance);
    const address = someone();
    await aPerson(instance.reader, { givenName: 'Antonia', familyName: 'Bekannt', addresses: [address] });
    const before = await peopleAt(address);
    await open.join(address.replace('toni', 'Toni'), { familyName: 'Anders' });
    expect(await open.standings()).toEqual({ [address]: 'confirmed' });
    expect(await peopleAt(address)).toEqual(before);
    expect(await open.snapshots()).toMatchObject([{ familyName: 'Anders' }]);
  });

  it('leads who is invited to their invitation by mail, and shows a stranger the same page', async () => {
    const open = await OpenMeeting.publish(instance, { capacity: 1 });
    await instance.invite(open.meeting.id, open.networkId);
    const known = await open.register(open.managerAddress);
    const stranger = await open.register(someone());
    const looks = ({ status, body, headers }: typeof known) => [status, body, headers.get('location')];
    expect(looks(known)).toEqual(looks(stranger));
    const path = await open.mailedPath(open.managerAddress);
    expect(path).toMatch(/^\/i\//);
    expect((await instance.lastMailTo(open.managerAddress)).subject).toMatch(/^Sie sind schon eingeladen: /);
    // Their seat is not held twice.
    expect((await open.snapshots()).map(({ holds }) => holds)).toEqual([false, true]);
  });

  it('asks for what is missing and for the questions that need an answer, and keeps what was typed', async () => {
    const question: Question = {
      id: newId(),
      kind: 'text',
      label: { de: 'Thema?' },
      options: [],
      required: true,
    };
    const open = await OpenMeeting.publish(instance, { questions: [question], seating: { companions: 1 } });
    const address = someone();
    const wrong = await open.register('toni', { familyName: ' ' });
    expect(wrong.status).toBe(422);
    for (const field of ['familyName', 'address', `question-${question.id}`]) {
      expect(wrong.body).toContain(`href="#${field}"`);
    }
    expect(wrong.body).toContain('value="toni"');
    const answered = { [`question-${question.id}`]: 'Wasserstoff' };
    expect((await open.register(address, { ...answered, companions: '2' })).body).toContain(
      'Ihre Anmeldung ist noch nicht abgeschickt',
    );
    expect(await open.snapshots()).toEqual([]);
    await open.join(address, { ...answered, companions: '1' });
    const rows = await instance.rows(
      `SELECT value, seats FROM registration JOIN question_answer ON registration_id = registration.id
        WHERE meeting_id = $1`,
      [open.meeting.id],
    );
    expect(rows).toEqual([{ value: 'Wasserstoff', seats: 2 }]);
    // From here on the answers are the registration's alone.
    const snapshots = await instance.rows(
      'SELECT answers, companions FROM open_registration WHERE meeting_id = $1',
      [open.meeting.id],
    );
    expect(snapshots).toEqual([{ answers: {}, companions: [] }]);
  });

  it('waits for the host where the host decides', async () => {
    const open = await OpenMeeting.publish(instance, { capacity: 1, seating: { approval: true } });
    const address = someone();
    expect((await open.page()).body).toContain('Über die Plätze entscheidet der Gastgeber.');
    await open.join(address);
    expect(await open.standings()).toEqual({ [address]: 'awaiting_approval' });
    expect((await open.snapshots()).map(({ holds }) => holds)).toEqual([false]);
  });
});

describe('abuse', () => {
  it('is told nothing by a program’s field, and leaves nothing behind', async () => {
    const open = await OpenMeeting.publish(instance);
    const address = someone();
    const reply = await open.register(address, { homepage: 'https://kaufen.example' });
    expect([reply.status, reply.headers.get('location')]).toEqual([303, `${open.path}/registered`]);
    await instance.settled();
    expect(await open.snapshots()).toEqual([]);
    expect(await instance.mailsTo(address)).toEqual([]);
  });

  it('gets three mails an hour to one address, known or not, the newest of which opens', async () => {
    const open = await OpenMeeting.publish(instance, { capacity: 1 });
    const known = someone();
    await aPerson(instance.reader, { addresses: [known] });
    for (const address of [known, someone()]) {
      const paths = [];
      for (let time = 0; time < 3; time += 1) {
        expect((await open.register(address)).status).toBe(303);
        paths.push(await open.mailedPath(address));
      }
      const refused = await open.register(address);
      expect(refused.status).toBe(422);
      expect(refused.body).toContain('sehr viele Anmeldungen');
      expect((await instance.mailsTo(address)).length).toBe(3);
      const statuses = await Promise.all(paths.map(async (path) => (await open.page(path)).status));
      expect(statuses).toEqual([410, 410, 200]);
    }
    await instance.later({ hours: 1, minutes: 1 });
    expect((await open.register(known)).status).toBe(303);
  });

  it('is counted by the client, too', async () => {
    const open = await OpenMeeting.publish(instance);
    const statuses = [];
    for (let time = 0; time < 21; time += 1) statuses.push((await open.register(someone())).status);
    expect(statuses.filter((status) => status === 303).length).toBe(20);
    expect(statuses.at(-1)).toBe(422);
  });

  it('is at most 200 at a time that wait for their mail; one that lapses makes room', async () => {
    const open = await OpenMeeting.publish(instance);
    await open.fillPending(199);
    const [last, refused] = [someone(), someone()];
    await open.register(last);
    const { status, body } = await open.register(refused, { organisation: 'Werk Zweihundert' });
    expect([status, body]).toEqual([422, expect.stringMatching(/sehr viele an\.[^]*"Werk Zweihundert"/)]);
    await instance.settled();
    expect([await instance.mailsTo(last), await instance.mailsTo(refused)]).toMatchObject([[{}], []]);
    expect((await open.snapshots()).length).toBe(200);
    instance.clock.advance({ minutes: 11 });
    expect((await open.register(refused)).status).toBe(303);
    expect((await open.register(someone())).status).toBe(422);
  });

  it('leaves no trace for longer than a day', async () => {
    const open = await OpenMeeting.publish(instance);
    await open.join(someone());
    await open.register(someone());
    await instance.later({ hours: 25 });
    await instance.later({ hours: 24 });
    const rows = await instance.rows(
      'SELECT state, address_hash, client_hash FROM open_registration WHERE meeting_id = $1',
      [open.meeting.id],
    );
    expect(rows).toEqual([{ state: 'confirmed', address_hash: null, client_hash: null }]);
  });
});

describe('a meeting that nobody can register for', () => {
  it('says so on its page, and takes nothing', async () => {
    const closed = await OpenMeeting.publish(instance, { seating: { open: false } });
    expect((await closed.page()).body).toContain('Die Teilnahme ist auf Einladung.');
    expect((await closed.register(someone())).body).toContain('auf Einladung');

    const late = await OpenMeeting.publish(instance, {
      answerByLocal: instance.clock
        .now()
        .add({ hours: 2 })
        .toZonedDateTimeISO('Europe/Berlin')
        .toPlainDateTime()
        .toString()
        .slice(0, 16),
    });
    const path = await late.register(someone()).then(() => late.page());
    expect(path.body).toContain('name="familyName"');
    const inTime = someone();
    await late.register(inTime);
    const confirm = await late.mailedPath(inTime);
    instance.clock.advance({ minutes: 25 });
    // Whose seat is held may still confirm it.
    await late.post(confirm, { confirm: 'yes' });
    await instance.later({ hours: 2 });
    expect((await late.page()).body).toContain('Die Anmeldefrist ist abgelaufen.');
    expect((await late.register('a@spaet.example')).body).toContain('>Toni Offen a@spaet.example Werk<');
    expect(await late.standings()).toEqual({ [inTime]: 'confirmed' });

    const off = await OpenMeeting.publish(instance);
    const before = someone();
    await off.register(before);
    const mailed = await off.mailedPath(before);
    await instance.ask('POST', `/meetings/${off.meeting.id}/cancel`, { note: null }, off.meeting.version);
    expect((await off.page()).body).not.toContain('name="familyName"');
    const refused = await off.post(mailed, { confirm: 'yes' });
    expect([refused.status, await off.standings()]).toEqual([422, {}]);
    expect(await peopleAt(before)).toEqual([]);
    expect((await off.page('/m/gibt-es-nicht')).status).toBe(404);
    expect((await off.post('/m/gibt-es-nicht', {})).status).toBe(404);
    expect((await off.post(`/r/confirm/${'a'.repeat(32)}`, { confirm: 'yes' })).status).toBe(404);
  });
});
