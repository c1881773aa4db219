import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';
import { groupRows } from '../group-rows.js';
import type { OfficeOnDay } from '../office/office-on-day.js';
import { isInForce } from '../period.sql.js';
import { Person } from '../person/person.entity.js';
import type { PersonName } from '../person/person-name.js';
import { Deputy } from './deputy.entity.js';

/** Somebody who stands in for an office, with the name. */
export interface DeputyView extends Pick<Deputy, 'id' | 'officeId' | 'rank' | 'validFrom' | 'validUntil'> {
  readonly person: PersonName & { readonly id: Id };
}

type Row = Omit<DeputyView, 'person'> & DeputyView['person'] & { readonly personId: Id };

/** Who stands in for each office on its day, first rank first, in one query; offices without deputies are missing. */
export async function findDeputies(
  reader: Reader,
  asked: readonly OfficeOnDay[],
): Promise<ReadonlyMap<Id, readonly DeputyView[]>> {
  if (asked.length === 0) return new Map();
  const rows = await selectDeputies(reader)
    .innerJoin(
      '(SELECT unnest(CAST(:officeIds AS uuid[])) AS office_id, unnest(CAST(:days AS date[])) AS day)',
      'asked',
      `asked.office_id = deputy.officeId AND ${isInForce('deputy', 'asked.day')}`,
      { officeIds: asked.map(({ officeId }) => officeId), days: asked.map(({ day }) => day) },
    )
    .getRawMany<Row>();
  return groupRows(rows.map(toView), (deputy) => deputy.officeId);
}

/** The office's deputies from the day on, those to come too, first rank first. */
export async function findDeputiesFrom(
  reader: Reader,
  officeId: Id,
  day: Temporal.PlainDate,
): Promise<readonly DeputyView[]> {
  const rows = await selectDeputies(reader)
    .where('deputy.officeId = :officeId', { officeId })
    .andWhere('(deputy.validUntil IS NULL OR deputy.validUntil >= :day)', { day })
    .getRawMany<Row>();
  return rows.map(toView);
}

function selectDeputies(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Deputy, 'deputy')
    .innerJoin(Person, 'person', 'person.id = deputy.personId')
    .select('deputy.id', 'id')
    .addSelect('deputy.officeId', 'officeId')
    .addSelect('deputy.personId', 'personId')
    .addSelect('deputy.rank', 'rank')
    .addSelect('deputy.validFrom', 'validFrom')
    .addSelect('deputy.validUntil', 'validUntil')
    .addSelect('person.academicTitle', 'academicTitle')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .orderBy('deputy.officeId')
    .addOrderBy('deputy.rank')
    .addOrderBy('deputy.validFrom');
}

function toView({ id, officeId, personId, rank, validFrom, validUntil, ...name }: Row): DeputyView {
  return { id, officeId, rank, validFrom, validUntil, person: { ...name, id: personId } };
}
