import type { AudienceRule, InstitutionKind, Land, OfficeKind } from '#contracts';
import type { Id, LocalizedText } from '#kernel';
import type { SeatMandate } from './asked-holders.rules.js';
import type { NamedRow } from './resolved-audience.js';

export interface FactInstitution extends NamedRow {
  readonly kind: InstitutionKind;
  readonly zone: string;
  readonly laender: readonly Land[];
  readonly field: LocalizedText | null;
  readonly parentId: Id | null;
}

export interface FactOffice extends NamedRow {
  readonly institutionId: Id;
  readonly kind: OfficeKind;
  readonly seats: number;
}

export interface FactPerson {
  readonly id: Id;
  readonly homeInstitutionId: Id | null;
}

/** Everything that a rule needs to know of the directory on the meeting's day; lists are in the order of names. */
export interface AudienceFacts {
  /** The rules of the saved audiences that the rule leads to. */
  readonly rules: ReadonlyMap<Id, AudienceRule>;
  readonly institutions: ReadonlyMap<Id, FactInstitution>;
  /** Members of institutions, as of the day. */
  readonly members: ReadonlyMap<Id, readonly Id[]>;
  readonly taggedInstitutions: ReadonlyMap<Id, readonly Id[]>;
  readonly taggedPeople: ReadonlyMap<Id, readonly FactPerson[]>;
  /** Clusters of all the regions that are asked for. */
  readonly regionClusters: readonly Id[];
  /** Of the kinds that are asked for, by institution. */
  readonly offices: ReadonlyMap<Id, readonly FactOffice[]>;
  /** All of each office. */
  readonly mandates: ReadonlyMap<Id, readonly SeatMandate[]>;
}

/** The office by whose holder an institution is spoken for. */
export const MANAGING_OFFICE: Readonly<Record<InstitutionKind, OfficeKind>> = {
  network: 'network_coordinator',
  cluster: 'cluster_manager',
  organisation: 'organisation_manager',
  committee: 'chair',
};
