import { assertMay, scopeOf } from '#access';
import type { AudienceInput, AudienceRule } from '#contracts';
import { insertRows, isForeignKeyViolation } from '#database';
import type { Tx } from '#database';
import { DomainError, FieldsError, newId, pickText } from '#kernel';
import type { Id } from '#kernel';
import { factOf } from '#queue';
import type { Acting } from '../acting.js';
import { recordChange } from '../change-record.js';
import { AudienceChanged } from '../directory.facts.js';
import { findInstitutions } from '../institution/find-institutions.js';
import { differenceOf } from '../merge-patch.js';
import { checkVersion } from '../version-check.js';
import { Audience } from './audience.entity.js';
import { getAudience } from './list-audiences.js';
import type { AudienceView } from './list-audiences.js';
import { findRules } from './load-audience-facts.js';
import { assertReferences, referencesOf } from './rule-references.js';

export interface AudienceChange {
  readonly id: Id;
  /** The version the caller has seen. */
  readonly ifMatch: number;
  readonly patch: Partial<Pick<AudienceInput, 'name' | 'rule'>>;
}

/**
 * Saves an audience. Throws `access.denied`, `institution.not-found`, and the fields of the rule that refer to nothing
 * (`FieldsError`).
 */
export async function createAudience(tx: Tx, acting: Acting, input: AudienceInput): Promise<AudienceView> {
  const { institutionId, name, rule } = input;
  assertMay(acting.actor, 'audience.change', { institutionIds: [institutionId] });
  const keeper = await getKeeper(tx, institutionId);
  await assertReferences(tx, acting.actor, referencesOf(rule, '/rule'));
  const id = newId();
  const times = { createdAt: acting.now, changedAt: acting.now };
  const sortName = pickText(name, keeper.mainLanguage, keeper.mainLanguage).text;
  await insertRows(tx, Audience, [{ ...input, ...times, id, sortName, version: 1 }]);
  const after = { institutionId, name, rule };
  await record(tx, acting, id, { action: 'audience.create', institutionId, after });
  return { id, institution: { id: institutionId, name: keeper.name }, name, sortName, rule, version: 1 };
}

/**
 * Changes what the patch names; a rule is replaced as a whole. A patch that changes nothing leaves the version alone.
 * Holds the audience's row lock, and for a new rule the advisory lock of all rules, since only all together tell
 * whether they go in a circle. Throws `audience.not-found`, `access.denied`, `version.stale`, and the fields of the rule
 * that refer to nothing or back to the audience itself (`FieldsError`).
 */
export async function changeAudience(
  tx: Tx,
  acting: Acting,
  { id, ifMatch, patch }: AudienceChange,
): Promise<AudienceView> {
  if (patch.rule !== undefined) await lockRules(tx);
  const current = await lockAudience(tx, id);
  assertMay(acting.actor, 'audience.change', { institutionIds: [current.institutionId] });
  checkVersion(current, ifMatch);
  const scope = scopeOf(acting.actor, 'audience.change');
  const difference = differenceOf<Pick<AudienceInput, 'name' | 'rule'>>(current, patch);
  if (difference === null) return getAudience(tx, scope, id);
  const { rule, name = current.name } = difference.after;
  if (rule !== undefined) await assertUsable(tx, acting, id, rule);
  const { mainLanguage } = await getKeeper(tx, current.institutionId);
  const sortName = pickText(name, mainLanguage, mainLanguage).text;
  const columns = { ...difference.after, sortName, version: current.version + 1, changedAt: acting.now };
  await tx.manager
    .createQueryBuilder()
    .update(Audience)
    .set(columns as object)
    .where({ id })
    .execute();
  const { institutionId } = current;
  await record(tx, acting, id, { action: 'audience.change', institutionId, ...difference });
  return getAudience(tx, scope, id);
}

/**
 * Deletes an audience that no other audience and no meeting uses. Holds the row's lock and that of all rules. Throws
 * `audience.not-found`, `access.denied`, `version.stale` and `audience.in-use`.
 */
export async function deleteAudience(
  tx: Tx,
  acting: Acting,
  { id, ifMatch }: Omit<AudienceChange, 'patch'>,
): Promise<void> {
  await lockRules(tx);
  const { institutionId, name, rule, version } = await lockAudience(tx, id);
  assertMay(acting.actor, 'audience.change', { institutionIds: [institutionId] });
  checkVersion({ version }, ifMatch);
  if (await isUsedByAnother(tx, id)) throw new DomainError('audience.in-use');
  try {
    await tx.manager.delete(Audience, { id });
  } catch (error) {
    throw isForeignKeyViolation(error) ? new DomainError('audience.in-use', {}, { cause: error }) : error;
  }
  const before = { institutionId, name, rule };
  await record(tx, acting, id, { action: 'audience.delete', institutionId, before });
}

async function assertUsable(tx: Tx, { actor }: Acting, id: Id, rule: AudienceRule): Promise<void> {
  const references = referencesOf(rule, '/rule');
  await assertReferences(tx, actor, references);
  const circular = [];
  for (const reference of references.filter(({ to }) => to === 'audience')) {
    const whole = { include: [{ kind: 'audience', audienceId: reference.id } as const], exclude: [] };
    if (reference.id === id || (await findRules(tx, whole)).has(id)) circular.push(reference.pointer);
  }
  if (circular.length === 0) return;
  throw new FieldsError(circular.map((pointer) => ({ pointer, code: 'audience.circular', params: {} })));
}

async function isUsedByAnother(tx: Tx, id: Id): Promise<boolean> {
  const rows: unknown[] = await tx.manager.query(
    `SELECT id FROM audience
      WHERE id <> $1 AND jsonb_path_exists(rule, '$.*[*] ? (@.audienceId == $id)', jsonb_build_object('id', $1::text))
      LIMIT 1`,
    [id],
  );
  return rows.length > 0;
}

async function lockAudience(tx: Tx, id: Id): Promise<Audience> {
  const audience = await tx.manager
    .createQueryBuilder(Audience, 'audience')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (audience === null) throw new DomainError('audience.not-found');
  return audience;
}

/** Rules that refer to others are changed one after another, until the end of each transaction. */
async function lockRules(tx: Tx): Promise<void> {
  await tx.manager.query(`SELECT pg_advisory_xact_lock(hashtext('audience rules'))`);
}

async function getKeeper(tx: Tx, institutionId: Id) {
  const keeper = (await findInstitutions(tx, [institutionId])).get(institutionId);
  if (keeper === undefined) throw new DomainError('institution.not-found');
  return keeper;
}

interface Change {
  readonly action: `audience.${'create' | 'change' | 'delete'}`;
  readonly institutionId: Id;
  readonly before?: object;
  readonly after?: object;
}

/** A rule names people by their ids only, so it may stay in the audit. */
async function record(tx: Tx, acting: Acting, id: Id, change: Change): Promise<void> {
  const { action, institutionId, before, after } = change;
  await recordChange(tx, acting, {
    action,
    subjectKind: 'audience',
    subjectId: id,
    institutionIds: [institutionId],
    ...(before !== undefined && { before: { ...before } }),
    ...(after !== undefined && { after: { ...after } }),
    fact: factOf(AudienceChanged, { audienceId: id }, acting.now),
  });
}
