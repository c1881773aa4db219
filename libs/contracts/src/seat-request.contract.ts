import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, paragraphs } from './fields.js';
import { changedInvitation } from './invitation.contract.js';

const tag = 'Invitations';

export const seatRequestEndpoints = {
  decideRequests: defineEndpoint({
    name: 'decideRequests',
    method: 'POST',
    path: '/meetings/:id/requests',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Give, decline or free seats, one or many at once; everybody concerned is told',
    params: byId,
    body: z.strictObject({
      /** `approve` also gives somebody in line a seat past the others; `free` sends people from their seats to the line. */
      decision: z.enum(['approve', 'refuse', 'free']),
      invitationIds: z.array(id).min(1, 'validation.required').max(500),
      /** Said in the mail. */
      note: paragraphs(2000).nullable().default(null),
    }),
    response: z.object({ changed: z.int(), withoutSeat: z.int() }),
  }),
  reserveSeat: defineEndpoint({
    name: 'reserveSeat',
    method: 'PUT',
    path: '/invitations/:id/reserved-seat',
    tag,
    access: 'meeting.invite',
    status: 200,
    summary: 'Keep one of the reserved seats for somebody, or no longer',
    params: byId,
    body: z.strictObject({ reserved: z.boolean() }),
    response: changedInvitation,
  }),
};
