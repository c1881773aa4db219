import type { Institution } from './institution.entity.js';

/** What others get to see of an institution. */
export type InstitutionView = Pick<
  Institution,
  | 'id'
  | 'kind'
  | 'slug'
  | 'name'
  | 'sortName'
  | 'shortName'
  | 'colour'
  | 'zone'
  | 'mainLanguage'
  | 'field'
  | 'laender'
  | 'seat'
  | 'website'
  | 'organisationKind'
  | 'operatorId'
  | 'parentId'
  | 'logoFileId'
  | 'version'
>;

/** Its columns under the alias `institution`. */
export const INSTITUTION_COLUMNS = [
  'institution.id',
  'institution.kind',
  'institution.slug',
  'institution.name',
  'institution.sortName',
  'institution.shortName',
  'institution.colour',
  'institution.zone',
  'institution.mainLanguage',
  'institution.field',
  'institution.laender',
  'institution.seat',
  'institution.website',
  'institution.organisationKind',
  'institution.operatorId',
  'institution.parentId',
  'institution.logoFileId',
  'institution.version',
];
