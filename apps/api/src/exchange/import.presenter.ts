import type { ImportDto, ImportRowDto } from '#contracts';
import type { ImportRowView, ImportView } from '#directory';

/** An import with its columns, as the contract has it. */
export function presentImport(run: ImportView): ImportDto {
  const { id, kind, institution, fileName, state, columns, mapping, rows, mappingRemembered, counts } = run;
  return {
    id,
    kind,
    institution: { id: institution.id, name: institution.name },
    fileName,
    state,
    columns: columns.map(({ title, samples }, index) => ({
      title,
      samples: [...samples],
      field: mapping[index] ?? null,
    })),
    rows,
    mappingRemembered,
    counts: counts === null ? null : { ...counts },
    operationId: run.operationId,
    createdAt: run.createdAt.toString(),
  };
}

/** A row of the dry run; its problems name the file's column as well. */
export function presentImportRow({ row, state, name, changes, problems }: ImportRowView): ImportRowDto {
  return {
    row,
    state,
    name,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
    problems: problems.map(({ field, column, code, params }) => ({
      field,
      column,
      code,
      params: { ...params },
    })),
  };
}
