import type { OfficeKind } from '#contracts';
import type { Reader } from '#database';
import type { Institution, Mandate, Membership, Office } from '#directory';
import { aMandate, aMembership, anInstitution, anOffice } from './directory.factory.js';

interface ClusterFields {
  readonly institution?: Partial<Institution>;
  readonly office?: Partial<Office>;
  readonly membership?: Partial<Membership>;
}

export async function aNetwork(reader: Reader): Promise<string> {
  return (await anInstitution(reader, { kind: 'network' })).id;
}

/** A member of the network with an office that nobody holds. */
export async function aCluster(reader: Reader, network: string, de: string, fields: ClusterFields = {}) {
  const cluster = await anInstitution(reader, { name: { de }, ...fields.institution });
  await aMembership(reader, { institutionId: network, memberId: cluster.id, ...fields.membership });
  return { cluster, office: await anOffice(reader, { institutionId: cluster.id, ...fields.office }) };
}

/** The same with somebody who holds it. */
export async function aManaged(reader: Reader, network: string, de: string, fields: ClusterFields = {}) {
  const made = await aCluster(reader, network, de, fields);
  return { ...made, personId: (await aMandate(reader, { officeId: made.office.id })).personId };
}

/** Somebody, or this person, holds an office there. */
export async function inOffice(
  reader: Reader,
  institutionId: string,
  kind: OfficeKind,
  personId?: string,
): Promise<Mandate> {
  const office = await anOffice(reader, { institutionId, kind });
  return aMandate(reader, { officeId: office.id, ...(personId !== undefined && { personId }) });
}

/** Clusters of the network with these numbers, each with a manager of its own, in a few statements. */
export async function manyClusters(
  { manager }: Reader,
  network: string,
  from: number,
  to: number,
): Promise<void> {
  const numbers = `generate_series(${from}, ${to}) AS n`;
  await manager.query(
    `INSERT INTO institution (id, kind, slug, name, sort_name, zone, main_language, version, created_at, changed_at)
     SELECT ${uuid('c')}, 'cluster', 's' || n, jsonb_build_object('de', 'C' || n), 'C' || n, 'Europe/Berlin', 'de', 1,
            '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM ${numbers}`,
  );
  await manager.query(
    `INSERT INTO membership (id, institution_id, member_id, valid_from)
     SELECT ${uuid('m')}, $1, ${uuid('c')}, '2026-01-01' FROM ${numbers}`,
    [network],
  );
  await manager.query(
    `INSERT INTO office (id, institution_id, kind, name, seats, version, created_at)
     SELECT ${uuid('o')}, ${uuid('c')}, 'cluster_manager', '{"de": "CM"}', 1, 1, '2026-01-01T00:00:00Z' FROM ${numbers}`,
  );
  await manager.query(
    `INSERT INTO person (id, given_name, family_name, salutation, language, version, created_at, changed_at)
     SELECT ${uuid('p')}, 'P', 'P' || n, 'none', 'de', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM ${numbers}`,
  );
  await manager.query(
    `INSERT INTO person_address (id, person_id, address, address_folded, preferred, state)
     SELECT ${uuid('a')}, ${uuid('p')}, n || '@x.example', n || '@x.example', true, 'ok' FROM ${numbers}`,
  );
  await manager.query(
    `INSERT INTO mandate (id, office_id, seat, person_id, valid_from)
     SELECT ${uuid('h')}, ${uuid('o')}, 1, ${uuid('p')}, '2026-01-01' FROM ${numbers}`,
  );
}

function uuid(kind: string): string {
  return `md5('${kind}' || n)::uuid`;
}
