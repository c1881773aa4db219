import { decodeQR } from 'qr/decode.js';
import type { InvitationDto, Question } from '#contracts';
import { newId } from '#kernel';
import { nowhere } from '../../factories/meetings.factory.js';
import { aMark, DoorWorld } from '../../support/door-world.js';
import { OpenMeeting } from '../../support/open-meeting.js';
import { pageOf, readPdf } from '../../support/read-pdf.js';
import { SeatMeeting } from '../../support/seat-meeting.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());
// What was asked in the hour before counts for nobody.
beforeEach(() => instance.later({ hours: 1, minutes: 1 }));

const topic: Question = { id: newId(), kind: 'text', label: { de: 'Thema?' }, options: [], required: false };
const someone = () => `toni-${newId()}@eigen.example`;

/** The path of somebody's own page, from the last mail that names it. */
async function ownPath(address: string): Promise<string> {
  await instance.settled();
  const { text } = await instance.lastMailTo(address);
  const link = /http:\S+\/r\/[a-z2-7]{32}/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link to a registration in: ${text}`);
  return new URL(link).pathname;
}

const codeIn = (body: string) => /[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}/.exec(body)?.[0] ?? '';

/** What a camera reads off the page. */
function scanned(body: string): string {
  const [drawing = '', modules = ''] =
    /<svg class="code"[^>]*viewBox="0 -.5 (\d+) .*?<\/svg>/s.exec(body) ?? [];
  const scale = 4;
  const size = Number(modules) * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [, x, y, width] of drawing.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const start = row * size + Number(x) * scale;
      for (let dot = start; dot < start + Number(width) * scale; dot += 1) data.fill(0, dot * 4, dot * 4 + 3);
    }
  }
  return decodeQR({ width: size, height: size, data });
}

describe('the page of a registration', () => {
  it('says how it stands, shows the entry code and what is kept, and is nobody else’s to see', async () => {
    const open = await OpenMeeting.publish(instance, { capacity: 3 });
    const address = someone();
    const path = await open.join(address);
    expect(await ownPath(address)).toBe(path);
    const reply = await open.page(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(reply.headers.get('referrer-policy')).toBe('same-origin');
    expect(reply.body).toContain('Sie sind angemeldet.');
    expect(reply.body).toContain('Was wir dazu speichern');
    expect(reply.body).toContain('Was Sie bei der Anmeldung eingetragen haben');
    const code = codeIn(reply.body);
    expect(scanned(reply.body)).toBe(code.replaceAll('-', ''));
    const english = await open.page(`${path}?lang=en`);
    expect(english.body).toContain('My registration');
    expect(codeIn(english.body)).toBe(code);

    const file = await open.page(`${path}/meeting.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    // Folded by line: the address of this page, not that of the invitation.
    expect(file.body.replace(/\r\n /g, '')).toContain(path);
    expect((await open.page(`/r/${'a'.repeat(32)}`)).status).toBe(404);
    expect((await open.page('/r/kurz')).status).toBe(404);

    const [invitation] = await instance.invitations(open.meeting.id);
    const invitationPath = new URL(invitation?.link ?? '').pathname;
    expect((await open.page(invitationPath)).body).toContain(`${path}?lang=de`);
    // Neither link is the other.
    expect((await open.page(invitationPath.replace('/i/', '/r/'))).status).toBe(404);
    expect((await open.page(path.replace('/r/', '/i/'))).status).toBe(404);
  });

  it('changes companions, the kind of seat and answers, and keeps what was there when there is no room', async () => {
    const [site, online] = [newId(), newId()];
    const contingents = [
      { id: site, name: { de: 'Vor Ort' }, seats: 2, online: false },
      { id: online, name: { de: 'Online' }, seats: null, online: true },
    ];
    const open = await OpenMeeting.publish(instance, {
      questions: [topic],
      seating: { companions: 3, contingents },
    });
    const path = await open.join(someone(), { contingent: site });
    const kept = () =>
      instance.rows(
        `SELECT seats, contingent_id AS kind, value FROM registration
           LEFT JOIN question_answer ON registration_id = registration.id WHERE meeting_id = $1`,
        [open.meeting.id],
      );
    const field = `question-${topic.id}`;
    const wish = { do: 'change', contingent: site, companions: '1', [field]: 'Stahl' };
    const saved = await open.post(path, wish);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?lang=de&saved=1`]);
    expect((await open.page(`${path}?lang=de&saved=1`)).body).toContain('Ihre Änderungen sind gespeichert.');
    expect(await kept()).toEqual([{ seats: 2, kind: site, value: 'Stahl' }]);

    const full = await open.post(path, { ...wish, companions: '2' });
    expect(full.status).toBe(422);
    expect(full.body).toContain('Ihre Änderungen sind noch nicht gespeichert');
    expect(full.body).toContain('value="2"');
    expect(await kept()).toEqual([{ seats: 2, kind: site, value: 'Stahl' }]);
    const crowd = Array.from({ length: 500 }, (_, index) => `Gast ${index + 1}`).join('\n');
    const many = await open.post(path, { ...wish, companions: '500', companionNames: crowd });
    expect(many.status).toBe(422);
    expect(many.body).toContain('Höchstens 3');
    expect(many.body).toContain('Gast 500');
    expect(await kept()).toEqual([{ seats: 2, kind: site, value: 'Stahl' }]);
    await open.post(path, { ...wish, contingent: online, companions: '3' });
    expect(await kept()).toEqual([{ seats: 4, kind: online, value: 'Stahl' }]);
  });

  it('asks once before it cancels, frees the seat and deletes what was answered', async () => {
    const open = await OpenMeeting.publish(instance, {
      capacity: 1,
      questions: [topic],
      seating: { offerHours: null },
    });
    const [first, second] = [someone(), someone()];
    const path = await open.join(first, { [`question-${topic.id}`]: 'Glas' });
    const waiting = await open.join(second);
    expect((await open.page(waiting)).body).toContain('Sie stehen auf Platz 1 der Warteliste.');
    expect(codeIn((await open.page(waiting)).body)).toBe('');
    const unsure = await open.post(path, { do: 'cancel' });
    expect(unsure.status).toBe(422);
    expect(unsure.body).toContain('Bitte setzen Sie den Haken');
    expect(await open.standings()).toEqual({ [first]: 'confirmed', [second]: 'waitlisted' });
    expect((await open.post(path, { do: 'cancel', sure: 'yes' })).status).toBe(303);
    expect(await open.standings()).toEqual({ [first]: 'declined', [second]: 'confirmed' });
    expect(await instance.rows('SELECT value FROM question_answer')).not.toContainEqual({ value: 'Glas' });
    const gone = (await open.page(path)).body;
    expect(gone).toContain('Sie haben abgesagt.');
    expect(codeIn(gone)).toBe('');
    expect(gone).toContain('Zur Einladung, um noch einmal zu antworten');
    expect(codeIn((await open.page(waiting)).body)).not.toBe('');
  });

  it('takes an offer or gives it back to the next, also for whoever was invited', async () => {
    const met = await SeatMeeting.open(instance, ['sitzt', 'eins', 'zwei'], { capacity: 1 });
    await met.answer({ sitzt: 'yes', eins: 'yes', zwei: 'yes' });
    await met.answer({ sitzt: 'no' });
    const [eins, zwei] = [
      await ownPath(met.of('eins').address ?? ''),
      await ownPath(met.of('zwei').address ?? ''),
    ];
    const browser = instance.api.browser();
    const post = (path: string, fields: Readonly<Record<string, string>>) =>
      browser.post(path, new URLSearchParams(fields).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });
    expect((await browser.get<string>(eins)).body).toContain('Platz zurückgeben');
    await post(eins, { do: 'give-back' });
    expect(await met.standings()).toMatchObject({ eins: 'declined', zwei: 'offered' });
    await post(zwei, { do: 'take' });
    expect(await met.standings()).toMatchObject({ zwei: 'confirmed' });
    expect(codeIn((await browser.get<string>(zwei)).body)).not.toBe('');
    // What they did not tell us about is not claimed.
    expect((await browser.get<string>(zwei)).body).not.toContain(
      'Was Sie bei der Anmeldung eingetragen haben',
    );
  });

  it('changes nothing once the meeting is called off or over, and opens nothing long after', async () => {
    const open = await OpenMeeting.publish(instance, { questions: [topic] });
    const path = await open.join(someone());
    await instance.ask('POST', `/meetings/${open.meeting.id}/cancel`, { note: null }, open.meeting.version);
    const off = await open.page(path);
    expect(off.body).toContain('Dieses Treffen ist abgesagt.');
    expect([codeIn(off.body), off.body.includes('<form')]).toEqual(['', false]);
    const late = await open.post(path, { do: 'change', [`question-${topic.id}`]: 'Holz' });
    expect([late.status, late.body.includes('>Holz</textarea>')]).toEqual([422, true]);
    expect(await instance.rows('SELECT value FROM question_answer')).not.toContainEqual({ value: 'Holz' });

    const past = await OpenMeeting.publish(instance);
    const pastPath = await past.join(someone());
    await instance.rows(
      `UPDATE meeting SET starts_at = $2::timestamptz - interval '31 days', ends_at = $2::timestamptz - interval '30 days 2 hours'
        WHERE id = $1`,
      [past.meeting.id, instance.clock.now()],
    );
    expect((await past.page(pastPath)).status).toBe(410);
  });
});

/** The path of a guest's own page, as the page of the invitation has it. */
async function pathOf(guest: InvitationDto | undefined): Promise<string> {
  const invitation = await instance.api.browser().get<string>(new URL(guest?.link ?? '').pathname);
  return /\/r\/[a-z2-7]{32}/.exec(invitation.body)?.[0] ?? '';
}

const get = (path: string) => instance.api.browser().get<string>(path);

describe('who has been at a meeting', () => {
  it('has the certificate from their own page once the attendance is closed, and nobody else has', async () => {
    const door = await DoorWorld.create(instance);
    const [was, wasNot] = [await pathOf(door.guests[0]), await pathOf(door.guests[1])];
    await door.send((await door.link()).path, aMark(door.keys[0], true));
    const offers = async (path: string) => {
      const { body } = await get(`${path}?lang=en`);
      const { status } = await get(`${path}/certificate.pdf`);
      return [body.includes(`href="${path}/certificate.pdf?lang=en"`), status];
    };
    expect(await offers(was)).toEqual([false, 404]);
    await instance.ask('POST', `${door.path}/close`);
    expect(await offers(was)).toEqual([true, 200]);
    expect(await offers(wasNot)).toEqual([false, 404]);
    expect((await get(`${wasNot}/certificate.pdf?lang=en`)).body).toContain('This page does not exist');
    expect((await get(`/r/${'a'.repeat(32)}/certificate.pdf`)).status).toBe(404);

    const file = await instance.api.browser().getBytes(`${was}/certificate.pdf?lang=en`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('content-disposition')).toContain('"Certificate of attendance.pdf"');
    expect(file.headers.get('cache-control')).toBe('no-store');
    const english = await readPdf(file.body);
    expect(english.pages).toHaveLength(1);
    expect(pageOf(english, 0).text).toMatch(/Certificate of attendance .*Kim Drei .*Cluster/);
    const german = await instance.api.browser().getBytes(`${was}/certificate.pdf?lang=de`);
    expect(pageOf(await readPdf(german.body), 0).text).toContain('Teilnahmebestätigung');

    await instance.ask('POST', `${door.path}/reopen`);
    expect(await offers(was)).toEqual([false, 404]);
  });
});

it('follows two people who are made one: the link and the code that go lead to the one that stays', async () => {
  const door = await DoorWorld.create(instance);
  const [drei, eins] = door.guests;
  const [stays, goes] = [await pathOf(drei), await pathOf(eins)];
  const code = await door.code(eins);
  const merge = { otherId: drei?.person.id, versions: { own: 1, other: 1 } };
  await instance.ask('POST', `/people/${eins?.person.id ?? ''}/merge`, merge);
  const { path } = await door.link();
  expect(await door.said(path, code)).toBe('here');
  expect(await door.said(path, await door.code(drei))).toBe('already');
  expect(await door.list()).toMatchObject([{ personId: eins?.person.id, state: 'present' }]);

  expect(codeIn((await get(goes)).body)).toBe(codeIn((await get(stays)).body));
  const file = await get(`${goes}/meeting.ics`);
  expect(file.body.replace(/\r\n /g, '')).toContain(goes);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const cancelled = await instance.api.browser().post(goes, 'do=cancel&sure=yes', form);
  expect(cancelled.headers.get('location')).toBe(`${goes}?lang=de&saved=1`);
  expect((await get(stays)).body).toContain('Sie haben abgesagt.');
});

it('tells kinds of seats and companions by mail, with the address online or the place, and stand in the attendance', async () => {
  const [site, online] = [newId(), newId()];
  const contingents = [
    { id: site, name: { de: 'Vor Ort' }, seats: null, online: false },
    { id: online, name: { de: 'Online' }, seats: 1, online: true },
  ];
  const met = await SeatMeeting.open(instance, ['eins', 'drei'], {
    place: { ...nowhere, name: 'Werk 2', city: 'Leipzig', directions: { de: 'Tram 4' } },
    onlineUrl: 'https://meet.example/treffen',
    seating: { contingents, companions: 1 },
  });
  // Before an answer both ways are open.
  expect(await met.page('eins')).toMatch(/<dt>Ort<\/dt><dd>Werk 2<\/dd>.*meet\.example.*Tram 4/s);
  await met.post('eins', { answer: 'yes', contingent: online });
  await met.post('drei', { answer: 'yes', companions: '1', companionNames: 'Toni Beispiel' });
  await instance.settled();
  const [eins, drei] = [await met.lastMail('eins'), await met.lastMail('drei')];
  for (const part of ['Sie sind für die Teilnahme online angemeldet.', 'https://meet.example/treffen']) {
    expect([eins.text, eins.html]).toEqual([expect.stringContaining(part), expect.stringContaining(part)]);
  }
  expect(`${eins.text} ${eins.html} ${eins.file}`).not.toMatch(/Werk 2|Einlasscode/);
  for (const part of ['Vor Ort', 'Werk 2', 'Toni Beispiel', 'Das gilt für Sie und eine Begleitperson.']) {
    expect([drei.text, drei.html]).toEqual([expect.stringContaining(part), expect.stringContaining(part)]);
  }
  const own = await pathOf(met.of('eins'));
  const [invited, registered] = [await met.page('eins'), (await get(own)).body];
  for (const page of [invited, registered]) {
    expect(page).toContain('href="https://meet.example/treffen"');
    expect(page).toContain('<dt>Ort für alle anderen</dt><dd>Werk 2, Leipzig</dd>');
    expect(page).not.toMatch(/openstreetmap|Anfahrt/);
  }
  expect(codeIn(registered)).toBe('');
  const file = (await get(`${own}/meeting.ics`)).body.replace(/\r\n /g, '');
  expect(file).toContain('LOCATION:https://meet.example/treffen');
  expect(file).not.toContain('Werk 2');
  expect(await met.page('drei')).toMatch(/<dt>Ort<\/dt><dd>Werk 2<\/dd>.*openstreetmap.*meet\.example/s);
  // Another entry than the one of the invitation: calendars take it only with a higher number.
  expect([eins.file, drei.file].map((part) => /SEQUENCE:(\d)/.exec(part ?? '')?.[1])).toEqual(['1', '0']);
  const { items } = await instance.ask<{ items: object[] }>('GET', `/meetings/${met.id}/attendance`);
  expect(items).toContainEqual(
    expect.objectContaining({ contingent: { id: online, name: { de: 'Online' } } }),
  );
});
