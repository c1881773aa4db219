import type { SeatFacts, Standing } from './registration.rules.js';
import { NOTHING_HELD } from './seats.rules.js';
import type { Party } from './seats.rules.js';

/** Two seats for everybody, and nobody there. */
export const twoSeats: SeatFacts = {
  limits: { shared: new Map([['all', 2]]), quota: null },
  held: NOTHING_HELD,
  lineRule: 'arrival',
  waiting: [],
  lastArrival: 0,
  freed: 'promote',
  approval: false,
};

export function partyOf(seats: number, about: Partial<Party> = {}): Party {
  return { seats, shared: ['all'], groups: [], clusters: [], ...about };
}

/** Somebody who has not answered yet. */
export function newcomer(registrationId: string, party = partyOf(1)): Standing {
  return { registrationId, state: null, party, arrival: null, group: null, isRefused: false };
}
