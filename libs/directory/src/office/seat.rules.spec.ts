import { DomainError, Temporal } from '#kernel';
import type { MandateView } from './office-view.js';
import { firstFreeSeat } from './seat.rules.js';

const wish = { personId: 'new', validFrom: day('2026-04-01'), validUntil: day('2026-09-30') };

describe('firstFreeSeat', () => {
  it('is the first one nobody holds on any of the days', () => {
    expect(firstFreeSeat(3, [], wish)).toBe(1);
    expect(firstFreeSeat(3, [held(1, '2026-01-01', null), held(3, '2026-01-01', null)], wish)).toBe(2);
    expect(firstFreeSeat(1, [held(1, '2026-01-01', '2026-03-31'), held(1, '2026-10-01', null)], wish)).toBe(
      1,
    );
  });

  it('is none when every seat is held on some day, although never all at once', () => {
    const mandates = [held(1, '2026-04-01', '2026-04-30'), held(2, '2026-09-01', null)];
    expect(refusalOf(() => firstFreeSeat(2, mandates, wish))).toMatchObject({
      code: 'office.no-free-seat',
      params: { holders: ['Kim Beispiel (2026-04-01 – 2026-04-30)', 'Kim Beispiel (2026-09-01 –)'] },
    });
  });

  it('is none for somebody who holds one of the seats on one of the days', () => {
    const mandates = [held(2, '2026-09-30', null, 'new')];
    expect(refusalOf(() => firstFreeSeat(2, mandates, wish))).toMatchObject({
      code: 'mandate.person-holds-office',
    });
  });
});

function held(seat: number, from: string, until: string | null, id = 'old'): MandateView {
  const person = { id, academicTitle: null, givenName: 'Kim', familyName: 'Beispiel' };
  return {
    id: 'mandate',
    officeId: 'office',
    person,
    seat,
    validFrom: day(from),
    validUntil: until === null ? null : day(until),
  };
}

function refusalOf(decide: () => unknown): unknown {
  try {
    return decide();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
