import { Injectable } from '@nestjs/common';
import { scopeOf } from '#access';
import type { Actor } from '#access';
import type { ImportRowState } from '#contracts';
import { insertRows, UnitOfWork } from '#database';
import type { Tx } from '#database';
import { FileStore } from '#files';
import { Clock, DomainError } from '#kernel';
import type { Id } from '#kernel';
import { endOperation } from '#queue';
import { PlanFingerprint } from './fingerprint.js';
import { inParts } from './in-parts.js';
import { findStep, ImportCheckDue, orderStep } from './import-operation.js';
import { findRun, lockRun } from './import-view.js';
import { preparePlan } from './prepare-plan.js';
import { checkMapping } from './reading/check-mapping.js';
import { signatureOf } from './reading/mapping.js';
import type { Mapping } from './reading/mapping.js';
import type { ImportPlan } from './planning/plan.js';
import { assertMayImport } from './start-import.js';
import { ImportMapping } from './tables/import-mapping.entity.js';
import { ImportRow } from './tables/import-row.entity.js';
import { ImportRun } from './tables/import-run.entity.js';

const READ = 0.4;
const ROWS_AT_ONCE = 1000;

/** The dry run: what each row of the file would do, kept to be looked at. Writes nothing into the directory. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks for a dry run with this mapping, which is remembered for files with the same titles, and returns the
   * operation's id. Throws `import.not-found`, `access.denied`, `import.under-way`, `import.done` and the refusals of
   * `checkMapping`.
   */
  async ask(actor: Actor, id: Id, wanted: Mapping): Promise<Id> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      await lockRun(tx, id);
      const run = await findRun(tx, scopeOf(actor, 'directory.import'), id);
      assertMayImport(actor, run.kind, run.institutionId);
      assertOpen(run);
      const mapping = checkMapping(run.kind, run.columns.length, wanted);
      const order = { importId: id, actor, leaveOutWrong: false };
      const operationId = await orderStep(tx, run, { due: ImportCheckDue, order, now });
      await tx.manager.update(ImportRun, { id }, { mapping, operationId, state: 'checking', ...unchecked });
      const titles = run.columns.map(({ title }) => title);
      const signature = signatureOf(run.kind, titles);
      await tx.manager.upsert(
        ImportMapping,
        { institutionId: run.institutionId, signature, mapping, changedAt: now },
        ['institutionId', 'signature'],
      );
      return operationId;
    });
  }

  /** Does it. May run twice and at once: only whoever still finds it unfinished keeps what was found. */
  async work(operationId: Id): Promise<void> {
    const { reader } = this.unitOfWork;
    const step = await findStep(this.unitOfWork, operationId);
    if (step === null) return;
    const { actor, run, progress } = step;
    try {
      const { records, plan } = await preparePlan({ files: this.files, reader, run, actor });
      await progress(READ);
      const found = await plan(reader, { now: this.clock.now(), lock: null });
      const onKept = (share: number) => progress(READ + (1 - READ) * share);
      await this.unitOfWork.run((tx) => this.keep(tx, { operationId, run, found, rows: records, onKept }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.fail(operationId, run.id, error.code);
    }
  }

  /** Ends a step that cannot be done; the import waits for another dry run. */
  async fail(operationId: Id, importId: Id, errorCode: string): Promise<void> {
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await tx.manager.update(ImportRun, { id: importId, operationId }, { state: 'mapping', ...unchecked });
      await endOperation(tx, operationId, { errorCode, at });
    });
  }

  private async keep(
    tx: Tx,
    step: {
      readonly operationId: Id;
      readonly run: ImportRun;
      readonly found: ImportPlan;
      readonly rows: number;
      readonly onKept: (share: number) => Promise<void>;
    },
  ): Promise<void> {
    const { operationId, rows } = step;
    const { id } = step.run;
    const present = await lockRun(tx, id);
    if (present?.operationId !== operationId || present.state !== 'checking') return;
    await tx.manager.delete(ImportRow, { importId: id });
    const { counts, fingerprint } = await this.keepRows(tx, step);
    await tx.manager.update(ImportRun, { id }, { state: 'checked', counts, fingerprint, rows });
    await endOperation(tx, operationId, { result: { ...counts }, at: this.clock.now() });
  }

  private async keepRows(
    tx: Tx,
    {
      run: { id: importId },
      found: { rows: planned, writes },
      rows,
      onKept,
    }: Parameters<CheckImport['keep']>[1],
  ): Promise<{ counts: Record<ImportRowState, number>; fingerprint: string }> {
    const counts = { new: 0, changed: 0, unchanged: 0, linked: 0, wrong: 0 };
    const fingerprint = new PlanFingerprint();
    let kept = 0;
    for (const part of inParts(planned, ROWS_AT_ONCE)) {
      for (const row of part) {
        counts[row.state] += 1;
        fingerprint.add(row);
      }
      await insertRows(
        tx,
        ImportRow,
        part.map((row) => ({ ...row, importId })),
      );
      // A dry run writes none; who is new is needed for the fingerprint.
      writes.addresses.length = 0;
      kept += part.length;
      await onKept(kept / rows);
    }
    return { counts, fingerprint: fingerprint.end(writes) };
  }
}

/** What a run loses when its dry run no longer counts. */
const unchecked = { counts: null, fingerprint: null } as const;

/** Refuses with `import.done` or `import.under-way`. */
function assertOpen({ state }: ImportRun): void {
  if (state === 'done') throw new DomainError('import.done');
  if (state === 'checking' || state === 'writing') throw new DomainError('import.under-way');
}
