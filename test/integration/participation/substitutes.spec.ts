import { newId } from '#kernel';
import { SeatMeeting } from '../../support/seat-meeting.js';
import { TestInstance } from '../../support/test-instance.js';
import { aPerson } from '../../factories/directory.factory.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

const anAddress = () => `vertretung-${newId()}@neu.example`;
const toni = (address: string) => ({ givenName: 'Toni', familyName: 'Müßig-Beispiel', address });

/** Sends the form on which an invitee names who comes instead. */
async function name(link: string, fields: Readonly<Record<string, string>>) {
  const { pathname } = new URL(link);
  const reply = await instance.api
    .browser()
    .post<string>(`${pathname}/substitute`, new URLSearchParams(fields).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  await instance.settled();
  return reply;
}

/** The invitation of whoever is reached at the address. */
async function invitationOf(met: SeatMeeting, address: string) {
  const all = await instance.invitations(met.id);
  const found = all.find((one) => one.address === address);
  if (found === undefined) throw new Error(`nobody is invited at ${address}`);
  return found;
}

async function states(met: SeatMeeting): Promise<readonly string[]> {
  const all = await instance.invitations(met.id);
  return all.map(({ person, registration, answer }) => `${person.name}: ${answer} ${registration}`);
}

describe('a colleague who comes instead', () => {
  it('has the seat as it stood, is invited for whom, and the first one’s entry leaves the calendar', async () => {
    const met = await SeatMeeting.open(instance, ['erste', 'wartet'], {
      capacity: 1,
      seating: { quota: { per: 'cluster', seats: 1 } },
    });
    await met.answer({ erste: 'yes', wartet: 'yes' });
    expect(await met.page('erste')).toContain('Meine Vertretung kommt');
    const address = anAddress();
    // The button of the answer's form leads to the other one, with the note.
    const led = await name(met.of('erste').link, { answer: 'substitute', note: 'Ich bin im Urlaub.' });
    expect([led.status, led.body.includes('>Ich bin im Urlaub.</textarea>')]).toEqual([200, true]);
    expect(await invitationOf(met, met.of('erste').address ?? '')).toMatchObject({ answer: 'yes' });
    const reply = await name(met.of('erste').link, { ...toni(address), note: 'Ich bin im Urlaub.' });
    expect(reply.status).toBe(303);
    expect(await invitationOf(met, met.of('erste').address ?? '')).toMatchObject({
      answer: 'substitute',
      note: 'Ich bin im Urlaub.',
    });
    expect(await met.page('erste')).toContain('An Ihrer Stelle ist Toni Müßig-Beispiel eingeladen.');

    expect(await met.standings()).toEqual({ erste: 'cancelled', wartet: 'waitlisted 1' });
    const substitute = await invitationOf(met, address);
    expect(substitute).toMatchObject({
      answer: 'yes',
      registration: 'confirmed',
      inPlaceOf: { id: met.of('erste').person.id },
      reasons: met
        .of('erste')
        .reasons.map((reason) => ({ ...reason, deputyFor: { id: met.of('erste').person.id } })),
    });
    // The cluster counts once, whoever of the two is looked at.
    expect(await instance.ask('GET', `/meetings/${met.id}/answers`)).toMatchObject({
      invited: 2,
      yes: 2,
      no: 0,
      silent: 0,
      confirmed: 1,
      seats: 1,
      clusters: { total: 2, answered: 2, represented: 1 },
    });

    const told = await instance.lastMailTo(met.of('erste').address ?? '');
    expect(told.subject).toMatch(/^Vertretung eingeladen: /);
    expect(told.text).toContain('An Ihrer Stelle haben wir Toni Müßig-Beispiel eingeladen.');
    expect(told.calendar).toMatchObject({ method: 'CANCEL', event: { status: null } });
    const [mail, ...others] = await instance.mailsTo(address);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Angemeldet: /);
    expect(mail?.text).toContain(`in Vertretung für ${met.of('erste').person.name}`);
    expect(mail?.text).not.toContain('wegen Ihres Amtes');
    expect(mail?.calendar?.method).toBe('REQUEST');

    // Whoever is named declines by one click, and the seat is the next one's.
    const { pathname } = new URL(substitute.link);
    const page = (await instance.api.browser().get<string>(pathname)).body;
    expect(page).toContain(`in Vertretung für ${met.of('erste').person.name}.`);
    expect(page).not.toContain('Meine Vertretung kommt');
    await instance.answer(substitute, 'no');
    expect(await met.standings()).toEqual({ erste: 'cancelled', wartet: 'offered' });
    // Who passed it on asks anew, without a seat.
    await met.answer({ erste: 'yes' });
    expect(await met.standings()).toEqual({ erste: 'waitlisted 1', wartet: 'offered' });
  });

  it('takes over a place in line, and asks for a seat where the first had not', async () => {
    const met = await SeatMeeting.open(instance, ['sitzt', 'eins', 'zwei', 'schweigt'], {
      capacity: 1,
      seating: { offerHours: null },
    });
    await met.answer({ sitzt: 'yes', eins: 'yes', zwei: 'yes' });
    const [first, last] = [anAddress(), anAddress()];
    await name(met.of('eins').link, toni(first));
    await name(met.of('schweigt').link, { ...toni(last), language: 'en' });
    expect(await invitationOf(met, first)).toMatchObject({ registration: 'waitlisted', placeInLine: 1 });
    expect(await invitationOf(met, last)).toMatchObject({ registration: 'waitlisted', placeInLine: 3 });
    expect((await instance.lastMailTo(last)).subject).toMatch(/^Waiting list: /);
    await met.answer({ sitzt: 'no' });
    expect(await invitationOf(met, first)).toMatchObject({ registration: 'confirmed' });
  });

  it('is not let past a quota by it', async () => {
    const met = await SeatMeeting.open(instance, ['erste'], {
      seating: { quota: { per: 'cluster', seats: 1 } },
    });
    await met.answer({ erste: 'yes' });
    await name(met.of('erste').link, toni(anAddress()));
    // The cluster's one seat is the substitute's: whoever sent them waits.
    await met.answer({ erste: 'yes' });
    expect(await met.standings()).toEqual({ erste: 'waitlisted 1' });
  });

  it('is the person the directory knows, unchanged and with nothing of them shown', async () => {
    const met = await SeatMeeting.open(instance, ['erste'], {});
    const address = anAddress();
    const known = await aPerson(instance.reader, {
      givenName: 'Geheim',
      familyName: 'Bekannt',
      addresses: [address],
    });
    const before = await instance.rows('SELECT * FROM person WHERE id = $1', [known.id]);
    await name(met.of('erste').link, toni(address.toUpperCase()));
    expect(await instance.rows('SELECT * FROM person WHERE id = $1', [known.id])).toEqual(before);
    expect((await invitationOf(met, address)).person.id).toBe(known.id);
    const seen = [await met.page('erste'), (await instance.lastMailTo(met.of('erste').address ?? '')).text];
    for (const text of seen) {
      expect(text).toContain('Toni Müßig-Beispiel');
      expect(text).not.toContain('Bekannt');
    }
  });

  it('may not be named by a substitute, unless the host allows it or enters it', async () => {
    const met = await SeatMeeting.open(instance, ['erste'], {});
    const [first, second, third] = [anAddress(), anAddress(), anAddress()];
    await name(met.of('erste').link, toni(first));
    const { link } = await invitationOf(met, first);
    const refused = await name(link, toni(second));
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('können die Einladung nicht weitergeben');
    await met.change({ seating: { ...(await seatingOf(met)), substitutes: 'chain' } });
    expect((await name(link, toni(second))).status).toBe(303);
    await met.change({ seating: { ...(await seatingOf(met)), substitutes: 'none' } });
    const { id, link: other } = await invitationOf(met, second);
    expect((await name(other, toni(third))).body).toContain('keine Vertretungen vorgesehen');
    const entered = await instance.ask('POST', `/invitations/${id}/substitute`, toni(third));
    expect(entered).toMatchObject({ answer: 'substitute', registration: 'cancelled', cause: 'substitute' });
    expect(await invitationOf(met, third)).toMatchObject({ registration: 'confirmed' });
  });

  it('named twice is invited once', async () => {
    const met = await SeatMeeting.open(instance, ['erste'], {});
    const address = anAddress();
    const replies = [
      await name(met.of('erste').link, toni(address)),
      await name(met.of('erste').link, toni(address)),
    ];
    expect(replies.map(({ status }) => status)).toEqual([303, 303]);
    expect(await instance.mailsTo(address)).toHaveLength(1);
    expect((await name(met.of('erste').link, toni(anAddress()))).body).toContain(
      'Es ist schon eine Vertretung eingeladen',
    );
  });
});

describe('a colleague who cannot come instead', () => {
  it('is explained, nothing changes, and what was typed stays', async () => {
    const met = await SeatMeeting.open(instance, ['erste', 'zweite'], {});
    await met.answer({ erste: 'yes' });
    const bounced = anAddress();
    const unreachable = await aPerson(instance.reader, { addresses: [bounced] });
    await instance.rows(`UPDATE person_address SET state = 'bounced' WHERE person_id = $1`, [unreachable.id]);
    const before = [await states(met), await instance.rows('SELECT count(*) FROM person')];
    const cases = [
      [{ ...toni('toni@nirgends') }, 'keine vollständige Mailadresse'],
      [{ ...toni(anAddress()), givenName: ' ' }, 'Vorname'],
      [toni(met.of('zweite').address ?? ''), 'bereits eingeladen'],
      [toni(met.of('erste').address ?? ''), 'gehört der eingeladenen Person selbst'],
      [toni(bounced), 'kommen keine Mails an'],
    ] as const;
    for (const [typed, words] of cases) {
      const reply = await name(met.of('erste').link, typed);
      expect(reply.status).toBe(422);
      expect(reply.body).toContain(words);
      expect(reply.body).toContain(`value="${typed.address}"`);
      expect(reply.body).toContain('value="Müßig-Beispiel"');
    }
    expect([await states(met), await instance.rows('SELECT count(*) FROM person')]).toEqual(before);
  });

  it('is refused to hosts by a code', async () => {
    const met = await SeatMeeting.open(instance, ['erste', 'zweite'], {});
    const reply = await instance.owner.post<{ code?: string }>(
      `/api/v1/invitations/${met.of('erste').id}/substitute`,
      toni(met.of('zweite').address ?? ''),
    );
    expect([reply.status, reply.body.code]).toEqual([409, 'substitute.already-invited']);
  });

  it('comes too late, to a meeting that is off, or by a link that is withdrawn', async () => {
    const met = await SeatMeeting.open(instance, ['erste', 'zweite', 'dritte'], {
      answerByLocal: instance.clock
        .now()
        .add({ hours: 48 })
        .toZonedDateTimeISO('Europe/Berlin')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' }),
    });
    await instance.ask('POST', `/invitations/${met.of('dritte').id}/withdraw`);
    expect((await name(met.of('dritte').link, toni(anAddress()))).status).toBe(410);
    await instance.later({ hours: 49 });
    const late = await name(met.of('erste').link, toni(anAddress()));
    expect([late.status, late.body]).toEqual([
      422,
      expect.stringContaining('Die Anmeldefrist ist abgelaufen'),
    ]);
    const entered = await instance.ask('POST', `/invitations/${met.of('zweite').id}/substitute`, {
      ...toni(anAddress()),
    });
    expect(entered).toMatchObject({ answer: 'substitute' });
    const { version } = await instance.ask<{ version: number }>('GET', `/meetings/${met.id}`);
    await instance.ask('POST', `/meetings/${met.id}/cancel`, {}, version);
    const off = await name(met.of('erste').link, toni(anAddress()));
    expect([off.status, off.body]).toEqual([422, expect.stringContaining('abgesagt')]);
    const page = await instance.api.browser().get(`${new URL(met.of('erste').link).pathname}/substitute`);
    expect(page.status).toBe(303);
  });
});

describe('an invitation that was passed on', () => {
  it('can be withdrawn without the substitute’s, which stands by itself and frees the seat when it goes', async () => {
    const met = await SeatMeeting.open(instance, ['erste', 'wartet'], {
      capacity: 1,
      seating: { offerHours: null },
    });
    await met.answer({ erste: 'yes', wartet: 'yes' });
    const address = anAddress();
    await name(met.of('erste').link, toni(address));
    instance.mailServer.mails.length = 0;
    await instance.ask('POST', `/invitations/${met.of('erste').id}/withdraw`);
    await instance.settled();
    const substitute = await invitationOf(met, address);
    expect(substitute).toMatchObject({ state: 'active', registration: 'confirmed' });
    expect(instance.mailServer.mails).toEqual([]);
    expect(await instance.ask('GET', `/meetings/${met.id}/answers`)).toMatchObject({
      clusters: { total: 2, represented: 1 },
    });
    await instance.ask('POST', `/invitations/${substitute.id}/withdraw`);
    await instance.settled();
    expect((await instance.lastMailTo(address)).calendar?.method).toBe('CANCEL');
    expect(await met.standings()).toMatchObject({ wartet: 'confirmed' });
  });

  it('is not asked again when the meeting moves; the substitute is', async () => {
    const met = await SeatMeeting.open(instance, ['erste'], {});
    await met.answer({ erste: 'yes' });
    const address = anAddress();
    await name(met.of('erste').link, toni(address));
    instance.mailServer.mails.length = 0;
    await met.change({ startsLocal: '2026-07-18T10:00', endsLocal: '2026-07-18T15:30' });
    await instance.settled();
    expect(await instance.mailsTo(met.of('erste').address ?? '')).toEqual([]);
    expect(await instance.mailsTo(address)).toHaveLength(1);
    expect(await invitationOf(met, address)).toMatchObject({
      toConfirmAgain: true,
      registration: 'confirmed',
    });
    expect(await met.standings()).toEqual({ erste: 'cancelled' });
  });
});

async function seatingOf(met: SeatMeeting): Promise<object> {
  return (await instance.ask<{ seating: object }>('GET', `/meetings/${met.id}`)).seating;
}
