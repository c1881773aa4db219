import type { InstitutionKind, Land, OfficeKind, OrganisationKind } from '#contracts';

export const institutionKinds = [
  'network',
  'cluster',
  'organisation',
  'committee',
] as const satisfies readonly InstitutionKind[];

export const organisationKinds = [
  'company',
  'university',
  'research',
  'chamber',
  'agency',
  'association',
  'authority',
  'other',
] as const satisfies readonly OrganisationKind[];

export const lands = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
] as const satisfies readonly Land[];

export const officeKinds = [
  'cluster_manager',
  'network_coordinator',
  'organisation_manager',
  'assistant',
  'funder',
  'chair',
  'member',
  'guest',
  'other',
] as const satisfies readonly OfficeKind[];
