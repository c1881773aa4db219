import type { ColumnDeclarations } from './declaration.js';

export const papersColumns: ColumnDeclarations = {
  'paper.id': 'none',
  'paper.kind': 'none',
  'paper.meeting_id': 'none',
  'paper.institution_id': 'none',
  'paper.language': 'none',
  // Leads to a file with the names of a meeting's people.
  'paper.file_id': { subject: 'person', purpose: 'invite', retention: 'paper', erasure: 'expires' },
  'paper.created_at': 'none',

  'paper_head.institution_id': 'none',
  'paper_head.union_funding': 'none',
  'paper_head.funding_line': 'none',
  'paper_head.version': 'none',
  'paper_head.changed_at': 'none',

  'paper_logo.id': 'none',
  'paper_logo.institution_id': 'none',
  'paper_logo.file_id': 'none',
};
