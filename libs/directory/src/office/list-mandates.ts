import type { AuthorizedScope } from '#access';
import type { InstitutionKind, OfficeKind } from '#contracts';
import { idPart, mapPage, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { Institution } from '../institution/institution.entity.js';
import { getPerson } from '../person/list-people.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import { mandateView, selectMandates } from './find-mandates.js';
import type { MandateRow } from './find-mandates.js';
import { Mandate } from './mandate.entity.js';
import type { MandateView } from './office-view.js';
import { Office } from './office.entity.js';

/** What somebody holds, held or will hold. */
export interface HeldOffice {
  readonly id: Id;
  readonly office: { readonly id: Id; readonly name: LocalizedText; readonly kind: OfficeKind };
  readonly institution: { readonly id: Id; readonly name: LocalizedText; readonly kind: InstitutionKind };
  readonly seat: number;
  readonly validFrom: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | null;
}

interface Dated {
  readonly id: Id;
  readonly validFrom: Temporal.PlainDate;
}

const latestFirst: Keyset<Dated> = {
  list: 'mandates',
  direction: 'desc',
  parts: [{ path: 'mandate.validFrom', kind: 'day', of: ({ validFrom }) => validFrom }, idPart('mandate.id')],
};

/** Who ever held an office or will, whoever begins last first. Two queries. Throws `office.not-found`. */
export async function listOfficeMandates(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & { readonly officeId: Id },
): Promise<Page<MandateView>> {
  const { officeId } = request;
  const office = reader.manager.createQueryBuilder(Office, 'office').where({ id: officeId });
  if (!(await whereInstitutionReached(office, scope, 'office.institutionId').getExists())) {
    throw new DomainError('office.not-found');
  }
  const query = selectMandates(reader).orderBy().where({ officeId });
  const rows = await selectPage(query, latestFirst, request).getRawMany<MandateRow>();
  return mapPage(toPage(rows, latestFirst, request), mandateView);
}

/** Whose mandates, and what of them may be seen. */
export interface MandatesOfPerson extends PageRequest {
  readonly personId: Id;
  readonly people: AuthorizedScope;
  readonly institutions: AuthorizedScope;
}

/**
 * What a person whom the scope reaches held, holds and will hold in institutions that are reached, whatever begins last
 * first. Three queries. Throws `person.not-found`.
 */
export async function listPersonMandates(
  reader: Reader,
  request: MandatesOfPerson,
): Promise<Page<HeldOffice>> {
  const { personId, people, institutions } = request;
  await getPerson(reader, people, personId);
  const query = selectHeld(reader).where('mandate.personId = :personId', { personId });
  whereInstitutionReached(query, institutions, 'office.institutionId');
  const rows = await selectPage(query, latestFirst, request).getRawMany<HeldRow>();
  return mapPage(toPage(rows, latestFirst, request), toHeld);
}

interface HeldRow extends Dated {
  readonly seat: number;
  readonly validUntil: Temporal.PlainDate | null;
  readonly officeId: Id;
  readonly officeName: LocalizedText;
  readonly officeKind: OfficeKind;
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
  readonly institutionKind: InstitutionKind;
}

function selectHeld(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Mandate, 'mandate')
    .innerJoin(Office, 'office', 'office.id = mandate.officeId')
    .innerJoin(Institution, 'institution', 'institution.id = office.institutionId')
    .select('mandate.id', 'id')
    .addSelect('mandate.seat', 'seat')
    .addSelect('mandate.validFrom', 'validFrom')
    .addSelect('mandate.validUntil', 'validUntil')
    .addSelect('office.id', 'officeId')
    .addSelect('office.name', 'officeName')
    .addSelect('office.kind', 'officeKind')
    .addSelect('institution.id', 'institutionId')
    .addSelect('institution.name', 'institutionName')
    .addSelect('institution.kind', 'institutionKind');
}

function toHeld(row: HeldRow): HeldOffice {
  const { id, seat, validFrom, validUntil } = row;
  const office = { id: row.officeId, name: row.officeName, kind: row.officeKind };
  const institution = { id: row.institutionId, name: row.institutionName, kind: row.institutionKind };
  return { id, office, institution, seat, validFrom, validUntil };
}
