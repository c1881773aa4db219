import type { ColumnDeclarations, PersonalColumn } from './declaration.js';

const asked: PersonalColumn = {
  subject: 'person',
  purpose: 'invite',
  retention: 'meeting',
  erasure: 'unlinked',
};
const written: PersonalColumn = { ...asked, erasure: 'emptied' };
const text: PersonalColumn = {
  subject: 'mentioned',
  purpose: 'inform',
  retention: 'meeting',
  erasure: 'author',
};
const organiser: PersonalColumn = { ...text, subject: 'person', erasure: 'emptied' };

export const pollsColumns: ColumnDeclarations = {
  'poll.id': 'none',
  'poll.institution_id': 'none',
  'poll.title': text,
  'poll.description': text,
  'poll.zone': 'none',
  'poll.length_minutes': 'none',
  'poll.place': text,
  'poll.organiser_id': organiser,
  'poll.audience_id': 'none',
  'poll.audience_rule': asked,
  'poll.successors': 'none',
  'poll.newcomers': 'none',
  'poll.copy_to_deputies': 'none',
  'poll.deadline_local': 'none',
  'poll.deadline_at': 'none',
  'poll.hides_names': 'none',
  'poll.state': 'none',
  'poll.moves_meeting_id': 'none',
  'poll.meeting_id': 'none',
  'poll.taken_option_id': 'none',
  'poll.decision_note': text,
  'poll.reminded_at': 'none',
  'poll.version': 'none',
  'poll.created_at': 'none',
  'poll.opened_at': 'none',
  'poll.changed_at': 'none',

  'poll_option.id': 'none',
  'poll_option.poll_id': 'none',
  'poll_option.starts_local': 'none',
  'poll_option.all_day': 'none',

  'poll_participant.id': 'none',
  'poll_participant.poll_id': asked,
  'poll_participant.person_id': asked,
  'poll_participant.token_hash': asked,
  'poll_participant.token_key_id': 'none',
  'poll_participant.token_generation': 'none',
  'poll_participant.answered_at': asked,
  'poll_participant.note': written,
  'poll_participant.reminders': asked,
  'poll_participant.asked_at': asked,

  'poll_reason.id': 'none',
  'poll_reason.participant_id': asked,
  'poll_reason.kind': asked,
  'poll_reason.reason_key': asked,
  'poll_reason.office_id': asked,
  'poll_reason.institution_id': asked,

  'poll_vote.participant_id': asked,
  'poll_vote.option_id': asked,
  'poll_vote.value': asked,

  'former_poll_participant.id': 'none',
  'former_poll_participant.participant_id': asked,
  'former_poll_participant.token_hash': asked,
};
