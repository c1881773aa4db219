import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { FileStore } from '#files';
import { Clock } from '#kernel';
import { defineRecurringWork, HandlesDueWork } from '#queue';
import type { DueWorkHandler, DueWorkRun } from '#queue';
import { CheckImport } from './check-import.js';
import { ConfirmImport } from './confirm-import.js';
import { deleteOldImports } from './delete-old-imports.js';
import { ImportCheckDue, ImportWriteDue } from './import-operation.js';

/** Does dry runs; its row brings one back after a crash. */
@Injectable()
@HandlesDueWork(ImportCheckDue)
export class ImportCheckWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly checks: CheckImport) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.checks.work(subjectId);
  }
}

/** Writes confirmed imports; its row brings one back after a crash. */
@Injectable()
@HandlesDueWork(ImportWriteDue)
export class ImportWriteWork implements DueWorkHandler<Record<never, never>> {
  constructor(private readonly confirmed: ConfirmImport) {}

  async handle({ subjectId }: DueWorkRun<Record<never, never>>): Promise<void> {
    await this.confirmed.work(subjectId);
  }
}

const OldImportsDue = defineRecurringWork('import.delete-old', { everyHours: 24 });

/** Deletes every day the imports of two weeks ago, with their files and rows. */
@Injectable()
@HandlesDueWork(OldImportsDue)
export class DeleteOldImportsWork implements DueWorkHandler<Record<never, never>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  async handle(): Promise<void> {
    await this.unitOfWork.run((tx) => deleteOldImports(tx, this.files, this.clock.now()));
  }
}
