import type { AuthorizedScope } from '#access';
import { mapPage, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader, Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import type { ImportField, ImportRowState } from '#contracts';
import { Institution } from '../institution/institution.entity.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import type { RowProblem } from './reading/record.js';
import { ImportRow } from './tables/import-row.entity.js';
import { ImportRun } from './tables/import-run.entity.js';

/** An import as it is shown. */
export interface ImportView extends Omit<
  ImportRun,
  'fileId' | 'fingerprint' | 'institutionId' | 'createdBy'
> {
  readonly institution: { readonly id: Id; readonly name: LocalizedText };
}

const byRow: Keyset<ImportRow> = {
  list: 'import-rows',
  parts: [{ path: 'row.row', kind: 'integer', of: ({ row }) => row }],
};

/** A row of the dry run; its problems name the column of the file as well. */
export interface ImportRowView extends Omit<ImportRow, 'problems'> {
  readonly problems: readonly (RowProblem & { readonly column: string | null })[];
}

/** Throws `import.not-found`, also for one the scope does not reach. Two queries. */
export async function getImport(reader: Reader, scope: AuthorizedScope, id: Id): Promise<ImportView> {
  const {
    fileId: _,
    fingerprint: _hash,
    createdBy: _who,
    institutionId,
    ...run
  } = await findRun(reader, scope, id);
  const { name } = await reader.manager.findOneOrFail(Institution, {
    select: { id: true, name: true },
    where: { id: institutionId },
  });
  return { ...run, institution: { id: institutionId, name } };
}

/** The run itself. Throws `import.not-found`, also for one the scope does not reach. */
export async function findRun(reader: Reader, scope: AuthorizedScope, id: Id): Promise<ImportRun> {
  const query = reader.manager.createQueryBuilder(ImportRun, 'run').where('run.id = :id', { id });
  const run = await whereInstitutionReached(query, scope, 'run.institutionId').getOne();
  if (run === null) throw new DomainError('import.not-found');
  return run;
}

/** Holds the run until the transaction ends (FOR NO KEY UPDATE), so that of two workers one waits; null if it is gone. */
export async function lockRun(tx: Tx, id: Id): Promise<ImportRun | null> {
  return tx.manager.findOne(ImportRun, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

/** A page of what the dry run found, in the order of the file. Throws `import.not-found`. Two queries. */
export async function listImportRows(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest & { readonly id: Id; readonly state?: ImportRowState | undefined },
): Promise<Page<ImportRowView>> {
  const { id, state } = request;
  const { columns, mapping } = await findRun(reader, scope, id);
  const query = reader.manager.createQueryBuilder(ImportRow, 'row').where('row.importId = :id', { id });
  if (state !== undefined) query.andWhere('row.state = :state', { state });
  const page = toPage(await selectPage(query, byRow, request).getMany(), byRow, request);
  const columnOf = (field: ImportField | null) => columns[mapping.indexOf(field)]?.title ?? null;
  return mapPage(page, (row) => ({
    ...row,
    problems: row.problems.map((problem) => ({
      ...problem,
      column: problem.field === null ? null : columnOf(problem.field),
    })),
  }));
}
