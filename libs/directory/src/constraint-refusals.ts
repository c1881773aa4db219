import { violatedConstraint } from '#database';
import { DomainError } from '#kernel';

/** The refusal that each constraint of this lib stands for. */
export const CONSTRAINT_REFUSALS = {
  uq_institution_kind_slug: 'institution.slug-taken',
  ck_institution_parent: 'institution.parent-required',
  ck_institution_operator: 'institution.operates-itself',
  ck_institution_organisation_kind: 'institution.not-an-organisation',
  fk_institution_parent: 'institution.unknown-parent',
  fk_institution_operator: 'institution.unknown-operator',
  pk_slug_history: 'institution.slug-taken',
  ck_membership_period: 'period.not-in-order',
  ck_membership_not_itself: 'membership.of-itself',
  ex_membership_once_a_day: 'membership.overlaps',
  uq_person_address: 'person.address-twice',
  ck_deputy_period: 'period.not-in-order',
  ex_deputy_one_per_rank: 'deputy.overlaps',
  ex_deputy_person_once: 'deputy.is-one-already',
  ck_mandate_period: 'period.not-in-order',
  fk_mandate_person: 'person.not-found',
  ex_mandate_one_holder_per_seat: 'mandate.overlaps',
  ex_mandate_person_once: 'mandate.person-holds-office',
} as const;

/**
 * Runs a write and turns a broken constraint of this lib into its refusal. The transaction is lost either way, so the
 * error must leave it.
 */
export async function refusing<Result>(write: () => Promise<Result>, params = {}): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const code = refusalOf(violatedConstraint(error));
    throw code === undefined ? error : new DomainError(code, params, { cause: error });
  }
}

function refusalOf(constraint: string | undefined): string | undefined {
  return Object.entries(CONSTRAINT_REFUSALS).find(([name]) => name === constraint)?.[1];
}
