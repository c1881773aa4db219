import { scopeOf } from '#access';
import type { Actor } from '#access';
import { insertRows } from '#database';
import type { Reader, Tx } from '#database';
import { FieldsError } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { TagsChanged } from '../directory.facts.js';
import { getInstitution } from '../institution/list-institutions.js';
import { lockInstitution } from '../institution/lock-institution.js';
import { lockPerson } from '../person/lock-person.js';
import { getPerson } from '../person/list-people.js';
import { InstitutionTag } from './institution-tag.entity.js';
import { PersonTag } from './person-tag.entity.js';
import { findTags } from './tags.js';
import type { TagView } from './tags.js';

/** What carries tags. */
export interface Tagged {
  readonly kind: 'person' | 'institution';
  readonly id: Id;
}

/**
 * The tags of a person or an institution that the actor sees, by name. Throws `person.not-found` or
 * `institution.not-found`.
 */
export async function listTagsOf(reader: Reader, actor: Actor, tagged: Tagged): Promise<readonly TagView[]> {
  await assertVisible(reader, actor, tagged);
  return findTags(reader, scopeOf(actor, 'person.read'), await findTagIds(reader, tagged));
}

/**
 * Gives a person or an institution exactly these tags; tags are what an institution notes for itself, so whoever may
 * write there may give its tags to everybody they see, and tags that others keep stay. Holds the row's lock. Throws
 * `person.not-found`, `institution.not-found`, and the tags that are not the actor's to give (`FieldsError`).
 */
export async function giveTags(
  tx: Tx,
  acting: Acting,
  { tagged, tagIds }: { readonly tagged: Tagged; readonly tagIds: readonly Id[] },
): Promise<readonly TagView[]> {
  const { actor } = acting;
  await (tagged.kind === 'person' ? lockPerson(tx, tagged.id) : lockInstitution(tx, tagged.id));
  await assertVisible(tx, actor, tagged);
  const own = scopeOf(actor, 'person.change');
  const wanted = await findTags(tx, own, tagIds);
  assertAllFound(tagIds, new Set(wanted.map(({ id }) => id)));
  const present = await findTagIds(tx, tagged);
  const mine = new Set((await findTags(tx, own, present)).map(({ id }) => id));
  const added = tagIds.filter((id) => !mine.has(id));
  const removed = [...mine].filter((id) => !tagIds.includes(id));
  if (added.length + removed.length > 0) await write(tx, acting, { tagged, added, removed });
  return findTags(tx, scopeOf(actor, 'person.read'), await findTagIds(tx, tagged));
}

async function assertVisible(reader: Reader, actor: Actor, { kind, id }: Tagged): Promise<void> {
  if (kind === 'person') await getPerson(reader, scopeOf(actor, 'person.read'), id);
  else await getInstitution(reader, scopeOf(actor, 'institution.read'), id);
}

function assertAllFound(tagIds: readonly Id[], found: ReadonlySet<Id>): void {
  const missing = tagIds.flatMap((id, index) => (found.has(id) ? [] : [index]));
  if (missing.length === 0) return;
  throw new FieldsError(
    missing.map((index) => ({ pointer: `/tagIds/${index}`, code: 'tag.not-found', params: {} })),
  );
}

async function findTagIds(reader: Reader, { kind, id }: Tagged): Promise<readonly Id[]> {
  const rows: readonly { tagId: Id }[] =
    kind === 'person'
      ? await reader.manager.findBy(PersonTag, { personId: id })
      : await reader.manager.findBy(InstitutionTag, { institutionId: id });
  return rows.map(({ tagId }) => tagId);
}

interface TagChange {
  readonly tagged: Tagged;
  readonly added: readonly Id[];
  readonly removed: readonly Id[];
}

async function write(tx: Tx, acting: Acting, { tagged, added, removed }: TagChange): Promise<void> {
  const { kind, id } = tagged;
  const [table, column] =
    kind === 'person' ? ['person_tag', 'person_id'] : ['institution_tag', 'institution_id'];
  await tx.manager.query(`DELETE FROM ${table} WHERE ${column} = $1 AND tag_id = ANY($2)`, [id, removed]);
  if (kind === 'person') {
    await insertRows(
      tx,
      PersonTag,
      added.map((tagId) => ({ tagId, personId: id })),
    );
  } else {
    await insertRows(
      tx,
      InstitutionTag,
      added.map((tagId) => ({ tagId, institutionId: id })),
    );
  }
  const institutionIds = await findKeepers(tx, [...added, ...removed]);
  await recordChange(tx, acting, {
    action: `${kind}.tag`,
    subjectKind: kind,
    subjectId: id,
    institutionIds,
    personal: { after: { added, removed } },
    fact: factOf(TagsChanged, { subjectId: id }, acting.now),
  });
}

async function findKeepers(reader: Reader, tagIds: readonly Id[]): Promise<readonly Id[]> {
  const rows: { id: Id }[] = await reader.manager.query(
    'SELECT DISTINCT institution_id AS id FROM tag WHERE id = ANY($1)',
    [tagIds],
  );
  return rows.map(({ id }) => id);
}
