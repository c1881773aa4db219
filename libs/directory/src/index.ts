export { directoryEntities } from './entities.js';
export type { Institution } from './institution/institution.entity.js';
export type { Membership } from './institution/membership.entity.js';
export type { Mandate } from './office/mandate.entity.js';
export type { Office } from './office/office.entity.js';
export type { PersonAddress } from './person/person-address.entity.js';
export type { Person } from './person/person.entity.js';
export type { Acting } from './acting.js';
export {
  AudienceChanged,
  InstitutionChanged,
  MandateEnded,
  MandateGiven,
  MembershipAdded,
  MembershipChanged,
  OfficeChanged,
  PersonChanged,
  TagsChanged,
} from './directory.facts.js';
export { createInstitution } from './institution/create-institution.js';
export type { NewInstitution } from './institution/create-institution.js';
export { changeInstitution } from './institution/change-institution.js';
export type { InstitutionChange } from './institution/change-institution.js';
export { addMember } from './institution/add-member.js';
export type { NewMembership } from './institution/write-membership.js';
export { correctMembership, endMembership } from './institution/change-membership.js';
export type { MembershipCorrection, MembershipEnd } from './institution/change-membership.js';
export { setLogo } from './institution/set-logo.js';
export type { LogoChange } from './institution/set-logo.js';
export { feedPath, publicPath } from './institution/institution-address.js';
export { findInstitutionBySlug, findInstitutions } from './institution/find-institutions.js';
export type { InstitutionView } from './institution/institution-view.js';
export { getInstitution, listInstitutions } from './institution/list-institutions.js';
export type { InstitutionFilter } from './institution/list-institutions.js';
export { findConcerned } from './institution/find-concerned.js';
export type { ConcernedInstitution } from './institution/find-concerned.js';
export { listLaender } from './institution/list-laender.js';
export { listMembers, listMemberships } from './institution/list-memberships.js';
export type { MembershipView } from './institution/list-memberships.js';
export { foldAddress } from './person/address.rules.js';
export { createPerson } from './person/create-person.js';
export { addNamedPerson, findPersonForAddress } from './person/person-for-address.js';
export type { NamedColleague } from './person/person-for-address.js';
export { markAddress } from './person/mark-address.js';
export { changePerson } from './person/change-person.js';
export type { PersonChange } from './person/change-person.js';
export { findByAddress } from './person/find-by-address.js';
export type { AddressUse } from './person/find-by-address.js';
export { changeMyself, getMyself } from './person/change-myself.js';
export { findPeople } from './person/find-people.js';
export type { PersonContact } from './person/find-people.js';
export { findHeldOffices } from './office/held-offices.js';
export type { NamedOffice } from './office/held-offices.js';
export { getPerson, isPersonReached, listPeople } from './person/list-people.js';
export { displayName } from './person/person-name.js';
export type { PersonName } from './person/person-name.js';
export type { AddressView, PersonView } from './person/person-view.js';
export { searchInstitutions } from './search/search-institutions.js';
export { searchPeople } from './search/search-people.js';
export type { PersonHit } from './search/search-people.js';
export { getPresentPerson } from './merge/get-present-person.js';
export { MergePeople } from './merge/merge-people.js';
export type { Merge, MergePreview, MergeResult } from './merge/merge-people.js';
export { countedEffect, namedEffect, PersonMerger } from './merge/person-merger.js';
export type { MergeEffect, MergePair } from './merge/person-merger.js';
export { PersonMergers } from './merge/person-mergers.js';
export { dismissDuplicate } from './duplicates/dismiss-duplicate.js';
export { refreshDuplicates } from './duplicates/find-duplicates.js';
export { listDuplicates } from './duplicates/list-duplicates.js';
export type { DuplicateView } from './duplicates/list-duplicates.js';
export { decideProposal } from './proposals/decide-proposal.js';
export { listOwnProposals, listProposals } from './proposals/list-proposals.js';
export type { OwnProposalView, ProposalView } from './proposals/list-proposals.js';
export { proposeChange } from './proposals/propose-change.js';
export { createOffice } from './office/create-office.js';
export { changeOffice } from './office/change-office.js';
export type { OfficeChange } from './office/change-office.js';
export { addDeputy } from './deputy/add-deputy.js';
export type { NewDeputy } from './deputy/add-deputy.js';
export type { Deputy } from './deputy/deputy.entity.js';
export { endDeputy } from './deputy/end-deputy.js';
export { findDeputies } from './deputy/find-deputies.js';
export type { DeputyView } from './deputy/find-deputies.js';
export { reorderDeputies } from './deputy/reorder-deputies.js';
export { callOffMandate } from './office/call-off-mandate.js';
export { lockMandate } from './office/lock-mandate.js';
export { MandateBegins, MandateEnds } from './office/mandate-turn.js';
export type { MandateTurn } from './office/mandate-turn.js';
export { giveMandate } from './office/give-mandate.js';
export type { NewMandate } from './office/give-mandate.js';
export { endMandate } from './office/end-mandate.js';
export type { MandateEnd } from './office/end-mandate.js';
export { listOfficeMandates, listPersonMandates } from './office/list-mandates.js';
export type { HeldOffice } from './office/list-mandates.js';
export { getOffice, listOffices } from './office/list-offices.js';
export type { MandateView, OfficeView } from './office/office-view.js';
export { resolveAudience } from './audience/resolve-audience.js';
export { assertReferences, referencesOf } from './audience/rule-references.js';
export type { RuleReference } from './audience/rule-references.js';
export { findAudienceNames, getAudience, listAudiences, nameReferences } from './audience/list-audiences.js';
export type { AudienceView } from './audience/list-audiences.js';
export { changeAudience, createAudience, deleteAudience } from './audience/save-audience.js';
export { presentAudience } from './audience/present-audience.js';
export { reasonKeyOf } from './audience/compose-audience.js';
export type { Audience } from './audience/audience.entity.js';
export type {
  AudienceMoment,
  AudiencePerson,
  AudienceReason,
  NamedReason,
  ResolvedAudience,
  Vacancy,
} from './audience/resolved-audience.js';

export { CheckImport } from './import/check-import.js';
export { ConfirmImport } from './import/confirm-import.js';
export { getImport, listImportRows } from './import/import-view.js';
export type { ImportRowView, ImportView } from './import/import-view.js';
export { StartImport } from './import/start-import.js';
export { differenceOf } from './merge-patch.js';
export { roleOfOffice } from './rights/role-of-office.js';
export { listRights, listRightsOf } from './rights/list-rights.js';
export type { RightFilter, RightView } from './rights/list-rights.js';
export { findLogSubjects, listReachedPeople } from './rights/log-subjects.js';
export type { LogSubject } from './rights/log-subjects.js';
export { findReadablePeople } from './rights/find-readable-people.js';
export { noteAcquaintance } from './rights/note-acquaintance.js';
export { whereInstitutionReached } from './rights/scope.sql.js';
export { createTag, deleteTag } from './tag/keep-tags.js';
export { giveTags, listTagsOf } from './tag/give-tags.js';
export { findTagNames, listTags } from './tag/tags.js';
export type { TagView } from './tag/tags.js';
export { DirectoryModule } from './directory.module.js';
export { DirectoryPersonRegistry } from './sign-in/directory-person-registry.js';
export { MailSignInNotifier } from './sign-in/mail-sign-in.notifier.js';
export { DirectoryGrants } from './rights/directory-grants.js';
export { addDirectoryRows } from './bulk/add-directory-rows.js';
export type { DirectoryRows } from './bulk/add-directory-rows.js';
