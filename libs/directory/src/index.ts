export { directoryEntities } from './entities.js';
export type { Institution } from './institution/institution.entity.js';
export type { Membership } from './institution/membership.entity.js';
export type { Mandate } from './office/mandate.entity.js';
export type { Office } from './office/office.entity.js';
export type { PersonAddress } from './person/person-address.entity.js';
export type { Person } from './person/person.entity.js';
export type { Acting } from './acting.js';
export { createInstitution } from './institution/create-institution.js';
export { changeInstitution } from './institution/change-institution.js';
export type { InstitutionChange } from './institution/change-institution.js';
export { addMember } from './institution/add-member.js';
export type { NewMembership } from './institution/add-member.js';
export { findInstitutionBySlug, findInstitutions } from './institution/find-institutions.js';
export type { InstitutionView } from './institution/institution-view.js';
export { getInstitution, listInstitutions } from './institution/list-institutions.js';
export { listMembers } from './institution/list-members.js';
export type { MembershipView } from './institution/list-members.js';
export { createPerson } from './person/create-person.js';
export { changePerson } from './person/change-person.js';
export type { PersonChange } from './person/change-person.js';
export { changeMyself, getMyself } from './person/change-myself.js';
export { findPeople } from './person/find-people.js';
export type { PersonContact } from './person/find-people.js';
export { getPerson, isPersonReached, listPeople } from './person/list-people.js';
export { displayName } from './person/person-name.js';
export type { PersonName } from './person/person-name.js';
export type { AddressView, PersonView } from './person/person-view.js';
export { createOffice } from './office/create-office.js';
export { changeOffice } from './office/change-office.js';
export type { OfficeChange } from './office/change-office.js';
export { giveMandate } from './office/give-mandate.js';
export type { NewMandate } from './office/give-mandate.js';
export { endMandate } from './office/end-mandate.js';
export type { MandateEnd } from './office/end-mandate.js';
export { getOffice, listOffices } from './office/list-offices.js';
export type { MandateView, OfficeView } from './office/office-view.js';
export { resolveAudience } from './audience/resolve-audience.js';
export type {
  AudienceInstitution,
  AudiencePerson,
  AudienceReason,
  ResolvedAudience,
} from './audience/resolved-audience.js';
export { listRights } from './rights/list-rights.js';
export type { RightFilter, RightView } from './rights/list-rights.js';
export { findLogSubjects, listReachedPeople } from './rights/log-subjects.js';
export type { LogSubject } from './rights/log-subjects.js';
export { noteAcquaintance } from './rights/note-acquaintance.js';
export { whereInstitutionReached, wherePersonReached } from './rights/scope.sql.js';
export { DirectoryModule } from './directory.module.js';
export { DirectoryPersonRegistry } from './sign-in/directory-person-registry.js';
export { loadSampleDirectory } from './sample/load-sample-directory.js';
export { sampleDirectory } from './sample/sample-directory.ids.js';
