import type { ColumnDeclarations, PersonalColumn } from './declaration.js';

const invited: PersonalColumn = {
  subject: 'person',
  purpose: 'invite',
  retention: 'meeting',
  erasure: 'unlinked',
};
const written: PersonalColumn = { ...invited, erasure: 'emptied' };
const authored: PersonalColumn = { ...invited, subject: 'mentioned', purpose: 'inform', erasure: 'author' };
// Who sent the invitations, not who got them.
const asking: PersonalColumn = { ...invited, purpose: 'account' };

// Who marked it, not who was there.
const marking: PersonalColumn = { ...invited, purpose: 'account' };

// Typed on a public page by somebody who is perhaps nobody we know.
const typed: PersonalColumn = {
  subject: 'requester',
  purpose: 'invite',
  retention: 'confirmed',
  erasure: 'emptied',
};
const unconfirmed: PersonalColumn = { ...typed, retention: 'unconfirmed', erasure: 'expires' };
// How often somebody asked.
const counted: PersonalColumn = { ...typed, retention: 'counted', erasure: 'expires' };

export const participationColumns: ColumnDeclarations = {
  'attendance.id': 'none',
  'attendance.meeting_id': invited,
  'attendance.registration_id': invited,
  'attendance.guest': invited,
  'attendance.person_id': invited,
  'attendance.walk_in': invited,
  'attendance.name': written,
  'attendance.organisation': written,
  'attendance.address': written,
  'attendance.state': invited,
  'attendance.marked_at': invited,
  'attendance.checked_in_at': invited,
  'attendance.door_link_id': marking,
  'attendance.marked_by': marking,

  'attendance_closing.meeting_id': 'none',
  'attendance_closing.closed_at': 'none',

  'attendance_mark.id': 'none',
  'attendance_mark.attendance_id': invited,
  'attendance_mark.received_at': invited,

  'door_link.id': 'none',
  'door_link.meeting_id': 'none',
  'door_link.name': { subject: 'mentioned', purpose: 'account', retention: 'meeting', erasure: 'author' },
  'door_link.token_hash': 'none',
  'door_link.token_key_id': 'none',
  'door_link.token_generation': 'none',
  'door_link.created_at': 'none',
  'door_link.revoked_at': 'none',

  'former_invitation.id': 'none',
  'former_invitation.invitation_id': invited,
  'former_invitation.token_hash': invited,
  'former_invitation.registration_id': invited,
  'former_invitation.registration_token_hash': invited,
  'former_invitation.merged_at': invited,

  'invitation.id': 'none',
  'invitation.meeting_id': invited,
  'invitation.person_id': invited,
  'invitation.state': invited,
  'invitation.token_hash': invited,
  'invitation.token_key_id': 'none',
  'invitation.token_generation': 'none',
  'invitation.sequence': 'none',
  'invitation.answer': invited,
  'invitation.answer_note': written,
  'invitation.answer_channel': invited,
  'invitation.answered_at': invited,
  'invitation.to_confirm_again': invited,
  'invitation.reserved_seat': invited,
  'invitation.in_place_of_id': invited,
  'invitation.registered_by_id': invited,
  'invitation.named_as': written,
  'invitation.invited_at': invited,
  'invitation.withdrawn_at': invited,

  'invitation_reason.id': 'none',
  'invitation_reason.invitation_id': invited,
  'invitation_reason.kind': invited,
  'invitation_reason.reason_key': invited,
  'invitation_reason.office_id': invited,
  'invitation_reason.institution_id': invited,
  'invitation_reason.as_deputy_for_id': invited,
  'invitation_reason.given_at': invited,
  'invitation_reason.ended_at': invited,
  'invitation_reason.end_cause': invited,

  'meeting_message.id': 'none',
  'meeting_message.meeting_id': 'none',
  'meeting_message.subject': authored,
  'meeting_message.text': authored,
  'meeting_message.written_by': asking,
  'meeting_message.written_at': asking,

  'meeting_message_recipient.message_id': invited,
  'meeting_message_recipient.invitation_id': invited,

  'meeting_audience.id': 'none',
  'meeting_audience.meeting_id': 'none',
  'meeting_audience.audience_key': 'none',
  'meeting_audience.audience_id': 'none',
  'meeting_audience.rule': invited,
  'meeting_audience.successors': 'none',
  'meeting_audience.newcomers': 'none',
  'meeting_audience.copy_to_deputies': 'none',
  'meeting_audience.asked_by': asking,
  'meeting_audience.asked_at': asking,

  'open_registration.id': 'none',
  'open_registration.meeting_id': { ...typed, erasure: 'unlinked' },
  'open_registration.state': { ...typed, erasure: 'unlinked' },
  'open_registration.language': { ...typed, erasure: 'unlinked' },
  'open_registration.given_name': typed,
  'open_registration.family_name': typed,
  'open_registration.address': typed,
  'open_registration.organisation': typed,
  'open_registration.answers': unconfirmed,
  'open_registration.companions': unconfirmed,
  'open_registration.contingent_id': unconfirmed,
  'open_registration.holds_seats': 'none',
  'open_registration.token_hash': { ...typed, erasure: 'unlinked' },
  'open_registration.token_key_id': 'none',
  'open_registration.token_generation': 'none',
  'open_registration.address_hash': counted,
  'open_registration.client_hash': counted,
  'open_registration.invitation_id': { ...typed, erasure: 'unlinked' },
  'open_registration.created_at': { ...typed, erasure: 'unlinked' },
  'open_registration.expires_at': 'none',
  'open_registration.confirmed_at': { ...typed, erasure: 'unlinked' },

  'question_answer.registration_id': invited,
  'question_answer.question_id': 'none',
  'question_answer.value': { ...written, erasure: 'row' },
  'question_answer.sensitive': 'none',

  'registration.id': 'none',
  'registration.meeting_id': invited,
  'registration.person_id': invited,
  'registration.invitation_id': invited,
  'registration.state': invited,
  'registration.seats': invited,
  'registration.companions': written,
  'registration.contingent_id': invited,
  'registration.group_id': invited,
  'registration.offered_until': invited,
  'registration.cause': invited,
  'registration.decision_note': written,
  'registration.decisions': invited,
  'registration.token_hash': invited,
  'registration.token_key_id': 'none',
  'registration.token_generation': 'none',
  'registration.arrival': invited,
  'registration.decided_at': invited,
};
