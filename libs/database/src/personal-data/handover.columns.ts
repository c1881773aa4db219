import type { ColumnDeclarations, PersonalColumn } from './declaration.js';

const handed: PersonalColumn = {
  subject: 'person',
  purpose: 'represent',
  retention: 'directory',
  erasure: 'unlinked',
};
const decided: PersonalColumn = { ...handed, purpose: 'invite', retention: 'meeting' };

export const handoverColumns: ColumnDeclarations = {
  'handover.id': 'none',
  'handover.office_id': handed,
  'handover.ended_mandate_id': handed,
  'handover.begun_mandate_id': handed,
  'handover.last_day': handed,
  'handover.first_day': handed,
  'handover.former_last_day': handed,
  'handover.started_by_id': handed,
  'handover.started_at': handed,
  'handover.called_off_at': handed,

  'handover_decision.id': 'none',
  'handover_decision.meeting_id': decided,
  'handover_decision.invitation_id': decided,
  'handover_decision.office_id': decided,
  'handover_decision.mandate_id': decided,
  'handover_decision.successor_id': decided,
  'handover_decision.state': decided,
  'handover_decision.opened_at': decided,
  'handover_decision.started_by_id': decided,
  'handover_decision.decided_by_id': decided,
  'handover_decision.decided_at': decided,
};
