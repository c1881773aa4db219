import { insertRows } from '#database';
import type { Tx } from '#database';
import type { Id } from '#kernel';
import { InstitutionTag } from '../../tag/institution-tag.entity.js';
import { PersonTag } from '../../tag/person-tag.entity.js';
import type { ImportWrites } from '../planning/plan.js';

/** Makes the new tags and gives all that are given. A tag that somebody made meanwhile is taken for the planned one. */
export async function writeTags(
  tx: Tx,
  { tags, taggings }: Pick<ImportWrites, 'tags' | 'taggings'>,
): Promise<void> {
  if (taggings.length === 0) return;
  const idOf = await makeTags(tx, tags);
  const rowsOf = (kind: 'person' | 'institution') =>
    taggings
      .filter((tagging) => tagging.kind === kind)
      .flatMap(({ id, tagIds }) => tagIds.map((tagId) => ({ id, tagId: idOf.get(tagId) ?? tagId })));
  await insertRows(
    tx,
    PersonTag,
    rowsOf('person').map(({ id, tagId }) => ({ tagId, personId: id })),
  );
  await insertRows(
    tx,
    InstitutionTag,
    rowsOf('institution').map(({ id, tagId }) => ({ tagId, institutionId: id })),
  );
}

/** The ids that the tags really have, by those that were planned. */
async function makeTags(tx: Tx, tags: ImportWrites['tags']): Promise<ReadonlyMap<Id, Id>> {
  if (tags.length === 0) return new Map();
  const columns = [
    tags.map(({ id }) => id),
    tags.map(({ institutionId }) => institutionId),
    tags.map(({ name }) => name),
  ];
  await tx.manager.query(
    `INSERT INTO tag (id, institution_id, name) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[])
     ON CONFLICT ON CONSTRAINT uq_tag_institution_name DO NOTHING`,
    columns,
  );
  const rows: readonly { readonly planned: Id; readonly id: Id }[] = await tx.manager.query(
    `SELECT planned.id AS planned, tag.id
       FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS planned (id, institution_id, name)
       JOIN tag ON tag.institution_id = planned.institution_id AND tag.name = planned.name
        FOR KEY SHARE OF tag`,
    columns,
  );
  return new Map(rows.map(({ planned, id }) => [planned, id]));
}
