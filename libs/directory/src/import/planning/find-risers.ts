import { covers, listEnabled, lockRights } from '#access';
import type { Actor } from '#access';
import type { Reader, Tx } from '#database';
import type { Id, Temporal } from '#kernel';
import { findReached } from '../../rights/find-reached.js';
import { roleOfOffice } from '../../rights/role-of-office.js';
import { foldAddress } from '../../person/address.rules.js';
import { foldName } from '../reading/fold.js';
import type { ImportRecord } from '../reading/record.js';
import type { Known, KnownOffice } from './known.js';

interface Seeking {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly records: readonly ImportRecord[];
  readonly known: Omit<Known, 'beyondOwn' | 'risers'>;
  /** With it the rights of everybody in question are locked until it ends. */
  readonly lock: Tx | null;
}

/**
 * The offices that would give rights which the actor does not have, and who would gain by one of them: the actor and
 * whoever can sign in. The rule of `assertMayGiveOffice`, for all rows at once.
 */
export async function findRisers(
  reader: Reader,
  { actor, now, records, known, lock }: Seeking,
): Promise<Pick<Known, 'beyondOwn' | 'risers'>> {
  const reached = await findReached(reader, [...new Set(known.offices.map((row) => row.institutionId))], now);
  const beyond = known.offices.filter(({ kind, institutionId }) => {
    const { own = [], beneath = [] } = reached.get(institutionId) ?? {};
    return !covers(actor, [{ role: roleOfOffice[kind], institutionId, meetingId: null, own, beneath }]);
  });
  if (beyond.length === 0) return { beyondOwn: new Set(), risers: new Set() };
  const ids = findNamed(records, known, beyond);
  if (lock !== null) await lockRights(lock, ids);
  const risers = new Set(await listEnabled(reader, ids));
  if (actor.personId !== null) risers.add(actor.personId);
  return { beyondOwn: new Set(beyond.map(({ id }) => id)), risers };
}

/** Whoever a row that names such an office may mean; fewer than the file names, so that not all are locked. */
function findNamed(
  records: readonly ImportRecord[],
  { people }: Pick<Known, 'people'>,
  offices: readonly KnownOffice[],
): readonly Id[] {
  const titles = new Set(
    offices.flatMap(({ name }) => [name.de, name.en].filter((text) => text !== undefined).map(foldName)),
  );
  const rows = records.filter(
    ({ values: { office } }) => office !== undefined && titles.has(foldName(office)),
  );
  const names = new Set(
    rows.flatMap(({ values: { familyName } }) => (familyName === undefined ? [] : [foldName(familyName)])),
  );
  const addresses = new Set(
    rows.flatMap(({ values: { email = [], email2 = [], email3 = [] } }) =>
      [...email, ...email2, ...email3].map(foldAddress),
    ),
  );
  return people
    .filter(
      (person) =>
        names.has(foldName(person.familyName)) ||
        person.addresses.some(({ address }) => addresses.has(foldAddress(address))),
    )
    .map(({ id }) => id);
}
