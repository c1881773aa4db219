import { defineFact } from '#queue';

export const InvitationSent = defineFact<{ meetingId: string; invitationId: string }>('InvitationSent');
export const InvitationAnswered = defineFact<{ meetingId: string; invitationId: string; state: string }>(
  'InvitationAnswered',
);
/** A seat came free, and the first in line got it. */
export const RegistrationPromoted = defineFact<{ meetingId: string; invitationId: string }>(
  'RegistrationPromoted',
);
export const InvitationWithdrawn = defineFact<{ meetingId: string; invitationId: string }>(
  'InvitationWithdrawn',
);
