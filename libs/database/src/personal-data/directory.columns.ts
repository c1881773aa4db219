import type { ColumnDeclarations, PersonalColumn } from './declaration.js';

const value: PersonalColumn = {
  subject: 'person',
  purpose: 'address',
  retention: 'directory',
  erasure: 'emptied',
};
const shell: PersonalColumn = { ...value, erasure: 'unlinked' };
const address: PersonalColumn = { ...value, erasure: 'row' };
const mandate: PersonalColumn = { ...shell, purpose: 'represent' };
// A rule may name people; it keeps their ids.
const named: PersonalColumn = { ...shell, purpose: 'invite', retention: 'text' };
// An office's mailbox may carry the name of whoever reads it.
const mailbox: PersonalColumn = {
  subject: 'mentioned',
  purpose: 'address',
  retention: 'text',
  erasure: 'author',
};

const imported: PersonalColumn = {
  subject: 'mentioned',
  purpose: 'run',
  retention: 'import',
  erasure: 'expires',
};

export const directoryColumns: ColumnDeclarations = {
  'acquaintance.institution_id': address,
  'acquaintance.person_id': address,
  'acquaintance.since': address,

  'duplicate.id': 'none',
  'duplicate.first_id': address,
  'duplicate.second_id': address,
  'duplicate.score': address,
  'duplicate.reasons': address,
  'duplicate.state': address,
  'duplicate.found_at': address,
  'duplicate.dismissed_at': address,
  'audience.id': 'none',
  'audience.institution_id': 'none',
  'audience.name': 'none',
  'audience.sort_name': 'none',
  'audience.rule': named,
  'audience.version': 'none',
  'audience.created_at': 'none',
  'audience.changed_at': 'none',
  'import_mapping.institution_id': 'none',
  'import_mapping.signature': 'none',
  'import_mapping.mapping': 'none',
  'import_mapping.changed_at': 'none',

  'import_row.import_id': 'none',
  'import_row.row': 'none',
  'import_row.state': 'none',
  'import_row.name': imported,
  'import_row.changes': imported,
  'import_row.problems': imported,

  'import_run.id': 'none',
  'import_run.kind': 'none',
  'import_run.institution_id': 'none',
  'import_run.file_id': 'none',
  'import_run.file_name': 'none',
  // Samples of what the file says.
  'import_run.columns': imported,
  'import_run.mapping': 'none',
  'import_run.mapping_remembered': 'none',
  'import_run.state': 'none',
  'import_run.rows': 'none',
  'import_run.counts': 'none',
  'import_run.fingerprint': 'none',
  'import_run.operation_id': 'none',
  'import_run.created_by': { ...imported, subject: 'person' },
  'import_run.created_at': 'none',

  'institution.id': 'none',
  'institution.kind': 'none',
  'institution.slug': 'none',
  'institution.name': 'none',
  'institution.sort_name': 'none',
  'institution.short_name': 'none',
  'institution.colour': 'none',
  'institution.zone': 'none',
  'institution.main_language': 'none',
  'institution.field': 'none',
  'institution.laender': 'none',
  'institution.seat': 'none',
  'institution.website': 'none',
  'institution.organisation_kind': 'none',
  'institution.operator_id': 'none',
  'institution.parent_id': 'none',
  'institution.logo_file_id': 'none',
  'institution.version': 'none',
  'institution.created_at': 'none',
  'institution.changed_at': 'none',
  'institution.search_text': 'none',

  'institution_tag.tag_id': 'none',
  'institution_tag.institution_id': 'none',

  'mandate.id': 'none',
  'mandate.office_id': mandate,
  'mandate.seat': mandate,
  'mandate.person_id': mandate,
  'mandate.valid_from': mandate,
  'mandate.valid_until': mandate,

  'membership.id': 'none',
  'membership.institution_id': 'none',
  'membership.member_id': 'none',
  'membership.valid_from': 'none',
  'membership.valid_until': 'none',

  'merged_person.id': address,
  'merged_person.survivor_id': address,
  'merged_person.merged_at': address,

  'office.id': 'none',
  'office.institution_id': 'none',
  'office.kind': 'none',
  'office.name': 'none',
  'office.seats': 'none',
  'office.mailbox': mailbox,
  'office.copy_address': mailbox,
  'office.version': 'none',
  'office.created_at': 'none',

  'person.id': shell,
  'person.home_institution_id': value,
  'person.academic_title': value,
  'person.given_name': value,
  'person.family_name': value,
  'person.salutation': value,
  'person.position': value,
  'person.phone': value,
  'person.language': value,
  'person.version': 'none',
  'person.created_at': shell,
  'person.changed_at': shell,
  'person.search_text': value,

  'person_address.id': 'none',
  'person_address.person_id': address,
  'person_address.address': address,
  'person_address.address_folded': address,
  'person_address.preferred': address,
  'person_address.state': address,
  'person_address.shared': address,

  'person_proposal.id': 'none',
  'person_proposal.person_id': address,
  'person_proposal.proposer_id': address,
  'person_proposal.patch': address,
  'person_proposal.note': address,
  'person_proposal.state': address,
  'person_proposal.proposed_at': address,
  'person_proposal.decided_at': address,

  'person_tag.tag_id': address,
  'person_tag.person_id': address,

  'slug_history.kind': 'none',
  'slug_history.slug': 'none',
  'slug_history.institution_id': 'none',
  'slug_history.retired_at': 'none',

  'tag.id': 'none',
  'tag.institution_id': 'none',
  'tag.name': 'none',
};
