import { institutionKind, officeKind, organisationKind, type Land } from '#contracts';

export const institutionKinds = institutionKind.options;
export const organisationKinds = organisationKind.options;
export const officeKinds = officeKind.options;

/** By their names. */
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
