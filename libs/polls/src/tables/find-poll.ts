import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { AuthorizedScope } from '#access';
import type { Reader, Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { PollOption } from './poll-option.entity.js';
import { Poll } from './poll.entity.js';

/**
 * Locks the poll's row until the end of the transaction (FOR NO KEY UPDATE) and returns it: the lock under which people
 * are asked, votes are written and the date is taken. It comes before every meeting's. Throws `poll.not-found`.
 */
export async function lockPoll(tx: Tx, id: Id): Promise<Poll> {
  const poll = await tx.manager
    .createQueryBuilder(Poll, 'poll')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (poll === null) throw new DomainError('poll.not-found');
  return poll;
}

/** The poll, or `poll.not-found`, also for one the scope does not reach. */
export async function getPoll(reader: Reader, scope: AuthorizedScope, id: Id): Promise<Poll> {
  const query = reader.manager.createQueryBuilder(Poll, 'poll').where({ id });
  const poll = await wherePollReached(query, scope).getOne();
  if (poll === null) throw new DomainError('poll.not-found');
  return poll;
}

/** The dates of these polls, by day. One query. */
export async function findOptions(reader: Reader, pollIds: readonly Id[]): Promise<readonly PollOption[]> {
  return reader.manager
    .createQueryBuilder(PollOption, 'option')
    .where('option.pollId = ANY(:pollIds)', { pollIds })
    .orderBy('option.startsLocal')
    .addOrderBy('option.id')
    .getMany();
}

/** Bounds the query to polls (alias `poll`) of institutions that the scope reaches. */
export function wherePollReached<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  scope: AuthorizedScope,
): SelectQueryBuilder<Row> {
  if (scope.everywhere) return query;
  return query.andWhere('poll.institution_id = ANY(:reached)', { reached: scope.institutionIds });
}
