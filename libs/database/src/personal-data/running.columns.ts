import type { ColumnDeclarations, PersonalColumn } from './declaration.js';

const change: PersonalColumn = {
  subject: 'person',
  purpose: 'account',
  retention: 'audit',
  erasure: 'unlinked',
};
const work: PersonalColumn = { subject: 'person', purpose: 'run', retention: 'run', erasure: 'unlinked' };
const due: PersonalColumn = { ...work, retention: 'due', erasure: 'expires' };

/** Audit, facts, due work, files and operations: what goes on, and who set it going. */
export const runningColumns: ColumnDeclarations = {
  'audit_entry.id': 'none',
  'audit_entry.at': change,
  'audit_entry.actor_person_id': change,
  'audit_entry.channel': change,
  'audit_entry.action': change,
  'audit_entry.subject_kind': change,
  'audit_entry.subject_id': change,
  'audit_entry.institution_ids': 'none',
  'audit_entry.before': change,
  'audit_entry.after': change,
  'audit_entry.personal': { ...change, erasure: 'emptied' },
  'audit_entry.request_id': 'none',

  'due_work.id': 'none',
  'due_work.kind': 'none',
  'due_work.subject_id': due,
  'due_work.due_at': 'none',
  // Ids only, of people too.
  'due_work.payload': due,
  'due_work.claimed_until': 'none',
  'due_work.attempts': 'none',
  'due_work.created_at': 'none',

  'fact.id': 'none',
  'fact.type': 'none',
  'fact.payload': work,
  'fact.occurred_at': 'none',
  'fact.published_at': 'none',

  'file.id': 'none',
  'file.size': 'none',
  'file.type': 'none',
  'file.created_at': 'none',
  // A table that is read in and a paper may be full of people; a logo is not.
  'file.bytes': { subject: 'mentioned', purpose: 'run', retention: 'file', erasure: 'row' },

  'file_use.file_id': 'none',
  'file_use.owner_kind': 'none',
  'file_use.owner_id': 'none',
  'file_use.public': 'none',

  'operation.id': 'none',
  'operation.kind': 'none',
  'operation.state': 'none',
  'operation.total': 'none',
  'operation.done': 'none',
  'operation.params': work,
  'operation.result': work,
  'operation.error_code': 'none',
  'operation.created_by': work,
  'operation.created_at': 'none',
  'operation.finished_at': 'none',
};
