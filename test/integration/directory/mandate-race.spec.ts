import { systemActor } from '#access';
import type { Tx } from '#database';
import { giveMandate } from '#directory';
import { newId, Temporal } from '#kernel';
import { aMandate, anOffice, aPerson } from '../../factories/directory.factory.js';
import { untilBlocked } from '../../support/until-blocked.js';
import { useDatabase } from '../../support/use-database.js';

const database = useDatabase();
const acting = { actor: systemActor(), now: Temporal.Instant.from('2026-03-02T09:00:00Z') };
const validFrom = Temporal.PlainDate.from('2026-04-01');
type Give = (tx: Tx, mandate: { officeId: string; personId: string }) => Promise<unknown>;

const withLock: Give = (tx, mandate) => giveMandate(tx, acting, { ...mandate, validFrom, validUntil: null });

/** The same without the office's lock: reads the free seat, then takes it. */
const withoutLock: Give = async (tx, { officeId, personId }) => {
  const taken = await tx.manager.countBy('Mandate', { officeId });
  const seat = taken + 1;
  await tx.manager.insert('Mandate', { id: newId(), officeId, personId, seat, validFrom, validUntil: null });
};

describe('two mandates given at once', () => {
  it('for the last seat: one is given, the other refused', async () => {
    const outcome = await race(withLock, 1);
    expect(outcome).toEqual({ first: 'given', second: 'office.no-free-seat', seats: [1] });
  });

  it('for the last two seats: both are given', async () => {
    expect(await race(withLock, 2)).toEqual({ first: 'given', second: 'given', seats: [1, 2] });
  });

  it('without the lock both take the same seat although there are two: the control', async () => {
    expect(await race(withoutLock, 2)).toEqual({
      first: 'given',
      second: 'ex_mandate_one_holder_per_seat',
      seats: [1],
    });
  });
});

describe('the constraints', () => {
  it('refuse a second holder of the seat whatever the code does', async () => {
    const { officeId } = await aMandate(database.reader);
    await expect(aMandate(database.reader, { officeId })).rejects.toMatchObject({
      driverError: { constraint: 'ex_mandate_one_holder_per_seat' },
    });
  });

  it('refuse the same person on two seats on one day', async () => {
    const { officeId, personId } = await aMandate(database.reader);
    await expect(aMandate(database.reader, { officeId, personId, seat: 2 })).rejects.toMatchObject({
      driverError: { constraint: 'ex_mandate_person_once' },
    });
  });
});

/** The second begins while the first has not committed, and waits for it at the lock or at the constraint. */
async function race(give: Give, seats: number) {
  const { id: officeId } = await anOffice(database.reader, { seats });
  const people = [await aPerson(database.reader), await aPerson(database.reader)];
  const [one, other] = people.map(({ id: personId }) => ({ officeId, personId }));
  if (one === undefined || other === undefined) throw new Error('two people are needed');
  let second: Promise<string> = Promise.resolve('not begun');
  await database.run(async (tx) => {
    await give(tx, one);
    second = database.run((tx2) => give(tx2, other)).then(() => 'given', nameOf);
    await untilBlocked(database);
  });
  const outcome = await second;
  const rows = await database.rows('SELECT seat FROM mandate ORDER BY seat');
  return { first: 'given', second: outcome, seats: rows.map((row) => ('seat' in row ? row.seat : null)) };
}

function nameOf(error: { code?: string; driverError?: { constraint?: string } }): string {
  return error.driverError?.constraint ?? error.code ?? String(error);
}
