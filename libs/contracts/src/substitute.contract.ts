import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, languageCode, line, mailAddress } from './fields.js';
import { changedInvitation } from './invitation.contract.js';

/** Somebody who is to come, as others name them. */
export const namedColleague = z.strictObject({
  givenName: line(100),
  familyName: line(100),
  address: mailAddress,
  language: languageCode.default('de'),
});
export type NamedColleagueInput = z.output<typeof namedColleague>;

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
    body: namedColleague,
    response: changedInvitation,
  }),
};
