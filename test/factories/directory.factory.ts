import type { Reader } from '#database';
import type { Institution, Mandate, Membership, Office, Person, PersonAddress } from '#directory';
import { newId, Temporal } from '#kernel';

/*
 * Rows as tests need them, written straight into the tables: valid by themselves, with parents made where none are
 * given.
 */

const madeAt = Temporal.Instant.from('2026-01-05T08:00:00Z');
const firstDay = Temporal.PlainDate.from('2026-01-01');

export async function anInstitution(
  { manager }: Reader,
  fields: Partial<Institution> = {},
): Promise<Institution> {
  const id = fields.id ?? newId();
  const name = fields.name ?? { de: `Cluster ${id.slice(-6)}` };
  const isCommittee = fields.kind === 'committee' && fields.parentId === undefined;
  const institution: Institution = {
    id,
    kind: 'cluster',
    slug: `cluster-${id.slice(-12)}`,
    name,
    sortName: name.de ?? name.en ?? '',
    shortName: null,
    colour: null,
    zone: 'Europe/Berlin',
    mainLanguage: 'de',
    field: null,
    laender: [],
    seat: null,
    website: null,
    organisationKind: null,
    operatorId: null,
    parentId: isCommittee ? (await anInstitution({ manager })).id : null,
    logoFileId: null,
    version: 1,
    createdAt: madeAt,
    changedAt: madeAt,
    ...fields,
  };
  await manager.insert('Institution', { ...institution });
  return institution;
}

export async function aPerson(
  reader: Reader,
  fields: Partial<Person> & { addresses?: readonly (string | Partial<PersonAddress>)[] } = {},
): Promise<Person> {
  const { addresses, ...columns } = fields;
  const id = fields.id ?? newId();
  const person: Person = {
    id,
    homeInstitutionId: null,
    academicTitle: null,
    givenName: 'Kim',
    familyName: `Beispiel ${id.slice(-6)}`,
    salutation: 'none',
    position: null,
    phone: null,
    language: 'de',
    version: 1,
    createdAt: madeAt,
    changedAt: madeAt,
    ...columns,
  };
  await reader.manager.insert('Person', { ...person });
  for (const [index, given] of (addresses ?? [`person-${id.slice(-12)}@firma.example`]).entries()) {
    const address = typeof given === 'string' ? { address: given } : given;
    await anAddress(reader, { personId: id, preferred: index === 0, ...address });
  }
  return person;
}

export async function anAddress(
  { manager }: Reader,
  fields: Partial<PersonAddress> & Pick<PersonAddress, 'personId'>,
): Promise<PersonAddress> {
  const id = newId();
  const address = fields.address ?? `address-${id.slice(-12)}@firma.example`;
  const addressFolded = address.toLowerCase();
  const row: PersonAddress = { id, address, addressFolded, preferred: false, state: 'ok', ...fields };
  await manager.insert('PersonAddress', { ...row });
  return row;
}

export async function aMembership(reader: Reader, fields: Partial<Membership> = {}): Promise<Membership> {
  const membership: Membership = {
    id: newId(),
    institutionId: fields.institutionId ?? (await anInstitution(reader, { kind: 'network' })).id,
    memberId: fields.memberId ?? (await anInstitution(reader)).id,
    validFrom: firstDay,
    validUntil: null,
    ...fields,
  };
  await reader.manager.insert('Membership', { ...membership });
  return membership;
}

export async function anOffice(reader: Reader, fields: Partial<Office> = {}): Promise<Office> {
  const office: Office = {
    id: newId(),
    institutionId: fields.institutionId ?? (await anInstitution(reader)).id,
    kind: 'cluster_manager',
    name: { de: 'Clustermanagement', en: 'Cluster management' },
    seats: 1,
    mailbox: null,
    copyAddress: null,
    version: 1,
    createdAt: madeAt,
    ...fields,
  };
  await reader.manager.insert('Office', { ...office });
  return office;
}

export async function aMandate(reader: Reader, fields: Partial<Mandate> = {}): Promise<Mandate> {
  const mandate: Mandate = {
    id: newId(),
    officeId: fields.officeId ?? (await anOffice(reader)).id,
    seat: 1,
    personId: fields.personId ?? (await aPerson(reader)).id,
    validFrom: firstDay,
    validUntil: null,
    ...fields,
  };
  await reader.manager.insert('Mandate', { ...mandate });
  return mandate;
}
