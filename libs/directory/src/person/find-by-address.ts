import type { Reader } from '#database';
import type { Id } from '#kernel';
import { Office } from '../office/office.entity.js';
import { foldAddress } from './address.rules.js';
import { PersonAddress } from './person-address.entity.js';

/** Whose an address is; several may be right at once. */
export interface AddressUse {
  readonly people: readonly PersonUse[];
  /** Offices whose own mailbox it is. */
  readonly mailboxOf: readonly OfficeUse[];
  /** Offices that get a copy there. */
  readonly copyOf: readonly OfficeUse[];
}

export type PersonUse = Pick<PersonAddress, 'personId' | 'state' | 'preferred'> & {
  /** Several people read it: it does not say who wrote or read. */
  readonly shared: boolean;
};

export type OfficeUse = { readonly officeId: Id; readonly institutionId: Id };

/** Everybody and everything an address belongs to, whatever its case. Two queries. */
export async function findByAddress(reader: Reader, address: string): Promise<AddressUse> {
  const folded = foldAddress(address);
  const rows = await reader.manager.find(PersonAddress, {
    where: { addressFolded: folded },
    order: { personId: 'ASC' },
  });
  const offices = await reader.manager
    .createQueryBuilder(Office, 'office')
    .where(
      '(lower(office.mailbox COLLATE "C") = :folded OR lower(office.copyAddress COLLATE "C") = :folded)',
      {
        folded,
      },
    )
    .orderBy('office.id')
    .getMany();
  const isAt = (own: string | null) => own !== null && foldAddress(own) === folded;
  return {
    people: rows.map(({ personId, state, preferred, shared = false }) => ({
      personId,
      state,
      preferred,
      shared: shared || rows.length >= MANY,
    })),
    mailboxOf: offices.filter(({ mailbox }) => isAt(mailbox)).map(useOf),
    copyOf: offices.filter(({ copyAddress }) => isAt(copyAddress)).map(useOf),
  };
}

// Two people may be one who was entered twice; three read one mailbox.
const MANY = 3;

function useOf({ id, institutionId }: Office): OfficeUse {
  return { officeId: id, institutionId };
}
