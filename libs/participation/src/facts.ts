import { defineFact } from '#queue';

export const InvitationSent = defineFact<{ meetingId: string; invitationId: string }>('InvitationSent');
export const InvitationAnswered = defineFact<{ meetingId: string; invitationId: string; state: string }>(
  'InvitationAnswered',
);
export const InvitationWithdrawn = defineFact<{ meetingId: string; invitationId: string }>(
  'InvitationWithdrawn',
);
