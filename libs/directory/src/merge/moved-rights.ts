import { assertMay, countAccess, covers, may, nowhere } from '#access';
import type { AccessCount, Actor, GrantSource } from '#access';
import type { Reader } from '#database';
import { DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { PersonView } from '../person/person-view.js';
import { placeOfHome } from '../rights/person-home.js';

interface Asking {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly source: GrantSource;
}

/**
 * Asks whether the actor may make these two one. Both have to be at home where they may merge (`access.denied`). What
 * one signs in with leads to the rights of the other afterwards, so these must be rights that the actor could give
 * anyway: by mandate what they may do themselves, now and later; by name only as an owner (`merge.rights-too-far`). Two
 * who both sign in are two people as far as anybody but an owner can tell: whichever is the wrong one would act as the
 * other (`merge.both-sign-in`).
 */
export async function assertMayMerge(
  reader: Reader,
  asking: Asking,
  [own, other]: readonly [PersonView, PersonView],
): Promise<void> {
  const { actor } = asking;
  for (const { homeInstitutionId } of [own, other]) {
    assertMay(actor, 'person.merge', placeOfHome(homeInstitutionId));
  }
  if (may(actor, 'instance.administer', nowhere)) return;
  const [ofOwn, ofOther] = [await countAccess(reader, own.id), await countAccess(reader, other.id)];
  if (getsIn(ofOwn)) await assertMayGiveAll(reader, asking, { personId: other.id, access: ofOther });
  if (getsIn(ofOther)) await assertMayGiveAll(reader, asking, { personId: own.id, access: ofOwn });
  if (getsIn(ofOwn) && getsIn(ofOther)) throw new DomainError('merge.both-sign-in');
}

function getsIn({ logins, keys }: AccessCount): boolean {
  return logins + keys > 0;
}

async function assertMayGiveAll(
  reader: Reader,
  { actor, now, source }: Asking,
  { personId, access }: { readonly personId: Id; readonly access: AccessCount },
): Promise<void> {
  const isCovered = access.grants === 0 && covers(actor, await source.grantsFrom(reader, personId, now));
  if (!isCovered) throw new DomainError('merge.rights-too-far');
}
