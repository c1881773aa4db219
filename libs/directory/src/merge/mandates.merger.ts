import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import type { Id, LocalizedText } from '#kernel';
import { lockOffice } from '../office/lock-office.js';
import { Mandate } from '../office/mandate.entity.js';
import { namedEffect, officeItem, PersonMerger } from './person-merger.js';
import type { MergeEffect, MergeItem, MergePair } from './person-merger.js';
import { uniteMandates } from './unite-mandates.rules.js';
import type { HeldMandate } from './unite-mandates.rules.js';

type Row = HeldMandate & {
  readonly personId: Id;
  readonly office: LocalizedText;
  readonly institution: string;
};

/** The offices that two people hold who are one. */
@Injectable()
export class MandatesMerger extends PersonMerger {
  readonly turn = 3;
  readonly moves = ['mandate.person_id'];

  /** Offices that either holds or stands in for, by id: the lock under which mandates and deputies change. */
  override async lock(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    const rows: { id: Id }[] = await tx.manager.query(
      `SELECT office_id AS id FROM mandate WHERE person_id IN ($1, $2)
        UNION SELECT office_id FROM deputy WHERE person_id IN ($1, $2)`,
      [survivorId, otherId],
    );
    for (const id of rows.map((row) => row.id).toSorted()) await lockOffice(tx, id);
  }

  async foresee(reader: Reader, pair: MergePair): Promise<readonly MergeEffect[]> {
    const rows = await findMandates(reader, pair);
    const { shortened, removed } = uniteMandates(rows);
    const gone = new Set(removed.map(({ id }) => id));
    const moved = rows.filter(({ id, personId }) => personId === pair.otherId && !gone.has(id));
    return [
      ...namedEffect('mandates-moved', moved.map(officeItem)),
      ...namedEffect('mandates-shortened', namesOf(rows, shortened)),
      ...namedEffect('mandates-removed', namesOf(rows, removed)),
    ];
  }

  async move(tx: Tx, pair: MergePair): Promise<void> {
    const { shortened, removed } = uniteMandates(await findMandates(tx, pair));
    if (removed.length > 0)
      await tx.manager.delete(
        Mandate,
        removed.map(({ id }) => id),
      );
    for (const { id, validFrom } of shortened) await tx.manager.update(Mandate, { id }, { validFrom });
    await tx.manager.update(Mandate, { personId: pair.otherId }, { personId: pair.survivorId });
  }
}

function findMandates(reader: Reader, { survivorId, otherId }: MergePair): Promise<Row[]> {
  return reader.manager
    .createQueryBuilder(Mandate, 'mandate')
    .innerJoin('Office', 'office', 'office.id = mandate.officeId')
    .innerJoin('Institution', 'institution', 'institution.id = office.institutionId')
    .select('mandate.id', 'id')
    .addSelect('mandate.officeId', 'officeId')
    .addSelect('mandate.personId', 'personId')
    .addSelect('mandate.validFrom', 'validFrom')
    .addSelect('mandate.validUntil', 'validUntil')
    .addSelect('office.name', 'office')
    .addSelect('institution.sortName', 'institution')
    .where('mandate.personId IN (:survivorId, :otherId)', { survivorId, otherId })
    .orderBy('mandate.validFrom')
    .addOrderBy('mandate.id')
    .getRawMany<Row>();
}

function namesOf(rows: readonly Row[], mandates: readonly HeldMandate[]): readonly MergeItem[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return mandates.flatMap(({ id, validFrom }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ ...officeItem(row), on: validFrom }];
  });
}
