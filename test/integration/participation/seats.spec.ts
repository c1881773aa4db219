import type { AnswersSummaryDto } from '#contracts';
import { newId } from '#kernel';
import type { Temporal } from '#kernel';
import { SeatMeeting } from '../../support/seat-meeting.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

describe('a freed seat', () => {
  it('is held for the first in line for a day, told with its end, and goes to the next when nobody takes it', async () => {
    const met = await SeatMeeting.open(instance, ['sitzt', 'eins', 'zwei', 'drei'], { capacity: 1 });
    await met.answer({ sitzt: 'yes', eins: 'yes', zwei: 'yes', drei: 'yes' });
    expect(await met.standings()).toMatchObject({ eins: 'waitlisted 1', drei: 'waitlisted 3' });
    await met.answer({ sitzt: 'no' });
    expect(await met.standings()).toEqual({
      sitzt: 'declined',
      eins: 'offered',
      zwei: 'waitlisted 1',
      drei: 'waitlisted 2',
    });
    const offer = await instance.lastMailTo(met.of('eins').address ?? '');
    const [{ until }] = (await instance.rows<{ until: string }>(
      `SELECT to_char(offered_until AT TIME ZONE 'Europe/Berlin', 'HH24:MI') AS until
         FROM registration WHERE offered_until IS NOT NULL`,
    )) as [{ until: string }];
    expect(offer.subject).toMatch(/^Platz frei: /);
    expect(offer.text).toContain(`Wir halten ihn für Sie bis`);
    expect(offer.text).toContain(until);
    expect(await met.page('eins')).toContain('Ein Platz ist für Sie frei geworden.');
    const { clusters } = await instance.ask<AnswersSummaryDto>('GET', `/meetings/${met.id}/answers`);
    expect(clusters).toMatchObject({ total: 4, answered: 4, represented: 0 });
    expect(clusters.items.map(({ offered }) => offered).toSorted()).toEqual([0, 0, 0, 1]);
    const calendar = `${new URL(met.of('eins').link).pathname}/meeting.ics`;
    expect((await instance.api.browser().get<string>(calendar)).body).toContain('STATUS:TENTATIVE');
    expect(await met.page('eins')).toContain(until);

    await instance.later({ hours: 23 });
    expect(await met.standings()).toMatchObject({ eins: 'offered' });
    await instance.later({ hours: 1, minutes: 1 });
    expect(await met.standings()).toMatchObject({ eins: 'cancelled', zwei: 'offered', drei: 'waitlisted 1' });
    expect(await met.heard('eins')).toEqual(['Warteliste', 'Platz frei', 'Platz vergeben']);
    expect(await met.page('eins')).toContain('Der Platz, den wir für Sie gehalten haben, ist weitergegeben.');

    await met.answer({ zwei: 'yes', eins: 'yes' });
    expect(await met.standings()).toEqual({
      sitzt: 'declined',
      eins: 'waitlisted 2',
      zwei: 'confirmed',
      drei: 'waitlisted 1',
    });
    expect(await met.heard('zwei')).toEqual(['Warteliste', 'Platz frei', 'Angemeldet']);
  });

  it('lapses once, however often its end is looked at, and a yes that comes after it has none', async () => {
    const met = await SeatMeeting.open(instance, ['sitzt', 'eins', 'zwei'], { capacity: 1 });
    await met.answer({ sitzt: 'yes', eins: 'yes', zwei: 'yes' });
    await met.answer({ sitzt: 'no' });
    await instance.stopWorker();
    instance.clock.advance({ hours: 25 });
    // Nobody has looked yet: whoever answers finds the offer over all the same.
    await met.post('eins', { answer: 'yes' });
    expect(await met.standings()).toMatchObject({ eins: 'waitlisted 1', zwei: 'offered' });
    await instance.rows(
      `UPDATE due_work SET due_at = $1, claimed_until = NULL WHERE kind = 'registration.offer-lapses'
          AND subject_id IN (SELECT id FROM registration WHERE meeting_id = $2 AND state <> 'offered')`,
      [instance.clock.now(), met.id],
    );
    await instance.startWorker();
    await instance.settled();
    expect(await met.standings()).toMatchObject({ eins: 'waitlisted 1', zwei: 'offered' });
    // The mail that the offer lapsed had not left when the newer one came.
    expect(await met.heard('eins')).toEqual(['Warteliste', 'Platz frei', 'Warteliste']);
  });

  it('goes on to the next also where the answer that finds it over is refused', async () => {
    const met = await SeatMeeting.open(instance, ['sitzt', 'eins', 'zwei', 'drei'], { capacity: 1 });
    await met.answer({ sitzt: 'yes', eins: 'yes', zwei: 'yes' });
    await met.answer({ sitzt: 'no' });
    await instance.stopWorker();
    instance.clock.advance({ hours: 25 });
    const refused = await instance.owner.send('POST', `/api/v1/invitations/${met.of('drei').id}/answer`, {
      body: { answer: 'yes', seats: { contingentId: newId() } },
    });
    expect([refused.status, await met.standings()]).toEqual([
      409,
      { sitzt: 'declined', eins: 'cancelled', zwei: 'offered', drei: null },
    ]);
    await instance.startWorker();
    await instance.settled();
  });

  it.each([
    ['is the next one’s at once', 'promote', 'confirmed'],
    ['waits for the host', 'host', 'waitlisted 1'],
  ] as const)('%s after answers were due, as the meeting says', async (_, afterAnswerBy, state) => {
    const met = await SeatMeeting.open(instance, ['sitzt', 'eins', 'zwei'], {
      answerByLocal: toMinutes(instance.clock.now().add({ hours: 48 })),
      capacity: 1,
      seating: { afterAnswerBy },
    });
    await met.answer({ sitzt: 'yes', eins: 'yes', zwei: 'yes' });
    instance.clock.advance({ hours: 49 });
    await met.answer({ sitzt: 'no' });
    expect(await met.standings()).toMatchObject({ eins: state });
    if (afterAnswerBy === 'host') {
      expect(await met.decide('approve', ['zwei'])).toEqual({ changed: 1, withoutSeat: 0 });
      expect(await met.decide('approve', ['eins'])).toEqual({ changed: 0, withoutSeat: 1 });
      expect(await met.standings()).toMatchObject({ eins: 'waitlisted 1', zwei: 'confirmed' });
    }
  });
});

describe('who gets a seat', () => {
  it('is at most so many of each organisation’s people, and a seat kept for a speaker counts for none', async () => {
    const met = await SeatMeeting.open(instance, ['eins', 'zwei', 'drei', 'rednerin'], {
      capacity: 3,
      seating: { quota: { per: 'cluster', seats: 1 }, reserved: 1 },
    });
    // All of them come for the first one's cluster.
    await instance.rows(
      `UPDATE invitation_reason SET institution_id = (
         SELECT institution_id FROM invitation_reason WHERE invitation_id = $1 LIMIT 1)
        WHERE invitation_id IN (SELECT id FROM invitation WHERE meeting_id = $2)`,
      [met.of('eins').id, met.id],
    );
    await instance.ask('PUT', `/invitations/${met.of('rednerin').id}/reserved-seat`, { reserved: true });
    await met.answer({ eins: 'yes', zwei: 'yes', drei: 'yes', rednerin: 'yes' });
    expect(await met.standings()).toEqual({
      eins: 'confirmed',
      zwei: 'waitlisted 1',
      drei: 'waitlisted 2',
      rednerin: 'confirmed',
    });
    const only = async (group: string) =>
      (await instance.ask<{ items: object[] }>('GET', `/meetings/${met.id}/invitations?only=${group}`)).items
        .length;
    expect([await only('waiting'), await only('yes'), await only('no')]).toEqual([2, 4, 0]);
    await met.change({ seating: { quota: { per: 'cluster', seats: 2 }, reserved: 1, offerHours: null } });
    expect(await met.standings()).toMatchObject({ zwei: 'confirmed', drei: 'waitlisted 1' });
    expect(await met.changes()).toContainEqual({ field: 'quotaPerCluster', before: 1, after: 2 });
    await instance.ask('PUT', `/invitations/${met.of('drei').id}/reserved-seat`, { reserved: true });
    // Three seats are taken: one that is kept has to be there.
    expect(await met.standings()).toMatchObject({ drei: 'waitlisted 1' });
  });

  it('is who waits and is kept a seat, past a larger party and where the host gives what is freed', async () => {
    const met = await SeatMeeting.open(instance, ['sitzt', 'zweit', 'rednerin', 'gast'], {
      answerByLocal: toMinutes(instance.clock.now().add({ hours: 48 })),
      capacity: 3,
      seating: { companions: 1, reserved: 1, afterAnswerBy: 'host' },
    });
    await met.answer({ sitzt: 'yes' });
    await met.post('zweit', { answer: 'yes', companions: '1' });
    await met.answer({ rednerin: 'yes', gast: 'yes' });
    expect(await met.standings()).toMatchObject({ zweit: 'waitlisted 1', rednerin: 'waitlisted 2' });
    instance.clock.advance({ hours: 49 });
    const kept = await instance.ask('PUT', `/invitations/${met.of('rednerin').id}/reserved-seat`, {
      reserved: true,
    });
    expect(kept).toMatchObject({ registration: 'confirmed', reservedSeat: true });
    expect(await met.standings()).toMatchObject({ zweit: 'waitlisted 1', gast: 'waitlisted 2' });
  });

  it('is whoever the host lets in, one or many at once, told with the reason', async () => {
    const met = await SeatMeeting.open(instance, ['eins', 'zwei', 'drei'], {
      capacity: 1,
      seating: { approval: true, offerHours: null },
    });
    await met.answer({ eins: 'yes', zwei: 'yes', drei: 'yes' });
    expect(await met.standings()).toEqual({
      eins: 'awaiting_approval',
      zwei: 'awaiting_approval',
      drei: 'awaiting_approval',
    });
    expect(await met.page('eins')).toContain('Ihre Anmeldung liegt dem Gastgeber vor.');
    expect(await met.decide('approve', ['drei', 'zwei'])).toEqual({ changed: 2, withoutSeat: 1 });
    expect(await met.decide('approve', ['drei', 'zwei'])).toEqual({ changed: 0, withoutSeat: 1 });
    expect(await met.decide('refuse', ['eins'], 'Diesmal kommen <neue> Cluster zum Zug.')).toEqual({
      changed: 1,
      withoutSeat: 0,
    });
    await instance.settled();
    expect(await met.standings()).toEqual({ eins: 'cancelled', zwei: 'confirmed', drei: 'waitlisted 1' });
    const asks = ['drei', 'eins'].map(async (name) => (await met.page(name)).includes('id="question"'));
    expect(await Promise.all(asks)).toEqual([true, false]);
    const refusal = await instance.lastMailTo(met.of('eins').address ?? '');
    expect([refusal.subject.split(':')[0], refusal.text.includes('Diesmal kommen <neue> Cluster')]).toEqual([
      'Kein Platz',
      true,
    ]);
    expect(refusal.html).toContain('Diesmal kommen &lt;neue&gt; Cluster');
    const again = await met.post('eins', { answer: 'yes', note: 'Bitte doch.' });
    expect([again.status, again.body.includes('abgelehnt'), again.body.includes('Bitte doch.')]).toEqual([
      422,
      true,
      true,
    ]);
  });

  it('is nobody past the seats when fewer are left than are taken: all keep theirs, or the host frees some', async () => {
    const met = await SeatMeeting.open(instance, ['eins', 'zwei', 'drei'], {
      capacity: 2,
      seating: { offerHours: null },
    });
    await met.answer({ eins: 'yes', zwei: 'yes', drei: 'yes' });
    expect((await met.change({ capacity: 1 })).body).toMatchObject({
      code: 'meeting.capacity-below-confirmed',
      params: { confirmed: 2 },
    });
    expect((await met.change({ capacity: 1 }, '?keepSeats=true')).status).toBe(200);
    await met.answer({ eins: 'yes' });
    expect(await met.standings()).toEqual({ eins: 'confirmed', zwei: 'confirmed', drei: 'waitlisted 1' });
    await met.decide('free', ['zwei'], 'Der Raum ist kleiner.');
    await instance.settled();
    expect(await met.standings()).toEqual({ eins: 'confirmed', zwei: 'waitlisted 1', drei: 'waitlisted 2' });
    const freed = await instance.lastMailTo(met.of('zwei').address ?? '');
    expect([freed.subject.split(':')[0], freed.text.includes('Der Raum ist kleiner.')]).toEqual([
      'Warteliste',
      true,
    ]);
    await met.answer({ eins: 'no' });
    expect(await met.standings()).toEqual({ eins: 'declined', zwei: 'confirmed', drei: 'waitlisted 1' });
  });
});

describe('companions and kinds of seats', () => {
  const [site, online] = [newId(), newId()];
  const contingents = [
    { id: site, name: { de: 'Vor Ort' }, seats: null, online: false },
    { id: online, name: { de: 'Online' }, seats: 1, online: true },
  ];

  it('are asked for on the page, count, and are refused with what was typed', async () => {
    const met = await SeatMeeting.open(instance, ['eins', 'zwei'], {
      capacity: 3,
      seating: { companions: 2, offerHours: null },
    });
    const names = 'Toni Beispiel\nAlex Muster';
    for (const companions of ['3', '500', '1e9']) {
      const many = await met.post('eins', { answer: 'yes', companions, companionNames: names });
      expect([many.status, many.body.includes('höchstens 2'), many.body.includes('Toni Beispiel')]).toEqual([
        422,
        true,
        true,
      ]);
    }
    expect(await met.standings()).toEqual({ eins: null, zwei: null });
    await met.post('eins', { answer: 'yes', companions: '2', companionNames: 'Toni Beispiel' });
    await met.post('zwei', { answer: 'yes', companions: '1' });
    const [first, second] = await instance.invitations(met.id);
    expect([first?.seats, first?.companions, first?.registration]).toEqual([
      3,
      ['Toni Beispiel', ''],
      'confirmed',
    ]);
    expect([second?.seats, second?.registration, second?.placeInLine]).toEqual([2, 'waitlisted', 1]);
    expect(await met.page('eins')).toContain('Sie sind angemeldet, zusammen 3 Personen.');
    // One companion less is a seat for nobody who needs two.
    await met.post('eins', { answer: 'yes', companions: '1', companionNames: '' });
    expect(await met.standings()).toEqual({ eins: 'confirmed', zwei: 'waitlisted 1' });
    await met.post('zwei', { answer: 'yes', companions: '' });
    expect(await met.standings()).toEqual({ eins: 'confirmed', zwei: 'confirmed' });
    const full = await met.post('eins', { answer: 'yes', companions: '2' });
    expect([full.status, full.body.includes('kein Platz mehr frei')]).toEqual([422, true]);
    expect((await instance.ask<{ seats: number }>('GET', `/meetings/${met.id}/answers`)).seats).toBe(3);
  });

  it('are full each by themselves; who names none gets one of the first', async () => {
    const met = await SeatMeeting.open(instance, ['eins', 'zwei', 'drei'], { seating: { contingents } });
    expect(await met.page('eins')).toContain('Vor Ort');
    await met.post('eins', { answer: 'yes', contingent: online });
    await met.post('zwei', { answer: 'yes', contingent: online });
    await met.post('drei', { answer: 'yes' });
    expect(await met.standings()).toEqual({ eins: 'confirmed', zwei: 'waitlisted 1', drei: 'confirmed' });
    await met.post('zwei', { answer: 'yes', contingent: site });
    expect(await met.standings()).toMatchObject({ zwei: 'confirmed' });
    expect((await instance.invitations(met.id)).map(({ contingent }) => contingent?.name.de)).toEqual(
      expect.arrayContaining(['Online', 'Vor Ort']),
    );
    const unknown = await instance.owner.send<{ code: string }>(
      'POST',
      `/api/v1/invitations/${met.of('drei').id}/answer`,
      { body: { answer: 'yes', seats: { contingentId: newId() } } },
    );
    expect([unknown.status, unknown.body.code]).toEqual([409, 'answer.unknown-contingent']);
  });
});

it('keeps more seats than there are only in a dream', async () => {
  const met = await SeatMeeting.open(instance, ['eins'], { capacity: 2 });
  expect((await met.change({ seating: { reserved: 3 } })).body).toMatchObject({
    errors: [{ pointer: '/seating', code: 'seating.reserved-above-capacity' }],
  });
});

function toMinutes(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString().slice(0, 16);
}
