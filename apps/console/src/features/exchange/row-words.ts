import type { ImportRowDto } from '#contracts';
import { errorText, type Translator } from '#i18n';

/** Why a row is wrong, and in which column. */
export function problemWords(t: Translator, problem: ImportRowDto['problems'][number]): string {
  const words = errorText(t, problem.code, problem.params);
  const field = problem.field === null ? null : t(`import.fields.${problem.field}`);
  const column = problem.column === null || problem.column === '' ? field : problem.column;
  return column === null ? words : t('import.problem-in', { column, problem: words });
}
