import type { Reader } from '#database';
import type { Id } from '#kernel';

/** The rows with these ids in one query; unknown ones are missing. */
export async function findByIds<Row extends { id: Id }>(
  reader: Reader,
  entity: new () => Row,
  ids: readonly (Id | null)[],
): Promise<Row[]> {
  const wanted = presentIds(ids);
  if (wanted.length === 0) return [];
  return reader.manager
    .createQueryBuilder(entity, 'row')
    .where('row.id = ANY(:wanted)', { wanted })
    .getMany();
}

/** Each id once, without those that are missing. */
export function presentIds(ids: readonly (Id | null)[]): readonly Id[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
