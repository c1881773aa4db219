import { Injectable } from '@nestjs/common';
import { systemActor } from '#access';
import { writeAudit } from '#audit';
import type { VoteValue } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import { isOpen } from '../rules/is-open.js';
import { findOptions, lockPoll } from '../tables/find-poll.js';
import { PollParticipant } from '../tables/poll-participant.entity.js';
import { PollVote } from '../tables/poll-vote.entity.js';

export interface VoteCommand {
  readonly participantId: Id;
  /** By option. */
  readonly votes: Readonly<Record<Id, VoteValue>>;
  readonly note: string | null;
  readonly requestId: string;
}

/** What became of a vote; that it comes too late or says nothing to a date is to be expected. */
export type VoteOutcome =
  { readonly outcome: 'saved' } | { readonly outcome: 'refused'; readonly code: VoteRefusal };
export type VoteRefusal = 'poll.not-open' | 'poll.vote-missing' | 'poll.option-unknown';

/** Takes a participant's vote; a later one replaces it. */
@Injectable()
export class Vote {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Writes the votes under the poll's lock, so that none comes in while a date is taken. The same again changes nothing. */
  async vote(command: VoteCommand): Promise<VoteOutcome> {
    return this.unitOfWork.run((tx) => voteIn(tx, command, this.clock.now()));
  }
}

/** As `Vote.vote`, in the caller's transaction. Throws `poll.not-found`. */
async function voteIn(tx: Tx, command: VoteCommand, now: Temporal.Instant): Promise<VoteOutcome> {
  const { participantId, votes } = command;
  const named = await tx.manager.findOneBy(PollParticipant, { id: participantId });
  if (named === null) throw new DomainError('poll.not-found');
  const poll = await lockPoll(tx, named.pollId);
  if (!isOpen(poll, now)) return refused('poll.not-open');
  const options = await findOptions(tx, [poll.id]);
  const known = new Set(options.map(({ id }) => id));
  if (Object.keys(votes).some((id) => !known.has(id))) return refused('poll.option-unknown');
  const rows = options.flatMap(({ id: optionId }): PollVote[] => {
    const value = votes[optionId];
    return value === undefined ? [] : [{ participantId, optionId, value }];
  });
  if (rows.length < options.length) return refused('poll.vote-missing');
  await replaceVotes(tx, command, rows, now);
  const { institutionId } = poll;
  await writeAudit(tx, [
    { ...trace(command), at: now, institutionIds: [institutionId], after: { pollId: poll.id, votes } },
  ]);
  return { outcome: 'saved' };
}

async function replaceVotes(
  tx: Tx,
  { participantId, note }: VoteCommand,
  rows: readonly PollVote[],
  now: Temporal.Instant,
): Promise<void> {
  await tx.manager.delete(PollVote, { participantId });
  await insertRows(tx, PollVote, rows);
  await tx.manager.update(PollParticipant, { id: participantId }, { answeredAt: now, note });
}

function refused(code: VoteRefusal): VoteOutcome {
  return { outcome: 'refused', code };
}

function trace({ participantId, requestId }: VoteCommand) {
  return {
    actorPersonId: null,
    channel: 'web' as const,
    action: 'poll.vote' as const,
    subjectKind: 'poll-participant',
    subjectId: participantId,
    requestId: requestId || systemActor().requestId,
  };
}
