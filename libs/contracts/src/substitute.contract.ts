import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, languageCode, line, mailAddress, paragraphs } from './fields.js';
import { changedInvitation } from './invitation.contract.js';
import type { RegistrationState } from './invitation.contract.js';
import { questionValues } from './question.contract.js';
import { seatWish } from './seating.contract.js';

/** Somebody who is to come, as others name them. */
export const namedColleague = z.strictObject({
  givenName: line(100),
  familyName: line(100),
  address: mailAddress,
  language: languageCode.default('de'),
});
export type NamedColleagueInput = z.output<typeof namedColleague>;

/** Whoever stands so has a seat, a place in line or a request, which a substitute gets as it is. */
export const passedOnStates: ReadonlySet<RegistrationState | null> = new Set([
  'confirmed',
  'offered',
  'waitlisted',
  'awaiting_approval',
] as const);

const enteredSubstitute = namedColleague.extend({
  /** What the person who is represented tells the hosts. */
  note: paragraphs(2000).nullable().default(null),
  /** What the substitute answers to the meeting's questions. */
  values: questionValues.nullable().default(null),
  /** What the substitute asks for where no seat is passed on. */
  seats: seatWish.nullable().default(null),
});

export const substituteEndpoints = {
  nameSubstitute: defineEndpoint({
    name: 'nameSubstitute',
    method: 'POST',
    path: '/invitations/:id/substitute',
    tag: 'Invitations',
    access: 'meeting.invite',
    status: 200,
    summary: 'Invite somebody in place of this person, who gets their seat or place in line; both are told',
    params: byId,
    body: enteredSubstitute,
    response: changedInvitation,
  }),
};
