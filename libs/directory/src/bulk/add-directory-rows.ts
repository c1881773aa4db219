import type { InstitutionInput, OfficeInput, PersonInput } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId, pickText } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { factOf, recordFacts } from '#queue';
import { refusing } from '../constraint-refusals.js';
import {
  InstitutionChanged,
  MandateGiven,
  MembershipAdded,
  OfficeChanged,
  PersonChanged,
} from '../directory.facts.js';
import { Institution } from '../institution/institution.entity.js';
import { Membership } from '../institution/membership.entity.js';
import { Mandate } from '../office/mandate.entity.js';
import { Office } from '../office/office.entity.js';
import { foldAddress } from '../person/address.rules.js';
import { PersonAddress } from '../person/person-address.entity.js';
import { Person } from '../person/person.entity.js';

/** A part of the directory, as the contract has it, with ids by which its rows refer to each other. */
export interface DirectoryRows {
  readonly institutions: readonly (InstitutionInput & { readonly id: Id })[];
  readonly memberships: readonly Omit<Membership, 'id'>[];
  /** The first address is the preferred one. */
  readonly people: readonly (Required<PersonInput> & { readonly id: Id })[];
  readonly offices: readonly (OfficeInput & { readonly id: Id })[];
  readonly mandates: readonly Omit<Mandate, 'id'>[];
}

/**
 * Adds new rows as multi-row statements, with the facts that follow; what it is for and who did it is the caller's to
 * audit. Throws `institution.slug-taken`, and what else the tables refuse.
 */
export async function addDirectoryRows(tx: Tx, rows: DirectoryRows, now: Temporal.Instant): Promise<void> {
  await refuseTakenSlugs(tx, rows.institutions);
  await refusing(async () => {
    await addInstitutions(tx, rows, now);
    await addPeople(tx, rows.people, now);
    await addOffices(tx, rows, now);
  });
}

/** The constraint would not say which of the slugs it is. */
async function refuseTakenSlugs(tx: Tx, institutions: DirectoryRows['institutions']): Promise<void> {
  const [taken]: { slug: string }[] = await tx.manager.query(
    `SELECT slug FROM unnest($1::text[], $2::text[]) AS wish (kind, slug)
      WHERE EXISTS (SELECT FROM institution WHERE kind = wish.kind AND slug = wish.slug)
         OR EXISTS (SELECT FROM slug_history WHERE kind = wish.kind AND slug = wish.slug)
      ORDER BY slug LIMIT 1`,
    [institutions.map(({ kind }) => kind), institutions.map(({ slug }) => slug)],
  );
  if (taken !== undefined) throw new DomainError('institution.slug-taken', { slug: taken.slug });
}

async function addInstitutions(tx: Tx, rows: DirectoryRows, now: Temporal.Instant): Promise<void> {
  const institutions = rows.institutions.map((institution): Institution => ({
    ...institution,
    sortName: pickText(institution.name, institution.mainLanguage).text,
    logoFileId: null,
    version: 1,
    createdAt: now,
    changedAt: now,
  }));
  const memberships = rows.memberships.map((membership): Membership => ({ ...membership, id: newId() }));
  await insertRows(tx, Institution, institutions);
  await insertRows(tx, Membership, memberships);
  await recordFacts(tx, [
    ...institutions.map(({ id }) => factOf(InstitutionChanged, { institutionId: id }, now)),
    ...memberships.map(({ id, institutionId, memberId }) =>
      factOf(MembershipAdded, { membershipId: id, institutionId, memberId }, now),
    ),
  ]);
}

async function addPeople(tx: Tx, given: DirectoryRows['people'], now: Temporal.Instant): Promise<void> {
  const people = given.map(({ addresses: _addresses, ...person }): Person => ({
    ...person,
    version: 1,
    createdAt: now,
    changedAt: now,
  }));
  const addresses = given.flatMap(({ id: personId, addresses }) =>
    addresses.map((address, index): PersonAddress => ({
      id: newId(),
      personId,
      address,
      addressFolded: foldAddress(address),
      preferred: index === 0,
      state: 'ok',
    })),
  );
  await insertRows(tx, Person, people);
  await insertRows(tx, PersonAddress, addresses);
  await recordFacts(
    tx,
    people.map(({ id }) => factOf(PersonChanged, { personId: id }, now)),
  );
}

async function addOffices(tx: Tx, rows: DirectoryRows, now: Temporal.Instant): Promise<void> {
  const offices = rows.offices.map((office): Office => ({ ...office, version: 1, createdAt: now }));
  const mandates = rows.mandates.map((mandate): Mandate => ({ ...mandate, id: newId() }));
  await insertRows(tx, Office, offices);
  await insertRows(tx, Mandate, mandates);
  await recordFacts(tx, [
    ...offices.map(({ id, institutionId }) => factOf(OfficeChanged, { officeId: id, institutionId }, now)),
    ...mandates.map(({ id, officeId, personId }) =>
      factOf(MandateGiven, { mandateId: id, officeId, personId }, now),
    ),
  ]);
}
