import { systemActor } from '#access';
import { writeAudit } from '#audit';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { newId, pickText } from '#kernel';
import type { Clock, Temporal } from '#kernel';
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
import { sampleDirectory } from './sample-directory.ids.js';
import { sampleInstitutions, sampleMemberships } from './sample-institutions.js';
import { sampleMandates, sampleOffices } from './sample-offices.js';
import { samplePeople } from './sample-people.js';

const ZONE = 'Europe/Berlin';
const { network } = sampleDirectory;

/**
 * Puts the sample network “Mitteldeutschland” into the directory, dates seen from the clock's present day, and returns
 * whether it did: a directory that has it already stays as it is, whatever was changed in it since. Holds an advisory
 * lock until the end of the transaction. Throws `institution.slug-taken` if somebody uses one of its addresses.
 */
export async function loadSampleDirectory(tx: Tx, clock: Clock): Promise<boolean> {
  await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtext('sample directory'))`);
  if (await tx.manager.existsBy(Institution, { id: network })) return false;
  const now = clock.now();
  const today = clock.today(ZONE);
  await loadInstitutions(tx, now, today);
  await loadPeople(tx, now);
  await loadOffices(tx, now, today);
  const { personId: actorPersonId, channel } = systemActor();
  const subject = { subjectKind: 'institution', subjectId: network };
  await writeAudit(tx, [{ at: now, actorPersonId, channel, action: 'sample.load', ...subject }]);
  return true;
}

async function loadInstitutions(tx: Tx, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
  const institutions = sampleInstitutions.map((institution): Institution => ({
    ...institution,
    sortName: pickText(institution.name, 'de').text,
    zone: ZONE,
    mainLanguage: 'de',
    field: null,
    laender: [],
    seat: null,
    website: null,
    organisationKind: null,
    operatorId: null,
    parentId: null,
    logoFileId: null,
    version: 1,
    createdAt: now,
    changedAt: now,
  }));
  for (const institution of institutions) {
    const { slug } = institution;
    await refusing(() => insertRows(tx, Institution, [institution]), { slug });
  }
  const memberships = sampleMemberships(today).map(([memberId, validFrom]): Membership => {
    return { id: newId(), institutionId: network, memberId, validFrom, validUntil: null };
  });
  await insertRows(tx, Membership, memberships);
  await recordFacts(tx, [
    ...institutions.map(({ id }) => factOf(InstitutionChanged, { institutionId: id }, now)),
    ...memberships.map(({ id, institutionId, memberId }) =>
      factOf(MembershipAdded, { membershipId: id, institutionId, memberId }, now),
    ),
  ]);
}

async function loadPeople(tx: Tx, now: Temporal.Instant): Promise<void> {
  const common = { homeInstitutionId: null, version: 1, createdAt: now, changedAt: now };
  const people = samplePeople.map(({ addresses: _addresses, ...person }): Person => ({
    ...person,
    ...common,
  }));
  const addresses = samplePeople.flatMap(({ id: personId, addresses }) =>
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

async function loadOffices(tx: Tx, now: Temporal.Instant, today: Temporal.PlainDate): Promise<void> {
  const offices = sampleOffices.map((office): Office => ({ ...office, version: 1, createdAt: now }));
  const mandates = sampleMandates(today).map((mandate): Mandate => ({ ...mandate, id: newId(), seat: 1 }));
  await insertRows(tx, Office, offices);
  await insertRows(tx, Mandate, mandates);
  await recordFacts(tx, [
    ...offices.map(({ id, institutionId }) => factOf(OfficeChanged, { officeId: id, institutionId }, now)),
    ...mandates.map(({ id, officeId, personId }) =>
      factOf(MandateGiven, { mandateId: id, officeId, personId }, now),
    ),
  ]);
}
