import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { DeputiesChanged } from '../directory.facts.js';
import { lockForDeputies } from './deputy-change.js';
import { Deputy } from './deputy.entity.js';
import { findDeputies } from './find-deputies.js';
import type { DeputyView } from './find-deputies.js';

export interface DeputyOrder {
  readonly officeId: Id;
  /** Everybody who is deputy today, in the order in which they are to be asked from today on. */
  readonly deputyIds: readonly Id[];
}

/**
 * Gives the office's deputies of today another order, from today on: who was asked first before stays on record. Holds
 * the office's row lock. Throws `access.denied`, `office.not-found`, and `deputy.order-incomplete` when the order is
 * not of exactly those who are deputies today.
 */
export async function reorderDeputies(tx: Tx, acting: Acting, order: DeputyOrder): Promise<void> {
  const { officeId, deputyIds } = order;
  const { office, today } = await lockForDeputies(tx, acting, officeId);
  const present = (await findDeputies(tx, [{ officeId, day: today }])).get(officeId) ?? [];
  const ordered = deputyIds.flatMap((id) => present.find((deputy) => deputy.id === id) ?? []);
  const isWhole = new Set(deputyIds).size === present.length && ordered.length === present.length;
  if (!isWhole) throw new DomainError('deputy.order-incomplete');
  const ranks = present.map(({ rank }) => rank).toSorted((one, other) => one - other);
  const moved = ordered.flatMap((deputy, index) => {
    const rank = ranks[index] ?? index + 1;
    return rank === deputy.rank ? [] : [{ deputy, rank }];
  });
  if (moved.length === 0) return;
  await refusing(() => write(tx, today, moved));
  await recordChange(tx, acting, {
    action: 'deputy.reorder',
    subjectKind: 'office',
    subjectId: officeId,
    institutionIds: [office.institutionId],
    before: { personIds: present.map(({ person }) => person.id) },
    after: { personIds: ordered.map(({ person }) => person.id) },
    fact: factOf(DeputiesChanged, { officeId }, acting.now),
  });
}

interface Moved {
  readonly deputy: DeputyView;
  readonly rank: number;
}

/** The old ranks end yesterday, or never were if they began today; the new ones begin today. */
async function write(tx: Tx, today: Temporal.PlainDate, moved: readonly Moved[]): Promise<void> {
  const isNew = ({ deputy }: Moved) => deputy.validFrom.equals(today);
  const yesterday = today.subtract({ days: 1 });
  for (const { deputy } of moved.filter(isNew)) await tx.manager.delete(Deputy, { id: deputy.id });
  for (const { deputy } of moved.filter((each) => !isNew(each))) {
    await tx.manager.update(Deputy, { id: deputy.id }, { validUntil: yesterday });
  }
  await insertRows(
    tx,
    Deputy,
    moved.map((each) => {
      const { id, officeId, person, validUntil } = each.deputy;
      const row = { officeId, personId: person.id, validUntil, rank: each.rank };
      return { ...row, id: isNew(each) ? id : newId(), validFrom: today };
    }),
  );
}
