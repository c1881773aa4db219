import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { findDeputies } from '../deputy/find-deputies.js';
import { Institution } from '../institution/institution.entity.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import { findHolders } from './find-holders.js';
import type { OfficeView } from './office-view.js';
import { Office } from './office.entity.js';

/** The day the holders are asked for; null: the present one in the zone of each office's institution. */
export interface AsOf {
  readonly asOf: Temporal.PlainDate | null;
  readonly now: Temporal.Instant;
}

type Row = Omit<OfficeView, 'institution' | 'holders' | 'deputies'> & {
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
  readonly sortName: string;
  readonly zone: string;
};

const byInstitution: Keyset<Row> = {
  list: 'offices',
  parts: [{ path: 'institution.sortName', kind: 'text', of: (row) => row.sortName }, idPart('office.id')],
};

/**
 * A page of offices with holders and deputies on a day, by institution and then in the order they were added. Three
 * queries.
 */
export async function listOffices(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & AsOf & { readonly institutionId?: Id | undefined },
): Promise<Page<OfficeView>> {
  const query = selectOffices(reader);
  const { institutionId } = request;
  if (institutionId !== undefined) query.where('office.institutionId = :institutionId', { institutionId });
  whereInstitutionReached(query, scope, 'office.institutionId');
  const rows = await selectPage(query, byInstitution, request).getRawMany<Row>();
  const page = toPage(rows, byInstitution, request);
  return { items: await withPeople(reader, page.items, request), next: page.next };
}

/** One office with its holders and deputies on a day. Three queries. Throws `office.not-found`. */
export async function getOffice(
  reader: Reader,
  scope: AuthorizedScope,
  request: AsOf & { readonly id: Id },
): Promise<OfficeView> {
  const query = selectOffices(reader).where('office.id = :id', request);
  const rows = await whereInstitutionReached(query, scope, 'office.institutionId').getRawMany<Row>();
  const [office] = await withPeople(reader, rows, request);
  if (office === undefined) throw new DomainError('office.not-found');
  return office;
}

function selectOffices(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Office, 'office')
    .innerJoin(Institution, 'institution', 'institution.id = office.institutionId')
    .select('office.id', 'id')
    .addSelect('office.kind', 'kind')
    .addSelect('office.name', 'name')
    .addSelect('office.seats', 'seats')
    .addSelect('office.mailbox', 'mailbox')
    .addSelect('office.copyAddress', 'copyAddress')
    .addSelect('office.version', 'version')
    .addSelect('institution.id', 'institutionId')
    .addSelect('institution.name', 'institutionName')
    .addSelect('institution.sortName', 'sortName')
    .addSelect('institution.zone', 'zone');
}

async function withPeople(reader: Reader, rows: readonly Row[], { asOf, now }: AsOf) {
  const asked = rows.map(({ id, zone }) => ({
    officeId: id,
    day: asOf ?? now.toZonedDateTimeISO(zone).toPlainDate(),
  }));
  const holders = await findHolders(reader, asked);
  const deputies = await findDeputies(reader, asked);
  return rows.map((row): OfficeView => {
    const { id, kind, name, seats, mailbox, copyAddress, version } = row;
    const institution = { id: row.institutionId, name: row.institutionName };
    return {
      id,
      institution,
      kind,
      name,
      seats,
      mailbox,
      copyAddress,
      version,
      holders: holders.get(id) ?? [],
      deputies: deputies.get(id) ?? [],
    };
  });
}
