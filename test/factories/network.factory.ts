import type { Reader } from '#database';
import type { Institution, Office, Person } from '#directory';
import { newId, Temporal } from '#kernel';
import { aMandate, aMembership, anInstitution, anOffice, aPerson } from './directory.factory.js';

type PersonFields = NonNullable<Parameters<typeof aPerson>[1]>;

export interface ManagedCluster {
  readonly cluster: Institution;
  readonly office: Office;
  /** Null: the office is vacant. */
  readonly manager: Person | null;
}

/** A network with one cluster per entry, each with the office of its manager; null leaves the office vacant. */
export async function aNetworkOfManagers(
  reader: Reader,
  managers: readonly (PersonFields | null)[],
): Promise<{ readonly network: Institution; readonly clusters: readonly ManagedCluster[] }> {
  const network = await anInstitution(reader, { kind: 'network', name: { de: 'Mitteldeutschland' } });
  const clusters: ManagedCluster[] = [];
  for (const [index, fields] of managers.entries()) {
    const name = { de: `Cluster ${index + 1}`, en: `Cluster No. ${index + 1}` };
    const cluster = await anInstitution(reader, {
      name,
      sortName: `Cluster ${String(index).padStart(4, '0')}`,
    });
    await aMembership(reader, { institutionId: network.id, memberId: cluster.id });
    const office = await anOffice(reader, { institutionId: cluster.id });
    const manager = fields === null ? null : await aPerson(reader, fields);
    if (manager !== null) await aMandate(reader, { officeId: office.id, personId: manager.id });
    clusters.push({ cluster, office, manager });
  }
  return { network, clusters };
}

const at = Temporal.Instant.from('2026-01-05T08:00:00Z');
const term = { validFrom: Temporal.PlainDate.from('2026-01-01'), validUntil: null };
const somebody = {
  homeInstitutionId: null,
  academicTitle: null,
  givenName: 'Kim',
  salutation: 'none',
  position: null,
  phone: null,
  language: 'de',
  version: 1,
  createdAt: at,
  changedAt: at,
};

/** The same for many, in a few statements: people without titles, at `person-0@viele.example` and so on. */
export async function aNetworkOfMany(reader: Reader, count: number): Promise<Institution> {
  const network = await anInstitution(reader, { kind: 'network', name: { de: 'Viele' } });
  const cluster = await anInstitution(reader);
  await aMembership(reader, { institutionId: network.id, memberId: cluster.id });
  const office = await anOffice(reader, { institutionId: cluster.id, seats: count });
  const people = Array.from({ length: count }, (_, index) => ({ id: newId(), index }));
  const { manager } = reader;
  await manager.insert(
    'Person',
    people.map(({ id, index }) => ({ ...somebody, id, familyName: `Nummer ${index}` })),
  );
  await manager.insert(
    'PersonAddress',
    people.map(({ id, index }) => {
      const address = `person-${index}@viele.example`;
      return { id: newId(), personId: id, address, addressFolded: address, preferred: true, state: 'ok' };
    }),
  );
  await manager.insert(
    'Mandate',
    people.map(({ id, index }) => ({
      ...term,
      id: newId(),
      officeId: office.id,
      personId: id,
      seat: index + 1,
    })),
  );
  return network;
}
