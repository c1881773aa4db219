import type { Tx } from '#database';
import { DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { refusing } from '../constraint-refusals.js';
import { DeputiesChanged } from '../directory.facts.js';
import { checkPeriod } from '../period.rules.js';
import { lockForDeputies } from './deputy-change.js';
import { Deputy } from './deputy.entity.js';

export interface DeputyEnd {
  readonly id: Id;
  readonly lastDay: Temporal.PlainDate;
}

/**
 * Makes a day the last one on which somebody is deputy; the same day again changes nothing. Holds the office's row
 * lock. Throws `access.denied`, `deputy.not-found`, and `period.not-in-order` for a day before the first one.
 */
export async function endDeputy(tx: Tx, acting: Acting, { id, lastDay }: DeputyEnd): Promise<void> {
  const found = await tx.manager.findOneBy(Deputy, { id });
  if (found === null) throw new DomainError('deputy.not-found');
  const { office } = await lockForDeputies(tx, acting, found.officeId);
  const deputy = await tx.manager.findOneByOrFail(Deputy, { id });
  checkPeriod({ validFrom: deputy.validFrom, validUntil: lastDay });
  if (deputy.validUntil?.equals(lastDay) === true) return;
  await refusing(() => tx.manager.update(Deputy, { id }, { validUntil: lastDay }));
  await recordChange(tx, acting, {
    action: 'deputy.end',
    subjectKind: 'office',
    subjectId: deputy.officeId,
    institutionIds: [office.institutionId],
    before: { personId: deputy.personId, validUntil: deputy.validUntil },
    after: { personId: deputy.personId, validUntil: lastDay },
    fact: factOf(DeputiesChanged, { officeId: deputy.officeId }, acting.now),
  });
}
