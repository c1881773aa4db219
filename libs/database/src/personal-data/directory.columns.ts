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
// An office's mailbox may carry the name of whoever reads it.
const mailbox: PersonalColumn = {
  subject: 'mentioned',
  purpose: 'address',
  retention: 'text',
  erasure: 'author',
};

export const directoryColumns: ColumnDeclarations = {
  'acquaintance.institution_id': address,
  'acquaintance.person_id': address,
  'acquaintance.since': address,

  'deputy.id': 'none',
  'deputy.office_id': mandate,
  'deputy.person_id': mandate,
  'deputy.rank': mandate,
  'deputy.valid_from': mandate,
  'deputy.valid_until': mandate,

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

  'slug_history.kind': 'none',
  'slug_history.slug': 'none',
  'slug_history.institution_id': 'none',
  'slug_history.retired_at': 'none',
};
