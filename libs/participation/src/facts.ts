import { defineFact } from '#queue';

export const InvitationSent = defineFact<{ meetingId: string; invitationId: string }>('InvitationSent');
export const InvitationAnswered = defineFact<{ meetingId: string; invitationId: string; state: string }>(
  'InvitationAnswered',
);
/** A seat came free, and the first in line got it. */
export const RegistrationPromoted = defineFact<{ meetingId: string; invitationId: string }>(
  'RegistrationPromoted',
);
/** A seat came free and is held for the first in line. */
export const SeatOffered = defineFact<{ meetingId: string; invitationId: string }>('SeatOffered');
/** Nobody took the seat that was held, in time. */
export const OfferLapsed = defineFact<{ meetingId: string; invitationId: string }>('OfferLapsed');
/** The host decided on a request for a seat, or freed one. */
export const RequestDecided = defineFact<{ meetingId: string; invitationId: string; state: string }>(
  'RequestDecided',
);
export const InvitationWithdrawn = defineFact<{ meetingId: string; invitationId: string }>(
  'InvitationWithdrawn',
);
/** Who was there stands as it is now, until the host opens it again. */
export const AttendanceClosed = defineFact<{ meetingId: string }>('AttendanceClosed');
