import type { PersonField } from '#contracts';
import { personFields } from '#contracts';
import { DomainError } from '#kernel';
import { foldAddress } from '../person/address.rules.js';
import type { AddressView, PersonView } from '../person/person-view.js';

/** Whose value is kept, field by field. */
export type MergeChoices = Readonly<Partial<Record<PersonField, 'own' | 'other'>>>;

/** The fields in which two people differ. */
export function differingFields(own: PersonView, other: PersonView): readonly PersonField[] {
  return personFields.filter((field) => own[field] !== other[field]);
}

/** The survivor's fields: as chosen; where nothing is chosen the own value, or the other's where there is none. */
export function mergedFields(
  own: PersonView,
  other: PersonView,
  choices: MergeChoices,
): Partial<Pick<PersonView, PersonField>> {
  return Object.fromEntries(
    personFields.map((field) => {
      const choice = choices[field] ?? (own[field] === null ? 'other' : 'own');
      return [field, choice === 'own' ? own[field] : other[field]];
    }),
  );
}

/** One address of the survivor, with the worse state of the two where both have it. */
export type MergedAddress = Pick<AddressView, 'address' | 'state'>;

/**
 * Both people's addresses, each once, the preferred one first: the one named, else the survivor's. An address that one
 * of the two has as bounced or unsubscribed stays so. Throws `merge.unknown-address` for one that neither has.
 */
export function mergedAddresses(
  own: PersonView,
  other: PersonView,
  preferred: string | null,
): readonly MergedAddress[] {
  const united = new Map<string, MergedAddress>();
  for (const { address, state } of [...own.addresses, ...other.addresses]) {
    const known = united.get(foldAddress(address));
    if (known === undefined) united.set(foldAddress(address), { address, state });
    else if (known.state === 'ok') united.set(foldAddress(address), { ...known, state });
  }
  if (preferred === null) return [...united.values()];
  const first = united.get(foldAddress(preferred));
  if (first === undefined) throw new DomainError('merge.unknown-address');
  return [first, ...[...united.values()].filter((one) => one !== first)];
}
