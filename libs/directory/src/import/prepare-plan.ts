import type { Actor } from '#access';
import type { Reader, Tx } from '#database';
import type { FileStore } from '#files';
import { DomainError } from '#kernel';
import type { Temporal } from '#kernel';
import { Institution } from '../institution/institution.entity.js';
import { findKnown } from './planning/find-known.js';
import { planImport } from './planning/plan-import.js';
import type { ImportPlan } from './planning/plan.js';
import { readRecords } from './reading/read-records.js';
import type { ImportRun } from './tables/import-run.entity.js';

interface Prepared {
  /** How many rows the file has below its titles. */
  readonly records: number;
  /** What they would do to the directory as the reader sees it. */
  readonly plan: (
    reader: Reader,
    at: { readonly now: Temporal.Instant; readonly lock: Tx | null },
  ) => Promise<ImportPlan>;
}

/** Reads the file of an import; the plan is made afterwards, where the directory is read. Throws as `readSheet`. */
export async function preparePlan(step: {
  readonly files: FileStore;
  readonly reader: Reader;
  readonly run: ImportRun;
  readonly actor: Actor;
}): Promise<Prepared> {
  const { files, run, actor, reader } = step;
  const { kind, institutionId, fileId, mapping } = run;
  if (fileId === null) throw new DomainError('import.done');
  const { bytes } = await files.get(reader, fileId);
  const records = await readRecords(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), mapping);
  return {
    records: records.length,
    plan: async (at, { now, lock }) => {
      const known = await findKnown(at, { kind, institutionId, actor }, records, { lock, now });
      const { zone } = await at.manager.findOneByOrFail(Institution, { id: institutionId });
      return planImport(kind, records, { known, today: now.toZonedDateTimeISO(zone).toPlainDate() });
    },
  };
}
