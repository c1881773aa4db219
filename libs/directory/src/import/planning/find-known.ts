import { may } from '#access';
import type { Actor } from '#access';
import type { ImportKind } from '#contracts';
import type { Reader, Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { Institution } from '../../institution/institution.entity.js';
import { Membership } from '../../institution/membership.entity.js';
import { SlugHistory } from '../../institution/slug-history.entity.js';
import { readMandates, selectMandates } from '../../office/find-mandates.js';
import { Office } from '../../office/office.entity.js';
import { groupRows } from '../../group-rows.js';
import { foldName } from '../reading/fold.js';
import type { ImportRecord } from '../reading/record.js';
import { findKnownPeople } from './find-known-people.js';
import { findKnownTags } from './find-known-tags.js';
import { findRisers } from './find-risers.js';
import type { Known, KnownInstitution, KnownOffice } from './known.js';
import { slugWords } from './slug.js';

export interface ImportTarget {
  readonly kind: ImportKind;
  readonly institutionId: Id;
  readonly actor: Actor;
}

/**
 * Everything in the directory that the records may mean, in a number of queries that does not depend on theirs. `lock`
 * holds the rows that may be changed until the transaction ends (FOR NO KEY UPDATE): institutions, offices, then people,
 * each by id, and the tags; then the rights of who might gain by an office.
 */
export async function findKnown(
  reader: Reader,
  target: ImportTarget,
  records: readonly ImportRecord[],
  { lock, now }: { readonly lock: Tx | null; readonly now: Temporal.Instant },
): Promise<Known> {
  const known = await findRows(reader, target, records, lock !== null);
  const { actor } = target;
  return { ...known, ...(await findRisers(reader, { actor, now, records, known, lock })) };
}

async function findRows(
  reader: Reader,
  target: ImportTarget,
  records: readonly ImportRecord[],
  lock: boolean,
): Promise<Omit<Known, 'beyondOwn' | 'risers'>> {
  const { kind, institutionId, actor } = target;
  const memberships = kind === 'members' ? await findMemberships(reader, institutionId) : [];
  const institutions = kind === 'members' ? await findNamed(reader, target, records, lock) : [];
  const offices = kind === 'people' ? await findOffices(reader, institutionId, lock) : [];
  const members = new Set(memberships.map(({ memberId }) => memberId));
  const homes =
    kind === 'people'
      ? [institutionId]
      : institutions.filter(({ id, own }) => own || members.has(id)).map(({ id }) => id);
  const people = await findKnownPeople(reader, { actor, homes, records, lock });
  const subjectIds = [...people, ...institutions].map(({ id }) => id);
  return {
    institutionId,
    memberships,
    institutions,
    offices,
    mayGiveMandates: may(actor, 'mandate.change', { institutionIds: [institutionId] }),
    people,
    ...(await findKnownTags(reader, { actor, institutionId, records, subjectIds, lock })),
    above: kind === 'members' ? await findAbove(reader, institutionId) : new Set(),
    takenSlugs: kind === 'members' ? await findSlugs(reader, records) : new Set(),
  };
}

async function findMemberships(reader: Reader, institutionId: Id): Promise<readonly Membership[]> {
  return reader.manager.find(Membership, { where: { institutionId }, order: { validFrom: 'ASC' } });
}

async function findAbove(reader: Reader, institutionId: Id): Promise<ReadonlySet<Id>> {
  const rows: readonly { readonly id: Id }[] = await reader.manager.query(
    `WITH RECURSIVE above (id) AS (
       SELECT $1::uuid UNION SELECT up.institution_id FROM membership AS up JOIN above ON up.member_id = above.id)
     SELECT id FROM above`,
    [institutionId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Institutions by the names that the records give, in either language. */
async function findNamed(
  reader: Reader,
  { actor, institutionId }: ImportTarget,
  records: readonly ImportRecord[],
  lock: boolean,
): Promise<readonly KnownInstitution[]> {
  const names = [...new Set(records.flatMap(namesIn).map(foldName))];
  const query = reader.manager
    .createQueryBuilder(Institution, 'institution')
    .where(
      `institution.id <> :institutionId AND institution.kind IN ('organisation', 'cluster')
       AND (lower(institution.name ->> 'de') = ANY(:names) OR lower(institution.name ->> 'en') = ANY(:names))`,
      { names, institutionId },
    )
    .orderBy('institution.id');
  if (lock) query.setLock('for_no_key_update');
  return (await query.getMany()).map((found) => ({
    ...found,
    own: may(actor, 'institution.change', { institutionIds: [found.id] }),
  }));
}

/** The offices of the institution and its committees, with all their mandates. */
async function findOffices(
  reader: Reader,
  institutionId: Id,
  lock: boolean,
): Promise<readonly KnownOffice[]> {
  const query = reader.manager
    .createQueryBuilder(Office, 'office')
    .where(
      `office.institutionId = :institutionId OR office.institutionId IN
       (SELECT committee.id FROM institution AS committee WHERE committee.parent_id = :institutionId)`,
      { institutionId },
    )
    .orderBy('office.id');
  if (lock) query.setLock('for_no_key_update');
  const offices = await query.getMany();
  const mandates = await readMandates(
    selectMandates(reader).where('mandate.officeId = ANY(:ids)', { ids: offices.map(({ id }) => id) }),
  );
  const byOffice = groupRows(mandates, ({ officeId }) => officeId);
  return offices.map(({ id, institutionId: placeId, name, kind, seats }) => ({
    id,
    institutionId: placeId,
    name,
    kind,
    seats,
    mandates: byOffice.get(id) ?? [],
  }));
}

async function findSlugs(reader: Reader, records: readonly ImportRecord[]): Promise<ReadonlySet<string>> {
  const slugs = [...new Set(records.flatMap(namesIn).map(slugWords))];
  const where = { kind: 'organisation' } as const;
  const rows: readonly { readonly slug: string }[] = [
    ...(await reader.manager
      .createQueryBuilder(Institution, 'institution')
      .select('institution.slug', 'slug')
      .where(where)
      .andWhere('institution.slug = ANY(:slugs)', { slugs })
      .getRawMany<{ slug: string }>()),
    ...(await reader.manager
      .createQueryBuilder(SlugHistory, 'history')
      .select('history.slug', 'slug')
      .where(where)
      .andWhere('history.slug = ANY(:slugs)', { slugs })
      .getRawMany<{ slug: string }>()),
  ];
  return new Set(rows.map(({ slug }) => slug));
}

function namesIn({ values: { organisation, organisationEn } }: ImportRecord): readonly string[] {
  return [organisation, organisationEn].filter((name) => name !== undefined);
}
