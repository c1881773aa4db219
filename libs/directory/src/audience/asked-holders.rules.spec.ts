import { array, assert, integer, property } from 'fast-check';
import { Temporal } from '#kernel';
import { askHolders } from './asked-holders.rules.js';
import type { SeatMandate } from './asked-holders.rules.js';

const meetingDay = day('2026-06-18');
const today = day('2026-03-02');
const onTheDay = { meetingDay, today, successors: 'on-the-day' } as const;
const atOnce = { ...onTheDay, successors: 'at-once' } as const;

describe('askHolders', () => {
  it('asks nobody for an office without mandates: every seat is vacant and was never held', () => {
    expect(askHolders(2, [], onTheDay)).toEqual({
      personIds: [],
      vacancies: [{ seats: 2, since: null, filledFrom: null }],
      nextChangeOn: null,
    });
  });

  it('asks the present holder of a seat until the successor begins, unless at once', () => {
    const mandates = [
      held('old', '2020-01-01', '2026-04-30'),
      held('new', '2026-05-01', null),
      held('later', '2026-04-01', null, 2),
    ];
    expect(askHolders(2, mandates, onTheDay)).toEqual({
      personIds: ['old'],
      vacancies: [{ seats: 1, since: null, filledFrom: day('2026-04-01') }],
      nextChangeOn: day('2026-04-01'),
    });
    expect(askHolders(2, mandates, atOnce)).toMatchObject({
      personIds: ['new', 'later'],
      nextChangeOn: null,
    });
    expect(askHolders(2, mandates, { ...onTheDay, today: day('2026-05-01') }).personIds).toEqual([
      'new',
      'later',
    ]);
  });

  it('tells since when a seat is empty, and until when, if that is known', () => {
    const mandates = [held('before', '2020-01-01', '2025-12-31'), held('after', '2026-07-01', null)];
    expect(askHolders(1, mandates, onTheDay)).toMatchObject({
      personIds: [],
      vacancies: [{ seats: 1, since: day('2026-01-01'), filledFrom: day('2026-07-01') }],
    });
  });

  it('asks for a day that is past whoever held it then', () => {
    const mandates = [held('then', '2020-01-01', '2025-12-31'), held('now', '2026-01-01', null)];
    expect(askHolders(1, mandates, { ...onTheDay, meetingDay: day('2025-11-20') }).personIds).toEqual([
      'then',
    ]);
  });

  it('asks at most one per seat, and of a chain of mandates only the one of the day or of now', () => {
    assert(
      property(chains, integer({ min: 0, max: 400 }), (seats, ahead) => {
        const mandates = seats.flatMap((lengths, index) => chainOf(lengths, index + 1));
        const when = { ...onTheDay, meetingDay: today.add({ days: ahead }) };
        const { personIds, vacancies } = askHolders(seats.length, mandates, when);
        const empty = vacancies.reduce((sum, vacancy) => sum + vacancy.seats, 0);
        expect(personIds.length + empty).toBe(seats.length);
        const inOffice = mandates.filter(({ validFrom, validUntil }) => {
          const begun = Temporal.PlainDate.compare(validFrom, today) <= 0;
          return begun && (validUntil === null || Temporal.PlainDate.compare(today, validUntil) <= 0);
        });
        // Nobody is asked who has not begun.
        expect(inOffice.map(({ personId }) => personId)).toEqual(expect.arrayContaining([...personIds]));
        const changed = askHolders(seats.length, mandates, { ...when, today: when.meetingDay });
        expect(changed).toMatchObject({ nextChangeOn: null });
        expect(changed.personIds).toEqual(
          askHolders(seats.length, mandates, { ...when, successors: 'at-once' }).personIds,
        );
      }),
    );
  });
});

/** For each seat the lengths of mandates that follow each other, without a gap, from 2025 on. */
const chains = array(array(integer({ min: 1, max: 400 }), { maxLength: 5 }), {
  minLength: 1,
  maxLength: 3,
});

function chainOf(lengths: readonly number[], seat: number): SeatMandate[] {
  let from = day('2025-01-01');
  return lengths.map((length, index) => {
    const validUntil = from.add({ days: length - 1 });
    const mandate = { seat, personId: `${seat}-${index}`, validFrom: from, validUntil };
    from = validUntil.add({ days: 1 });
    return mandate;
  });
}

function held(personId: string, from: string, until: string | null, seat = 1): SeatMandate {
  return { seat, personId, validFrom: day(from), validUntil: until === null ? null : day(until) };
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
