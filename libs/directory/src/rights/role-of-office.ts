import type { OfficeKind, Role } from '#contracts';

/** The role that each kind of office gives in its institution, from the first day of a mandate to its last. */
export const roleOfOffice: Readonly<Record<OfficeKind, Role>> = {
  cluster_manager: 'cluster_manager',
  network_coordinator: 'network_coordinator',
  organisation_manager: 'organisation_manager',
  assistant: 'assistant',
  funder: 'funder',
  chair: 'member',
  member: 'member',
  guest: 'member',
  other: 'member',
};
