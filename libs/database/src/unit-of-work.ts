import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { isRetryable } from './sql-state.js';

/** Where queries read from: the pool, or a transaction that is under way. */
export interface Reader {
  readonly manager: EntityManager;
}

/**
 * A transaction under way. Whatever reads or writes as part of a change takes it as its first parameter, so that
 * forgetting it does not compile.
 */
export interface Tx extends Reader {
  /**
   * Runs after the commit, never after a rollback. Only for hints that may be lost (waking a worker): what must
   * happen is a row. A failure is logged and changes nothing.
   */
  afterCommit(hint: () => void | Promise<void>): void;
}

const ATTEMPTS = 4;

/** The one way into a transaction. */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);

  /** For queries outside a transaction. */
  readonly reader: Reader;

  constructor(private readonly dataSource: DataSource) {
    this.reader = { manager: dataSource.manager };
  }

  /**
   * Runs `work` in a READ COMMITTED transaction and returns its result after the commit. A serialization failure, a
   * deadlock (40001, 40P01) or a partition made meanwhile runs `work` again in a new transaction, at most four times in
   * all, so `work` may run several times and must keep its effects in the database.
   */
  async run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const hints: (() => void | Promise<void>)[] = [];
      try {
        const result = await this.dataSource.transaction((manager) =>
          work({ manager, afterCommit: (hint) => hints.push(hint) }),
        );
        await this.give(hints);
        return result;
      } catch (error) {
        if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  }

  private async give(hints: readonly (() => void | Promise<void>)[]): Promise<void> {
    for (const hint of hints) {
      try {
        await hint();
      } catch (error) {
        this.logger.warn(error, 'a hint after the commit failed');
      }
    }
  }
}
