import { Injectable } from '@nestjs/common';
import { assertMay } from '#access';
import type { Actor } from '#access';
import type { SeriesInput } from '#contracts';
import { insertRows, UnitOfWork, violatedConstraint } from '#database';
import type { Tx } from '#database';
import { Clock, DomainError, newId } from '#kernel';
import type { Temporal } from '#kernel';
import { assertMayNameOrganiser } from '#meetings';
import { assertAskable } from '#participation';
import { Series } from '../tables/series.entity.js';
import { auditSeries } from './audit-series.js';
import { loggedFace } from './logged-series.js';
import { columnsOf, slugOf, usualHostDays } from './series-values.js';
import type { HostDays } from './series-values.js';

/** Adds a series as a draft: nothing is made of its dates before it is started. */
@Injectable()
export class CreateSeries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws what the rule breaks (`series.rule-…`), `series.unknown-placeholder`, `meeting.unknown-organiser`, the fields
   * of an audience that refers to nothing, or `series.unknown-institution`.
   */
  async create(actor: Actor, input: SeriesInput): Promise<Series> {
    assertMay(actor, 'meeting.create', { institutionIds: [input.institutionId] });
    const now = this.clock.now();
    try {
      return await this.unitOfWork.run(async (tx) => {
        await assertNamed(tx, actor, input);
        return insertSeries(tx, actor, { input, now });
      });
    } catch (error) {
      throw unknownReference(error);
    }
  }
}

/** Writes a draft with its audit entry, in the caller's transaction. */
export async function insertSeries(
  tx: Tx,
  actor: Actor,
  {
    input,
    hostDays = usualHostDays,
    now,
  }: { input: SeriesInput; hostDays?: HostDays; now: Temporal.Instant },
): Promise<Series> {
  const id = newId();
  const series = Object.assign(new Series(), columnsOf(input), hostDays, {
    id,
    slug: slugOf({ id, name: input.name }),
    state: 'draft' as const,
    endsOn: null,
    version: 1,
    createdAt: now,
    changedAt: now,
  });
  await insertRows(tx, Series, [series]);
  await auditSeries(tx, series, { action: 'create', actor, now, after: loggedFace(input) });
  return series;
}

/** Refuses an organiser or an audience out of the actor's reach. */
export async function assertNamed(
  tx: Tx,
  actor: Actor,
  { template, asking }: Pick<SeriesInput, 'template' | 'asking'>,
): Promise<void> {
  await assertMayNameOrganiser(tx, actor, template.organiserId);
  if (asking !== null) await assertAskable(tx, actor, asking.audience, '/asking/audience');
}

/** A broken foreign key as the refusal it is; every other error as it was. */
export function unknownReference(error: unknown): unknown {
  return violatedConstraint(error)?.startsWith('fk_') === true
    ? new DomainError('meeting.unknown-institution')
    : error;
}
