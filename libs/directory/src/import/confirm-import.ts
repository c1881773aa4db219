import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import { UnitOfWork } from '#database';
import type { Tx } from '#database';
import { FileStore } from '#files';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { endOperation } from '#queue';
import { lockMemberships } from '../institution/check-membership.js';
import { CheckImport } from './check-import.js';
import { PlanFingerprint } from './fingerprint.js';
import { importOwner } from './import-file.js';
import { findStep, ImportWriteDue, orderStep } from './import-operation.js';
import { findRun, lockRun } from './import-view.js';
import { preparePlan } from './prepare-plan.js';
import { assertMayImport } from './start-import.js';
import { ImportRun } from './tables/import-run.entity.js';
import { writeImport } from './writing/write-import.js';

const READ = 0.2;
const PLANNED = 0.4;

/** Writes what a dry run has shown: all of it in one transaction, or nothing. */
@Injectable()
export class ConfirmImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly checks: CheckImport,
  ) {}

  /**
   * Asks for it and returns the operation's id. Throws `import.not-found`, `access.denied`, `import.not-checked` without
   * a dry run, and `import.has-wrong-rows` unless those are to be left out.
   */
  async ask(actor: Actor, id: Id, { leaveOutWrong }: { leaveOutWrong: boolean }): Promise<Id> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      await lockRun(tx, id);
      const run = await findRun(tx, scopeOf(actor, 'directory.import'), id);
      assertMayImport(actor, run.kind, run.institutionId);
      if (run.state !== 'checked') throw new DomainError('import.not-checked');
      const wrong = run.counts?.wrong ?? 0;
      if (wrong > 0 && !leaveOutWrong) throw new DomainError('import.has-wrong-rows', { count: wrong });
      const order = { importId: id, actor, leaveOutWrong };
      const operationId = await orderStep(tx, run, { due: ImportWriteDue, order, now });
      await tx.manager.update(ImportRun, { id }, { state: 'writing', operationId });
      return operationId;
    });
  }

  /**
   * Does it. May run twice: the second time finds it done. When the directory has changed since the dry run in
   * anything that the import touches, it ends with `import.changed-meanwhile` and nothing is written.
   */
  async work(operationId: Id): Promise<void> {
    const { reader } = this.unitOfWork;
    const step = await findStep(this.unitOfWork, operationId);
    if (step === null) return;
    const { actor, run, progress } = step;
    try {
      const { plan } = await preparePlan({ files: this.files, reader, run, actor });
      await progress(READ);
      await this.unitOfWork.run((tx) => this.write(tx, { operationId, run, actor, plan, progress }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.checks.fail(operationId, run.id, error.code);
    }
  }

  private async write(
    tx: Tx,
    step: {
      readonly operationId: Id;
      readonly run: ImportRun;
      readonly actor: Actor;
      readonly plan: Awaited<ReturnType<typeof preparePlan>>['plan'];
      readonly progress: (share: number) => Promise<void>;
    },
  ): Promise<void> {
    const { operationId, run, actor, progress } = step;
    const now = this.clock.now();
    const present = await lockRun(tx, run.id);
    if (present?.operationId !== operationId || present.state !== 'writing') return;
    await takeTurns(tx);
    await lockMemberships(tx);
    const plan = await step.plan(tx, { now, lock: tx });
    const fingerprint = new PlanFingerprint();
    for (const row of plan.rows) fingerprint.add(row);
    if (fingerprint.end(plan.writes) !== present.fingerprint)
      throw new DomainError('import.changed-meanwhile');
    await progress(PLANNED);
    const onWritten = (share: number) => progress(PLANNED + (1 - PLANNED) * share);
    await writeImport(tx, { actor, now }, { writes: plan.writes, within: run.institutionId, onWritten });
    await tx.manager.update(ImportRun, { id: run.id }, { state: 'done', fileId: null });
    if (run.fileId !== null) await this.files.release(tx, run.fileId, importOwner(run.id));
    await endOperation(tx, operationId, { result: { ...present.counts }, at: now });
  }
}

/** One import is written at a time, so that the second of two with the same people finds those of the first. */
async function takeTurns(tx: Tx): Promise<void> {
  await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtext('directory import'))`);
}
