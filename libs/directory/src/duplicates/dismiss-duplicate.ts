import { may, scopeOf } from '#access';
import { writeAudit } from '#audit';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Acting } from '../acting.js';
import { getPerson } from '../person/list-people.js';
import { homesOf, placeOfHome } from '../rights/person-home.js';
import { Duplicate } from './duplicate.entity.js';

/**
 * Remembers that two people are two, so that nobody is asked again. Whoever may merge one of the two may say so; saying
 * it again changes nothing. Throws `duplicate.not-found`, also when one of them is not reached, and `access.denied`.
 */
export async function dismissDuplicate(tx: Tx, { actor, now }: Acting, id: Id): Promise<void> {
  const duplicate = await tx.manager
    .createQueryBuilder(Duplicate, 'duplicate')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (duplicate === null) throw new DomainError('duplicate.not-found');
  const { firstId, secondId, state } = duplicate;
  const scope = scopeOf(actor, 'person.read');
  const people = [await getPerson(tx, scope, firstId), await getPerson(tx, scope, secondId)];
  if (!people.some((one) => may(actor, 'person.merge', placeOfHome(one.homeInstitutionId)))) {
    throw new DomainError('access.denied');
  }
  if (state === 'dismissed') return;
  await tx.manager.update(Duplicate, { id }, { state: 'dismissed', dismissedAt: now });
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'duplicate.dismiss',
      subjectKind: 'person',
      subjectId: firstId,
      institutionIds: people.flatMap(homesOf),
      after: { secondId },
      requestId: actor.requestId,
    },
  ]);
}
