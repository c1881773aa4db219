import type { AuditEntryDto } from '#contracts';
import { tzVersion } from '#calendar';
import { DeriveInstants } from '#participation';
import { GuestMeeting } from '../../support/guest-meeting.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

interface Row {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zoneData: string;
  readonly revision: number;
  readonly version: number;
}

/** The row, and the SEQUENCE of everybody invited. */
async function rowOf({ id }: GuestMeeting): Promise<Row & { readonly sequences: readonly number[] }> {
  const [row] = await instance.rows<Row>(
    `SELECT id, starts_at::text AS "startsAt", ends_at::text AS "endsAt", tz_version AS "zoneData", revision, version
       FROM meeting WHERE id = $1`,
    [id],
  );
  if (row === undefined) throw new Error('no such meeting');
  const invited = await instance.rows<{ sequence: number }>(
    'SELECT sequence FROM invitation WHERE meeting_id = $1 ORDER BY id',
    [id],
  );
  return { ...row, sequences: invited.map(({ sequence }) => sequence) };
}

/** As a Node would have left the row in whose zone data Berlin's clocks were `hours` behind. */
async function deriveWithOldData({ id }: GuestMeeting, hours: number): Promise<void> {
  await instance.rows(
    `UPDATE meeting SET tz_version = '2020a', starts_at = starts_at + $2 * interval '1 hour',
            ends_at = ends_at + $2 * interval '1 hour', answer_by_at = answer_by_at + $2 * interval '1 hour'
      WHERE id = $1`,
    [id, hours],
  );
}

const logged = async () =>
  (await instance.ask<{ items: AuditEntryDto[] }>('GET', '/audit?action=meeting.follow-zone&limit=100'))
    .items;

describe('when the zone data have changed', () => {
  let moved: GuestMeeting;
  let same: GuestMeeting;
  let wasRight: Awaited<ReturnType<typeof rowOf>>;
  let sameBefore: typeof wasRight;
  let standings: Awaited<ReturnType<GuestMeeting['standings']>>;
  let mail: Awaited<ReturnType<TestInstance['lastMailTo']>>;
  let english: typeof mail;
  let heard: readonly unknown[];
  beforeAll(async () => {
    moved = await GuestMeeting.open(instance);
    same = await GuestMeeting.open(instance);
    standings = await moved.standings();
    [wasRight, sameBefore] = [await rowOf(moved), await rowOf(same)];
    await deriveWithOldData(moved, 1);
    await deriveWithOldData(same, 0);
    await instance.later({ minutes: 61 });
    mail = await instance.lastMailTo(moved.guests.seated.address ?? '');
    english = await instance.lastMailTo(moved.guests.english.address ?? '');
    const bySame = await Promise.all(
      Object.values(same.guests).map(({ address }) => instance.mailsTo(address ?? '')),
    );
    heard = [await moved.heard(), bySame.flat()];
  });

  it('puts the instants of coming meetings right, and raises revision and sequences of those that moved', async () => {
    const { revision, version, sequences, ...instants } = await rowOf(moved);
    expect(instants).toEqual({
      id: moved.id,
      startsAt: wasRight.startsAt,
      endsAt: wasRight.endsAt,
      zoneData: tzVersion(),
    });
    expect([revision, version]).toEqual([wasRight.revision + 1, wasRight.version + 1]);
    const raised = sequences.map((sequence, index) => sequence - (wasRight.sequences[index] ?? 0));
    // Whoever declined has no entry in the calendar.
    expect(raised.toSorted()).toEqual([0, 1, 1, 1, 1, 1]);
  });

  it('leaves those that did not move alone, but for the version of the data', async () => {
    expect(await rowOf(same)).toEqual({ ...sameBefore, zoneData: tzVersion() });
  });

  it('mails whoever has the meeting in a calendar, and nobody of the other', () => {
    expect(heard).toEqual([
      {
        seated: ['Geändert'],
        waiting: ['Geändert'],
        undecided: ['Geändert'],
        silent: ['Geändert'],
        english: ['Changed'],
      },
      [],
    ]);
  });

  it('says why, and brings the calendar the right instant under the raised sequence', async () => {
    expect(mail.text.replace(/\s+/g, ' ')).toContain(
      'die Regeln der Zeitzone Europe/Berlin haben sich geändert',
    );
    expect(english.text.replace(/\s+/g, ' ')).toContain(
      'the rules of the time zone Europe/Berlin have changed',
    );
    const [seated] = await instance.rows<{ sequence: number }>(
      'SELECT sequence FROM invitation WHERE id = $1',
      [moved.guests.seated.id],
    );
    expect(mail.calendar?.event).toMatchObject({
      sequence: seated?.sequence,
      startsLocal: '2026-06-18T10:00:00',
      startsAt: expect.stringMatching(/^2026-06-18T08:00/),
    });
  });

  it('keeps answers as they are', async () => {
    expect(await moved.standings()).toEqual(standings);
  });

  it('tells hosts in the log which meetings moved', async () => {
    const entries = await logged();
    expect(entries.map(({ subject }) => subject.id)).toEqual([moved.id]);
    expect(entries[0]?.changes).toContainEqual({ field: 'tzVersion', before: '2020a', after: tzVersion() });
    const [start] = entries[0]?.changes.filter(({ field }) => field === 'startsAt') ?? [];
    expect(start).toEqual({
      field: 'startsAt',
      before: '2026-06-18T09:00:00Z',
      after: '2026-06-18T08:00:00Z',
    });
  });

  it('moves, tells and logs once, also when several workers follow at once', async () => {
    const before = await rowOf(moved);
    await deriveWithOldData(moved, 2);
    await instance.later({ minutes: 1 });
    const derive = instance.api.app.get(DeriveInstants, { strict: false });
    const runs = await Promise.all([derive.derive(), derive.derive(), derive.derive()]);
    expect(runs.flatMap((run) => run.moved)).toEqual([moved.id]);
    expect(await derive.derive()).toEqual({ stayed: [], moved: [], refused: [] });
    await instance.settled();
    expect((await moved.heard()).seated).toEqual(['Geändert']);
    expect((await rowOf(moved)).revision).toBe(before.revision + 1);
    expect(await logged()).toHaveLength(2);
  });
});

it('looks at nothing that is over or cancelled, and leaves what has no time any more to its host', async () => {
  const [over, cancelled, none] = [
    await GuestMeeting.open(instance),
    await GuestMeeting.open(instance),
    await GuestMeeting.open(instance),
  ];
  await cancelled.cancel();
  const end = instance.clock.now().subtract({ hours: 1 }).toString();
  await instance.rows(
    `UPDATE meeting SET tz_version = '2020a', starts_at = $2::timestamptz - interval '2 hours', ends_at = $2
      WHERE id = $1`,
    [over.id, end],
  );
  await deriveWithOldData(cancelled, 1);
  // Half past two to three, on the night that has no such hour any more.
  await instance.rows(
    `UPDATE meeting SET tz_version = '2020a', starts_local = '2027-03-28T02:30', ends_local = '2027-03-28T03:00',
            starts_at = '2027-03-28T01:30Z', ends_at = '2027-03-28T02:00Z', answer_by_local = NULL, answer_by_at = NULL
      WHERE id = $1`,
    [none.id],
  );
  for (const meeting of [over, cancelled, none]) await meeting.heard();
  const before = [await rowOf(over), await rowOf(cancelled), await rowOf(none)];
  const derived = await instance.api.app.get(DeriveInstants, { strict: false }).derive();
  expect(derived).toEqual({ stayed: [], moved: [], refused: [none.id] });
  await instance.settled();
  expect([await rowOf(over), await rowOf(cancelled), await rowOf(none)]).toEqual(before);
});
