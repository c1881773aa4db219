import { assertMay, countAccess, may, nowhere } from '#access';
import type { Actor } from '#access';
import type { Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { PersonView } from '../person/person-view.js';
import { placeOfHome } from '../rights/person-home.js';
import type { MergePair } from './person-merger.js';

/**
 * Asks whether the actor may make these two one. Both have to be at home where they may merge (`access.denied`); and
 * whoever signs in as one of them would have the rights of the other, so these must be rights that the actor could give
 * anyway: mandates where they may change mandates, rights by name only for owners (`merge.rights-too-far`).
 */
export async function assertMayMerge(
  reader: Reader,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
  [own, other]: readonly [PersonView, PersonView],
): Promise<void> {
  for (const { homeInstitutionId } of [own, other]) {
    assertMay(actor, 'person.merge', placeOfHome(homeInstitutionId));
  }
  const pair = { survivorId: own.id, otherId: other.id };
  if (!(await mayGiveRights(reader, { actor, now }, pair))) throw new DomainError('merge.rights-too-far');
}

async function mayGiveRights(
  reader: Reader,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
  { survivorId, otherId }: MergePair,
): Promise<boolean> {
  if (may(actor, 'instance.administer', nowhere)) return true;
  const [own, other] = [await countAccess(reader, survivorId), await countAccess(reader, otherId)];
  const gaining = [
    ...(own.logins + own.keys > 0 ? [{ from: otherId, grants: other.grants }] : []),
    ...(other.logins + other.keys > 0 ? [{ from: survivorId, grants: own.grants }] : []),
  ];
  for (const { from, grants } of gaining) {
    if (grants > 0) return false;
    const places = await listPlaces(reader, from, now);
    if (!places.every((id) => may(actor, 'mandate.change', { institutionIds: [id] }))) return false;
  }
  return true;
}

/** Where the person holds an office, now or later. */
async function listPlaces(reader: Reader, personId: Id, now: Temporal.Instant): Promise<readonly Id[]> {
  const yesterday = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
  const rows: { id: Id }[] = await reader.manager.query(
    `SELECT DISTINCT office.institution_id AS id FROM mandate JOIN office ON office.id = mandate.office_id
      WHERE mandate.person_id = $1 AND (mandate.valid_until IS NULL OR mandate.valid_until >= $2)`,
    [personId, yesterday],
  );
  return rows.map(({ id }) => id);
}
