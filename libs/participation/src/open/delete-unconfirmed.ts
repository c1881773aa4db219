import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { Clock } from '#kernel';
import { defineRecurringWork, HandlesDueWork } from '#queue';
import type { DueWorkHandler } from '#queue';

const UnconfirmedDue = defineRecurringWork('open-registration.delete-unconfirmed', { everyHours: 24 });
/** Long enough that asking can be counted over the last hour. */
const KEPT_HOURS = 24;

/** Deletes every day what was never confirmed, and of the rest what counted how often somebody asked. */
@Injectable()
@HandlesDueWork(UnconfirmedDue)
export class DeleteUnconfirmed implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** May run twice. */
  async handle(): Promise<void> {
    const before = this.clock.now().subtract({ hours: KEPT_HOURS });
    await this.unitOfWork.run(async ({ manager }) => {
      await manager.query(`DELETE FROM open_registration WHERE state = 'expired' AND expires_at < $1`, [
        before,
      ]);
      await manager.query(
        `UPDATE open_registration SET address_hash = NULL, client_hash = NULL
          WHERE state = 'confirmed' AND expires_at < $1 AND client_hash IS NOT NULL`,
        [before],
      );
    });
  }
}
