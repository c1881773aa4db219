import type { Reader } from '#database';
import { findPeople } from '#directory';
import type { PersonName } from '#directory';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { Handover } from '../tables/handover.entity.js';

type Named = { readonly id: Id; readonly name: LocalizedText };

/** A handover with the names of everybody in it. */
export interface HandoverView extends Pick<Handover, 'id' | 'lastDay' | 'firstDay' | 'startedAt'> {
  readonly office: Named;
  readonly institution: Named;
  readonly predecessor: (PersonName & { readonly id: Id }) | null;
  readonly successor: (PersonName & { readonly id: Id }) | null;
}

/** What a handover is listed by and shown with. */
export interface HandoverRow {
  readonly id: Id;
  readonly lastDay: Temporal.PlainDate;
  readonly firstDay: Temporal.PlainDate;
  readonly startedAt: Temporal.Instant;
  readonly officeId: Id;
  readonly officeName: LocalizedText;
  readonly institutionId: Id;
  readonly institutionName: LocalizedText;
  readonly predecessorId: Id;
  readonly successorId: Id | null;
}

/** A query of handovers (alias `handover`) with what they name; rows are `HandoverRow`s. */
export function selectHandovers(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Handover, 'handover')
    .innerJoin('office', 'office', 'office.id = handover.officeId')
    .innerJoin('institution', 'institution', 'institution.id = office.institution_id')
    .innerJoin('mandate', 'ended', 'ended.id = handover.endedMandateId')
    .leftJoin('mandate', 'begun', 'begun.id = handover.begunMandateId')
    .select('handover.id', 'id')
    .addSelect('handover.lastDay', 'lastDay')
    .addSelect('handover.firstDay', 'firstDay')
    .addSelect('handover.startedAt', 'startedAt')
    .addSelect('office.id', 'officeId')
    .addSelect('office.name', 'officeName')
    .addSelect('institution.id', 'institutionId')
    .addSelect('institution.name', 'institutionName')
    .addSelect('ended.person_id', 'predecessorId')
    .addSelect('begun.person_id', 'successorId');
}

/** Adds the people's names. */
export async function viewHandovers(
  reader: Reader,
  rows: readonly HandoverRow[],
): Promise<readonly HandoverView[]> {
  const people = await findPeople(
    reader,
    rows.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId ?? []].flat()),
  );
  return rows.map(({ id, lastDay, firstDay, startedAt, ...row }) => ({
    id,
    lastDay,
    firstDay,
    startedAt,
    office: { id: row.officeId, name: row.officeName },
    institution: { id: row.institutionId, name: row.institutionName },
    predecessor: people.get(row.predecessorId) ?? null,
    successor: people.get(row.successorId ?? '') ?? null,
  }));
}
