import { Injectable, Logger } from '@nestjs/common';
import { tzVersion } from '#calendar';
import { UnitOfWork } from '#database';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { confirmInstants, haveInstantsMoved, listOldInstants } from '#meetings';
import type { OldInstants } from '#meetings';
import { moveInstants } from './move-instants.js';

const MEETINGS_AT_A_TIME = 500;
const BEFORE_ALL_IDS = '00000000-0000-0000-0000-000000000000';

/** What became of the meetings whose instants were of other zone data. */
export interface DerivedInstants {
  /** At the same instants as before. */
  readonly stayed: readonly Id[];
  readonly moved: readonly Id[];
  /** Their wall clocks make no span any more: left as they were, until a host changes them. */
  readonly refused: readonly Id[];
}

/** Follows the zone data: people agreed on wall clocks, and which instants those are is the law's to change. */
@Injectable()
export class DeriveInstants {
  private readonly logger = new Logger(DeriveInstants.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Derives the instants of meetings that are not over anew where they come from other zone data than this process's.
   * Each that moves is a transaction under its row lock (`moveInstants`). May run twice and beside itself: whoever
   * comes second finds the version of the zone data written.
   */
  async derive(): Promise<DerivedInstants> {
    const done = { stayed: [] as Id[], moved: [] as Id[], refused: [] as Id[] };
    let after: Id | undefined = BEFORE_ALL_IDS;
    while (after !== undefined) after = await this.derivePage(after, done);
    const { stayed, moved, refused } = done;
    if (stayed.length + moved.length > 0)
      this.logger.log({ msg: 'zone data followed', zoneData: tzVersion(), stayed: stayed.length, moved });
    if (refused.length > 0) this.logger.warn({ msg: 'zone data leave meetings no time', refused });
    return done;
  }

  /** Returns the last id of a full page. */
  private async derivePage(
    after: Id,
    done: Readonly<Record<keyof DerivedInstants, Id[]>>,
  ): Promise<Id | undefined> {
    const page = { now: this.clock.now(), after, limit: MEETINGS_AT_A_TIME };
    const meetings = await listOldInstants(this.unitOfWork.reader, page);
    const right: OldInstants[] = [];
    for (const meeting of meetings) {
      const outcome = outcomeOf(meeting);
      if (outcome === 'stayed') right.push(meeting);
      if (outcome === 'moved' && !(await this.unitOfWork.run((tx) => moveInstants(tx, meeting.id, page.now))))
        continue;
      done[outcome].push(meeting.id);
    }
    await this.unitOfWork.run((tx) => confirmInstants(tx, right));
    return meetings.length < MEETINGS_AT_A_TIME ? undefined : meetings.at(-1)?.id;
  }
}

function outcomeOf(meeting: OldInstants): keyof DerivedInstants {
  try {
    return haveInstantsMoved(meeting) ? 'moved' : 'stayed';
  } catch (error) {
    if (error instanceof DomainError) return 'refused';
    throw error;
  }
}
