/**
 * The zone of whom an invitee (`invitation`) is asked for: where the invitee's own clock is; null without such an
 * institution.
 */
export const OWN_ZONE = `(SELECT institution.zone FROM invitation_reason AS reason
   JOIN institution ON institution.id = reason.institution_id
  WHERE reason.invitation_id = invitation.id AND reason.ended_at IS NULL
  ORDER BY reason.id LIMIT 1)`;
