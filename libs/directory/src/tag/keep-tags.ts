import { assertMay, scopeOf } from '#access';
import type { TagInput } from '#contracts';
import type { Tx } from '#database';
import { DomainError, newId } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { TagsChanged } from '../directory.facts.js';
import { getInstitution } from '../institution/list-institutions.js';
import { Tag } from './tag.entity.js';
import type { TagView } from './tags.js';

/** Adds a tag, or gives back the one of that name. Throws `access.denied` and `institution.not-found`. */
export async function createTag(tx: Tx, acting: Acting, { institutionId, name }: TagInput): Promise<TagView> {
  assertMay(acting.actor, 'person.change', { institutionIds: [institutionId] });
  const scope = scopeOf(acting.actor, 'institution.read');
  const institution = await getInstitution(tx, scope, institutionId);
  const inserted: { id: Id }[] = await tx.manager.query(
    `INSERT INTO tag (id, institution_id, name) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT uq_tag_institution_name DO NOTHING RETURNING id`,
    [newId(), institutionId, name],
  );
  const { id } = inserted[0] ?? (await tx.manager.findOneByOrFail(Tag, { institutionId, name }));
  if (inserted.length > 0)
    await record(tx, acting, id, { action: 'tag.create', institutionId, after: { institutionId, name } });
  return { id, name, institution: { id: institutionId, name: institution.name } };
}

/** Deletes a tag and takes it off everything. Throws `tag.not-found` and `access.denied`. */
export async function deleteTag(tx: Tx, acting: Acting, id: Id): Promise<void> {
  const tag = await tx.manager.findOneBy(Tag, { id });
  if (tag === null) throw new DomainError('tag.not-found');
  const { institutionId, name } = tag;
  assertMay(acting.actor, 'person.change', { institutionIds: [institutionId] });
  await tx.manager.delete(Tag, { id });
  await record(tx, acting, id, { action: 'tag.delete', institutionId, before: { institutionId, name } });
}

interface TagChange {
  readonly action: 'tag.create' | 'tag.delete';
  readonly institutionId: Id;
  readonly before?: Record<string, unknown>;
  readonly after?: Record<string, unknown>;
}

async function record(
  tx: Tx,
  acting: Acting,
  id: Id,
  { institutionId, ...change }: TagChange,
): Promise<void> {
  const fact = factOf(TagsChanged, { subjectId: id }, acting.now);
  const subject = { subjectKind: 'tag', subjectId: id, institutionIds: [institutionId] };
  await recordChange(tx, acting, { ...change, ...subject, fact });
}
