import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '#database';
import { countedEffect, PersonMerger } from '#directory';
import type { MergeEffect, MergePair } from '#directory';
import type { Id } from '#kernel';
import { moveThreads } from '#mail';
import { lockPoll } from './tables/find-poll.js';
import { Poll } from './tables/poll.entity.js';

interface SharedPoll {
  readonly lost: Id;
  readonly kept: Id;
}

/** Polls that ask, name as the person to ask, or have in their audience one of two people who are one. */
@Injectable()
export class PollsMerger extends PersonMerger {
  readonly turn = 0;
  readonly moves = ['poll.organiser_id', 'poll_participant.person_id'];

  /** The polls of the one who goes, by id: whoever takes a date or votes holds them. */
  override async lock(tx: Tx, { otherId }: MergePair): Promise<void> {
    const polls: { id: Id }[] = await tx.manager.query(
      `SELECT id FROM poll
        WHERE organiser_id = $1 OR id IN (SELECT poll_id FROM poll_participant WHERE person_id = $1)
        ORDER BY id`,
      [otherId],
    );
    for (const { id } of polls) await lockPoll(tx, id);
  }

  async foresee(reader: Reader, { otherId }: MergePair): Promise<readonly MergeEffect[]> {
    return countedEffect('organised', await reader.manager.countBy(Poll, { organiserId: otherId }));
  }

  async move(tx: Tx, { survivorId, otherId }: MergePair): Promise<void> {
    const pair = [survivorId, otherId];
    await unite(tx, await findShared(tx, pair));
    await tx.manager.query('UPDATE poll_participant SET person_id = $1 WHERE person_id = $2', pair);
    await tx.manager.query('UPDATE poll SET organiser_id = $1 WHERE organiser_id = $2', pair);
    await tx.manager.query(
      `UPDATE poll SET audience_rule = replace(audience_rule::text, $2, $1)::jsonb
        WHERE audience_rule::text LIKE '%' || $2 || '%'`,
      pair,
    );
  }
}

/** Which participant goes (`$1`), and which one stays in their place (`$2`). */
const UNITED = 'unnest($1::uuid[], $2::uuid[]) AS united (lost, kept)';
/** The pairs in which the one who goes voted later. */
const LATER = `${UNITED}
    JOIN poll_participant AS gone ON gone.id = united.lost
    JOIN poll_participant AS stays ON stays.id = united.kept
     AND gone.answered_at IS NOT NULL AND (stays.answered_at IS NULL OR stays.answered_at < gone.answered_at)`;

/** Where both were asked: the survivor's stays. */
async function findShared(tx: Tx, pair: readonly Id[]): Promise<readonly SharedPoll[]> {
  return tx.manager.query(
    `SELECT gone.id AS lost, kept.id AS kept
       FROM poll_participant AS gone JOIN poll_participant AS kept ON kept.poll_id = gone.poll_id
      WHERE kept.person_id = $1 AND gone.person_id = $2`,
    [...pair],
  );
}

/** The later vote counts, each reason once, and both links open what is left. */
async function unite(tx: Tx, shared: readonly SharedPoll[]): Promise<void> {
  if (shared.length === 0) return;
  const pairs = [shared.map(({ lost }) => lost), shared.map(({ kept }) => kept)];
  await moveThreads(tx, new Map(shared.map(({ lost, kept }) => [lost, kept])));
  await keepLaterVotes(tx, pairs);
  await tx.manager.query(
    `UPDATE poll_reason AS reason SET participant_id = united.kept FROM ${UNITED}
      WHERE reason.participant_id = united.lost
        AND NOT EXISTS (SELECT FROM poll_reason AS same
                         WHERE same.participant_id = united.kept AND same.reason_key = reason.reason_key)`,
    pairs,
  );
  await tx.manager.query(
    `UPDATE former_poll_participant SET participant_id = united.kept FROM ${UNITED} WHERE participant_id = united.lost`,
    pairs,
  );
  await tx.manager.query(
    `INSERT INTO former_poll_participant (id, participant_id, token_hash)
     SELECT united.lost, united.kept, gone.token_hash
       FROM ${UNITED} JOIN poll_participant AS gone ON gone.id = united.lost`,
    pairs,
  );
  await tx.manager.query('DELETE FROM poll_participant WHERE id = ANY($1)', [pairs[0]]);
}

async function keepLaterVotes(tx: Tx, pairs: Id[][]): Promise<void> {
  await tx.manager.query(
    `DELETE FROM poll_vote WHERE participant_id IN (SELECT united.kept FROM ${LATER})`,
    pairs,
  );
  await tx.manager.query(
    `UPDATE poll_vote AS vote SET participant_id = united.kept FROM ${LATER} WHERE vote.participant_id = united.lost`,
    pairs,
  );
  await tx.manager.query(
    `UPDATE poll_participant AS participant SET answered_at = gone.answered_at, note = gone.note
       FROM ${LATER} WHERE participant.id = united.kept`,
    pairs,
  );
}
