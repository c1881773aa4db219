import { newId } from '#kernel';
import { SeatMeeting } from '../../support/seat-meeting.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

interface Named {
  readonly givenName: string;
  readonly familyName: string;
  readonly address: string;
}

const someone = (familyName: string): Named => ({
  givenName: 'Toni',
  familyName,
  address: `${familyName}-${newId()}@haus.example`.toLowerCase(),
});

/** Sends the form on which an invitee registers others. */
async function register(
  met: SeatMeeting,
  name: string,
  people: readonly (Named & { readonly contingent?: string })[],
  together = false,
) {
  const fields = people.flatMap((person, place) =>
    Object.entries(person).map(([field, value]) => [`${place + 1}-${field}`, value] as const),
  );
  const form = new URLSearchParams(Object.fromEntries(fields));
  if (together) form.set('together', 'yes');
  const { pathname } = new URL(met.of(name).link);
  const reply = await instance.api.browser().post<string>(`${pathname}/colleagues`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  await instance.settled();
  return reply;
}

async function standings(met: SeatMeeting, people: readonly Named[]): Promise<readonly (string | null)[]> {
  const all = await instance.invitations(met.id);
  return people.map(({ address }) => all.find((one) => one.address === address)?.registration ?? null);
}

describe('colleagues whom somebody registers', () => {
  it('have seats and mails of their own, count for the same cluster, and may decline', async () => {
    const met = await SeatMeeting.open(instance, ['erste', 'andere'], {
      capacity: 10,
      seating: { colleagues: 3, quota: { per: 'cluster', seats: 2 } },
    });
    await met.answer({ erste: 'yes' });
    expect(await met.page('erste')).toContain('Weitere aus meiner Organisation anmelden');
    const [eins, zwei] = [someone('Eins'), someone('Zwei')];
    const empty = { givenName: '', familyName: ' ', address: '' };
    expect((await register(met, 'erste', [eins, empty, zwei])).status).toBe(303);
    // Two seats for each cluster: the second colleague waits, whoever registered them.
    expect(await standings(met, [eins, zwei])).toEqual(['confirmed', 'waitlisted']);
    const page = await met.page('erste');
    expect(page).toContain('Toni Eins – ');
    expect(page).toContain('Toni Zwei – ');
    const mail = await instance.lastMailTo(eins.address);
    expect(mail.subject).toMatch(/^Angemeldet: /);
    expect(mail.text).toContain(`${met.of('erste').person.name} hat Sie angemeldet.`);
    expect(mail.calendar?.method).toBe('REQUEST');
    expect((await instance.lastMailTo(zwei.address)).subject).toMatch(/^Warteliste: /);
    const all = await instance.invitations(met.id);
    const own = all.find(({ address }) => address === eins.address);
    expect(own?.reasons).toMatchObject([
      { kind: 'membership', office: null, institution: met.of('erste').reasons[0]?.institution },
    ]);
    expect(await instance.ask('GET', `/meetings/${met.id}/answers`)).toMatchObject({
      clusters: { total: 2, answered: 1, represented: 1 },
    });
    // The seat of whoever declines is the cluster's again.
    await instance.answer(own ?? { link: '' }, 'no');
    await instance.settled();
    expect(await standings(met, [eins, zwei])).toEqual(['declined', 'offered']);
    // Those who were registered register nobody.
    const { pathname } = new URL(own?.link ?? '');
    const refused = await instance.api.browser().get(`${pathname}/colleagues`);
    expect(refused.status).toBe(303);
  });

  it('wait together with whoever registers them, and get seats at once', async () => {
    const met = await SeatMeeting.open(instance, ['sitzt', 'geht', 'eins', 'zwei'], {
      capacity: 2,
      seating: { colleagues: 2, offerHours: null },
    });
    await met.answer({ sitzt: 'yes', geht: 'yes', eins: 'yes', zwei: 'yes' });
    const colleague = someone('Mit');
    expect((await register(met, 'eins', [colleague], true)).status).toBe(303);
    expect(await met.standings()).toMatchObject({ eins: 'waitlisted 1', zwei: 'waitlisted 2' });
    await met.answer({ geht: 'no' });
    // One seat is too few for the two, and nobody overtakes them.
    expect(await standings(met, [colleague])).toEqual(['waitlisted']);
    expect(await met.standings()).toMatchObject({ eins: 'waitlisted 1', zwei: 'waitlisted 2' });
    await met.answer({ sitzt: 'no' });
    expect(await standings(met, [colleague])).toEqual(['confirmed']);
    expect(await met.standings()).toMatchObject({ eins: 'confirmed', zwei: 'waitlisted 1' });
    expect((await instance.lastMailTo(colleague.address)).subject).toMatch(/^Angemeldet: /);
  });

  it('sit all or none where they come together', async () => {
    const met = await SeatMeeting.open(instance, ['sitzt'], { capacity: 2, seating: { colleagues: 4 } });
    await met.answer({ sitzt: 'yes' });
    const both = [someone('Beide'), someone('Paar')];
    await register(met, 'sitzt', both, true);
    expect(await standings(met, both)).toEqual(['waitlisted', 'waitlisted']);
    expect(await met.standings()).toEqual({ sitzt: 'confirmed' });
    const single = someone('Allein');
    await register(met, 'sitzt', [single]);
    expect(await standings(met, [single])).toEqual(['waitlisted']);
    await met.change({ capacity: 5 });
    await instance.settled();
    expect(await standings(met, [...both, single])).toEqual(['offered', 'offered', 'offered']);
  });

  it('are refused row by row, with nothing changed and everything typed kept', async () => {
    const met = await SeatMeeting.open(instance, ['erste', 'zweite'], { seating: { colleagues: 3 } });
    await met.answer({ erste: 'yes' });
    const people = async () => instance.rows('SELECT count(*) FROM person');
    const before = [await people(), (await instance.invitations(met.id)).length];
    const good = someone('Gut');
    const bad = [
      [{ ...someone('Falsch'), address: 'falsch@' }, 'keine vollständige Mailadresse'],
      [{ ...someone('Gleich'), address: good.address.toUpperCase() }, 'steht schon weiter oben'],
      [{ ...someone('Da'), address: met.of('zweite').address ?? '' }, 'bereits eingeladen'],
      [{ ...someone('Selbst'), address: met.of('erste').address ?? '' }, 'gehört der eingeladenen Person'],
    ] as const;
    for (const [person, words] of bad) {
      const reply = await register(met, 'erste', [good, person], true);
      expect(reply.status).toBe(422);
      expect(reply.body).toContain(words);
      expect(reply.body).toContain('href="#2-address"');
      expect(reply.body).toContain(`value="${person.address}"`);
      expect(reply.body).toContain(`value="${good.address}"`);
      expect(reply.body).toMatch(/name="together"[^>]*checked|checked=""[^>]*name="together"/);
    }
    const many = await register(met, 'erste', [good, ...['B', 'C', 'D'].map(someone)]);
    expect([many.status, many.body]).toEqual([422, expect.stringContaining('So viele Personen')]);
    expect((await register(met, 'erste', [])).body).toContain('mindestens eine Person');
    expect([await people(), (await instance.invitations(met.id)).length]).toEqual(before);
  });

  it('are nobody where the meeting does not ask for them', async () => {
    const met = await SeatMeeting.open(instance, ['erste'], {});
    expect(await met.page('erste')).not.toContain('Weitere aus meiner Organisation');
    const reply = await register(met, 'erste', [someone('Keine')]);
    expect([reply.status, reply.body]).toEqual([
      422,
      expect.stringContaining('meldet sich jede Person selbst an'),
    ]);
  });
});

describe('kinds of seats', () => {
  it('are asked for each colleague, and the host sees who has entered them until they answer themselves', async () => {
    const [room, online] = [newId(), newId()];
    const met = await SeatMeeting.open(instance, ['erste'], {
      seating: {
        colleagues: 3,
        contingents: [
          { id: room, name: { de: 'vor Ort' }, seats: 2, online: false },
          { id: online, name: { de: 'online' }, seats: null, online: false },
        ],
      },
    });
    await met.answer({ erste: 'yes' });
    const { pathname } = new URL(met.of('erste').link);
    const form = (await instance.api.browser().get<string>(`${pathname}/colleagues`)).body;
    expect(form).toContain('name="1-contingent"');
    const [far, near] = [someone('Fern'), someone('Nah')];
    const named = [
      { ...far, contingent: online },
      { ...near, contingent: room },
    ];
    expect((await register(met, 'erste', named)).status).toBe(303);
    const of = async ({ address }: Named) =>
      (await instance.invitations(met.id)).find((one) => one.address === address);
    const { id, name } = met.of('erste').person;
    const entered = { channel: 'colleague', enteredBy: { id, name } };
    expect([await of(far), await of(near)]).toMatchObject([
      { ...entered, contingent: { id: online } },
      { ...entered, contingent: { id: room } },
    ]);
    expect(await instance.ask('GET', `/meetings/${met.id}/answers`)).toMatchObject({
      contingents: [
        { id: room, taken: 2, seats: 2 },
        { id: online, taken: 1, seats: null },
      ],
    });
    await instance.answer((await of(far)) ?? { link: '' }, 'yes');
    expect(await of(far)).toMatchObject({ channel: 'web', enteredBy: null, contingent: { id: online } });
  });

  it('go with the seat to a substitute or are chosen for them, who answers the questions on their own page', async () => {
    const [room, online, topic] = [newId(), newId(), newId()];
    const met = await SeatMeeting.open(instance, ['sitzt', 'schweigt'], {
      questions: [{ id: topic, kind: 'text', label: { de: 'Thema?' }, options: [], required: true }],
      seating: {
        contingents: [
          { id: room, name: { de: 'vor Ort' }, seats: 5, online: false },
          { id: online, name: { de: 'online' }, seats: null, online: false },
        ],
      },
    });
    await met.post('sitzt', { answer: 'yes', contingent: online, [`question-${topic}`]: 'Wärme' });
    const formOf = (who: string) => `${new URL(met.of(who).link).pathname}/substitute`;
    const browser = instance.api.browser();
    const post = (path: string, fields: object) =>
      browser.post<string>(path, new URLSearchParams({ ...fields }).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      });
    expect((await browser.get<string>(formOf('sitzt'))).body).toContain(
      'Weitergegeben wird Ihr Platz: online.',
    );
    expect((await browser.get<string>(formOf('schweigt'))).body).toContain(`value="${online}"`);
    const [first, last] = [someone('Erste'), someone('Letzte')];
    await post(formOf('sitzt'), { ...first, contingent: room });
    await post(formOf('schweigt'), { ...last, contingent: online });
    const of = async ({ address }: Named) =>
      (await instance.invitations(met.id)).find((one) => one.address === address);
    const through = (who: string) => ({
      contingent: { id: online },
      enteredBy: met.of(who).person,
      answers: [],
    });
    expect([await of(first), await of(last)]).toMatchObject([through('sitzt'), through('schweigt')]);
    const { pathname } = new URL((await of(last))?.link ?? '');
    expect((await browser.get<string>(pathname)).body).toContain('Thema?');
    await post(pathname, { answer: 'yes', contingent: online, [`question-${topic}`]: 'Strom' });
    expect(await of(last)).toMatchObject({
      channel: 'web',
      enteredBy: null,
      answers: [{ value: { de: 'Strom' } }],
    });
  });

  it('do not let people come together of whom a limit never lets in so many', async () => {
    const met = await SeatMeeting.open(instance, ['erste'], {
      seating: { colleagues: 3, quota: { per: 'cluster', seats: 1 } },
    });
    const both = [someone('Zuviel'), someone('Zwei')];
    const reply = await register(met, 'erste', both, true);
    expect([reply.status, reply.body]).toEqual([422, expect.stringContaining(both[0]?.address ?? '')]);
    expect(reply.body).toContain('Die Zahl der Personen je Cluster ist auf 1 begrenzt');
    expect(await instance.invitations(met.id)).toHaveLength(1);
  });
});

describe('people who come together', () => {
  it('are refused with the number where a limit is too small for them, and shown as waiting in vain where it was lowered since', async () => {
    const met = await SeatMeeting.open(instance, ['viele', 'eins', 'zwei'], {
      capacity: 9,
      seating: { companions: 2, quota: { per: 'cluster', seats: 2 }, offerHours: null },
    });
    const page = await met.post('viele', { answer: 'yes', note: 'Gern zu dritt', companions: '2' });
    expect([page.status, page.body]).toEqual([422, expect.stringContaining('Gern zu dritt')]);
    expect(page.body).toContain('Die Zahl der Personen je Cluster ist auf 2 begrenzt');
    const many = { answer: 'yes', seats: { companions: ['', ''] } };
    const asked = await instance.owner.send('POST', `/api/v1/invitations/${met.of('viele').id}/answer`, {
      body: many,
    });
    expect([asked.status, asked.body]).toEqual([
      409,
      expect.objectContaining({ code: 'answer.above-cluster-quota', params: { most: 2 } }),
    ]);
    expect(await met.standings()).toMatchObject({ viele: null });

    await met.change({ capacity: 1 });
    await met.post('eins', { answer: 'yes', companions: '1' });
    expect(await met.standings()).toMatchObject({ eins: null });
    await met.change({ capacity: 2 });
    await met.answer({ zwei: 'yes' });
    await met.post('eins', { answer: 'yes', companions: '1' });
    expect(await instance.ask('GET', `/meetings/${met.id}/answers`)).toMatchObject({
      people: { confirmed: 1, waitlisted: 2, offered: 0 },
      next: { seats: 2, lacks: ['capacity'] },
    });
    const { items } = await instance.ask<{ items: { id: string }[] }>('GET', '/meetings?limit=200');
    expect(items.find(({ id }) => id === met.id)).toMatchObject({
      waitlisted: 1,
      people: { confirmed: 1, waitlisted: 2 },
      seats: 1,
    });
    await met.answer({ viele: 'yes' });
    expect(await met.standings()).toMatchObject({ eins: 'waitlisted 1', viele: 'waitlisted 2' });
    await met.change({ seating: { companions: 2, quota: { per: 'cluster', seats: 1 }, offerHours: null } });
    expect(await met.standings()).toMatchObject({ eins: 'waitlisted', viele: 'confirmed' });
    const [lost] = (await instance.invitations(met.id)).filter(({ id }) => id === met.of('eins').id);
    expect(lost?.exceeds).toEqual({ limit: 'cluster-quota', most: 1 });
    expect(await met.page('eins')).toContain('Die Gastgeber haben die Zahl auf 1 begrenzt.');
  });
});
