import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { PersonAddress } from './person-address.entity.js';

export type AddressState = PersonAddress['state'];

/** Where a person is written to: an address that works, and what is the matter if there is none. */
export interface ReachableAddress {
  readonly address: string | null;
  /** `none`: the person has no address at all. */
  readonly addressState: AddressState | 'none';
}

/** What has to be done so that a person has the wanted addresses; null instead of a plan that does nothing. */
export interface AddressPlan {
  readonly removed: readonly Id[];
  /** They keep their state: an address that bounced still does when it is written in another case. */
  readonly changed: readonly StoredAddress[];
  readonly added: readonly Omit<StoredAddress, 'id'>[];
}

type StoredAddress = Pick<PersonAddress, 'id' | 'address' | 'addressFolded' | 'preferred'>;

/** The form in which two addresses are the same: ASCII letters in lower case, as the column's check has it. */
export function foldAddress(address: string): string {
  return address.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Local parts of mailboxes that several people read. */
const SHARED = new Set(
  'info office kontakt contact sekretariat mail post buero verwaltung geschaeftsstelle vorzimmer team zentrale empfang hello hallo'.split(
    ' ',
  ),
);

/** Whether several people will read what is sent there, as far as the address itself tells. */
export function looksShared(address: string): boolean {
  return SHARED.has(foldAddress(address).split('@')[0] ?? '');
}

/**
 * Compares the addresses a person has with those wanted, the first of which is preferred. An address in another case
 * is the same one. Throws `person.address-twice`.
 */
export function planAddresses(
  present: readonly StoredAddress[],
  wanted: readonly string[],
): AddressPlan | null {
  const rows = wanted.map((address, index) => ({
    address,
    addressFolded: foldAddress(address),
    preferred: index === 0,
  }));
  const byFolded = new Map(rows.map((row) => [row.addressFolded, row]));
  if (byFolded.size < rows.length) throw new DomainError('person.address-twice');
  const known = new Set(present.map(({ addressFolded }) => addressFolded));
  const removed = present.filter((row) => !byFolded.has(row.addressFolded)).map(({ id }) => id);
  const added = rows.filter((row) => !known.has(row.addressFolded));
  const changed = present.flatMap((row) => {
    const wish = byFolded.get(row.addressFolded);
    const same = wish === undefined || (wish.address === row.address && wish.preferred === row.preferred);
    return same ? [] : [{ id: row.id, ...wish }];
  });
  return removed.length + changed.length + added.length === 0 ? null : { removed, changed, added };
}

/** The address to write to: the preferred one if it works, else the first that does. */
export function reachableAddress(
  addresses: readonly Pick<PersonAddress, 'address' | 'preferred' | 'state'>[],
): ReachableAddress {
  const preferredFirst = addresses.toSorted((a, b) => Number(b.preferred) - Number(a.preferred));
  const usable = preferredFirst.find(({ state }) => state === 'ok');
  return {
    address: usable?.address ?? null,
    addressState: usable?.state ?? preferredFirst[0]?.state ?? 'none',
  };
}
