import { newId } from '#kernel';
import type { Id } from '#kernel';
import { foldAddress } from '../../person/address.rules.js';
import { displayName } from '../../person/person-name.js';
import { differenceOf } from '../../merge-patch.js';
import { foldName } from '../reading/fold.js';
import type { ImportRecord } from '../reading/record.js';
import type { KnownPerson } from './known.js';
import { shownChanges } from './plan.js';
import type { FieldChange, Outcome, PersonFields, PlannedPart } from './plan.js';

/** Who a row names. */
export interface PersonDraft {
  readonly row: number;
  readonly fields: Partial<PersonFields> & Pick<PersonFields, 'givenName' | 'familyName'>;
  readonly addresses: readonly string[];
}

export interface PlannedPerson extends PlannedPart {
  readonly personId: Id;
  /** At home here, so that more than a link may be written. */
  readonly own: boolean;
  /** Nobody may be given an office by who cannot see them. */
  readonly reached: boolean;
}

/** Somebody whom an earlier row of the file has named. */
interface Seen {
  readonly row: number;
  readonly personId: Id;
  readonly said: string;
  readonly own: boolean;
  readonly reached: boolean;
  readonly commit: PlannedPart['commit'];
  readonly draft: PersonDraft;
}

/**
 * Decides for one row after another who is meant and what becomes of them. By an address first, whatever its case; at
 * home an address may be shared (`info@`), so given or family name has to be the same as well. Then by name at home.
 * Whoever is at home elsewhere is linked: nothing of theirs is compared, shown or written.
 */
export class PersonPlanner {
  private readonly byAddress = new Map<string, KnownPerson[]>();
  private readonly byName = new Map<string, KnownPerson[]>();
  private readonly seenByAddress = new Map<string, Seen[]>();
  private readonly seenByPerson = new Map<Id, Seen>();
  private readonly seenByName = new Map<string, Seen>();

  constructor(people: readonly KnownPerson[]) {
    for (const person of people) {
      for (const { address } of person.addresses) push(this.byAddress, foldAddress(address), person);
      if (person.own) push(this.byName, nameKey(person, person.homeInstitutionId), person);
    }
  }

  plan(draft: PersonDraft, homeInstitutionId: Id): Outcome<PlannedPerson> {
    const said = JSON.stringify([draft.fields, draft.addresses.map(foldAddress), homeInstitutionId]);
    const twin = this.findTwin(draft, homeInstitutionId);
    if (twin !== undefined) return repeated(twin, said);
    const found = this.find(draft, homeInstitutionId);
    if (found === 'ambiguous') return problem('import.ambiguous', {});
    const known = found === undefined ? undefined : this.seenByPerson.get(found.id);
    if (known !== undefined) return repeated(known, said);
    const planned = found === undefined ? addPerson(draft, homeInstitutionId) : keepPerson(found, draft);
    // A later row of the same person writes them as well, should this one be left out for another reason.
    const part = { ...planned, commit: once(planned.commit) };
    const { personId, own, reached, commit } = part;
    this.remember({ row: draft.row, personId, own, reached, commit, said, draft }, homeInstitutionId);
    return part;
  }

  private find(draft: PersonDraft, home: Id): KnownPerson | 'ambiguous' | undefined {
    const hits = new Set(
      draft.addresses.flatMap((address) => this.byAddress.get(foldAddress(address)) ?? []),
    );
    const meant = [...hits].filter(
      (person) => person.own && person.homeInstitutionId === home && sharesName(person, draft),
    );
    const exact = meant.filter((person) => nameKey(person, null) === nameKey(draft.fields, null));
    const [first, second] = exact.length > 0 ? exact : meant;
    if (first !== undefined) return second === undefined ? first : 'ambiguous';
    const elsewhere = [...hits].find((person) => !person.own || person.homeInstitutionId !== home);
    if (elsewhere !== undefined) return { ...elsewhere, own: false };
    const named = this.byName.get(nameKey(draft.fields, home)) ?? [];
    if (named.length < 2) return named[0];
    return draft.addresses.length > 0 ? undefined : 'ambiguous';
  }

  /** An earlier row that names the same person anew. */
  private findTwin({ fields, addresses }: PersonDraft, home: Id): Seen | undefined {
    const byAddress = addresses
      .flatMap((address) => this.seenByAddress.get(foldAddress(address)) ?? [])
      .find(({ draft }) => sharesName(draft.fields, { fields }));
    if (byAddress !== undefined) return byAddress;
    const namesake = this.seenByName.get(nameKey(fields, home));
    return namesake === undefined || isOther(namesake.draft, { addresses }) ? undefined : namesake;
  }

  private remember(seen: Seen, home: Id): void {
    this.seenByPerson.set(seen.personId, seen);
    for (const address of seen.draft.addresses) push(this.seenByAddress, foldAddress(address), seen);
    this.seenByName.set(nameKey(seen.draft.fields, home), seen);
  }
}

/** The person whom a record names, or undefined where it names nobody; what is missing is among the problems. */
export function draftOf({ row, values }: ImportRecord): PersonDraft | undefined {
  const { givenName, familyName, academicTitle, salutation, position, phone, language } = values;
  if (givenName === undefined || familyName === undefined) return undefined;
  const given = { academicTitle, salutation, position, phone, language };
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const addresses = [values.email ?? [], values.email2 ?? [], values.email3 ?? []].flat();
  const once = new Map(addresses.toReversed().map((address) => [foldAddress(address), address]));
  return { row, fields: { ...told, givenName, familyName }, addresses: [...once.values()].toReversed() };
}

export function nameOf({ fields }: PersonDraft): string {
  return displayName({ academicTitle: null, ...fields });
}

function repeated(seen: Seen, said: string): Outcome<PlannedPerson> {
  if (seen.said !== said) return problem('import.row-twice', { row: seen.row });
  const { personId, own, reached, commit } = seen;
  return { personId, own, reached, state: 'unchanged', changes: [], commit };
}

function addPerson({ fields, addresses }: PersonDraft, homeInstitutionId: Id): PlannedPerson {
  const id = newId();
  const unsaid = {
    academicTitle: null,
    salutation: 'none',
    position: null,
    phone: null,
    language: 'de',
  } as const;
  const person = { ...unsaid, ...fields, id, homeInstitutionId };
  return {
    personId: id,
    own: true,
    reached: true,
    state: 'new',
    changes: [...shownChanges<PersonFields>(null, fields), ...shownAddresses([], addresses)],
    commit: (writes) => {
      writes.people.push(person);
      writes.addresses.push(...addressRows(id, addresses, 0));
    },
  };
}

function keepPerson(person: KnownPerson, draft: PersonDraft): PlannedPerson {
  const { id: personId, own, reached } = person;
  if (!own) return { personId, own, reached, state: 'linked', changes: [], commit: nothing };
  const difference = differenceOf<PersonFields>(person, draft.fields);
  const known = new Set(person.addresses.map(({ address }) => foldAddress(address)));
  const added = draft.addresses.filter((address) => !known.has(foldAddress(address)));
  if (difference === null && added.length === 0) {
    return { personId, own, reached, state: 'unchanged', changes: [], commit: nothing };
  }
  return {
    personId,
    own,
    reached,
    state: 'changed',
    changes: [
      ...shownChanges<PersonFields>(person, difference?.after ?? {}),
      ...shownAddresses(
        person.addresses.map(({ address }) => address),
        added,
      ),
    ],
    commit: (writes) => {
      writes.personChanges.push({
        id: personId,
        before: difference?.before ?? {},
        after: difference?.after ?? {},
      });
      writes.addresses.push(...addressRows(personId, added, person.addresses.length));
    },
  };
}

/** Addresses are added behind those that are there; none is taken away by a file that does not name it. */
function addressRows(personId: Id, addresses: readonly string[], present: number) {
  return addresses.map((address, index) => ({
    id: newId(),
    personId,
    address,
    addressFolded: foldAddress(address),
    preferred: present + index === 0,
    state: 'ok' as const,
  }));
}

function shownAddresses(present: readonly string[], added: readonly string[]): readonly FieldChange[] {
  if (added.length === 0) return [];
  const before = present.length === 0 ? null : present.join(', ');
  return [{ field: 'email', before, after: [...present, ...added].join(', ') }];
}

type Named = Pick<PersonFields, 'givenName' | 'familyName'>;

function nameKey({ givenName, familyName }: Named, home: Id | null): string {
  return [foldName(givenName), foldName(familyName), home ?? ''].join('\n');
}

function sharesName(one: Named, { fields: other }: { readonly fields: Named }): boolean {
  return (
    foldName(one.givenName) === foldName(other.givenName) ||
    foldName(one.familyName) === foldName(other.familyName)
  );
}

function problem(
  code: string,
  params: Readonly<Record<string, number>>,
): { readonly problem: { field: null; code: string; params: Readonly<Record<string, number>> } } {
  return { problem: { field: null, code, params } };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

type Addressed = Pick<PersonDraft, 'addresses'>;

/** Two of one name who are reached at different addresses are two people. */
function isOther(one: Addressed, other: Addressed): boolean {
  return one.addresses.length > 0 && other.addresses.length > 0;
}

function nothing(): void {}

function once(commit: PlannedPart['commit']): PlannedPart['commit'] {
  let left: PlannedPart['commit'] | null = commit;
  return (writes) => {
    left?.(writes);
    // With it goes what it would write, which is kept until the last row otherwise.
    left = null;
  };
}
