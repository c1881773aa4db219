import type { InstitutionInput, InstitutionKind } from '#contracts';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';

/** What an institution says of its place among the others. */
export type Placed = Pick<InstitutionInput, 'kind' | 'organisationKind' | 'operatorId' | 'parentId'> & {
  /** Null for a new one. */
  readonly id: Id | null;
};

/** The kinds of the institutions that are named, as far as they are known. */
export type KnownKinds = ReadonlyMap<Id, { readonly kind: InstitutionKind }>;

/**
 * Refuses an institution that stands wrongly among the others, naming the field: a committee belongs to an institution
 * that is none itself, and nothing else does; only organisations have a kind of organisation, and only they run
 * others; nobody belongs to itself or runs itself.
 */
export function checkPlace(placed: Placed, known: KnownKinds): void {
  checkParent(placed, known);
  checkOperator(placed, known);
  if (placed.organisationKind !== null && placed.kind !== 'organisation') {
    throw refused('not-an-organisation', 'organisationKind');
  }
}

function checkParent({ id, kind, parentId }: Placed, known: KnownKinds): void {
  if (parentId === null) {
    if (kind === 'committee') throw refused('parent-required', 'parentId');
    return;
  }
  if (parentId === id) throw refused('own-parent', 'parentId');
  if (kind !== 'committee') throw refused('not-a-committee', 'parentId');
  const parent = known.get(parentId);
  if (parent === undefined) throw refused('unknown-parent', 'parentId');
  if (parent.kind === 'committee') throw refused('parent-is-committee', 'parentId');
}

function checkOperator({ id, operatorId }: Placed, known: KnownKinds): void {
  if (operatorId === null) return;
  if (operatorId === id) throw refused('operates-itself', 'operatorId');
  const operator = known.get(operatorId);
  if (operator === undefined) throw refused('unknown-operator', 'operatorId');
  if (operator.kind !== 'organisation') throw refused('operator-not-organisation', 'operatorId');
}

function refused(reason: string, field: keyof Placed): DomainError {
  return new DomainError(`institution.${reason}`, { pointer: `/${field}` });
}
