import type { Place } from '#access';
import { nowhere } from '#access';
import type { Id } from '#kernel';

/** Where a person lies: at home in an institution, or (for owners only) nowhere. */
export function placeOfHome(homeInstitutionId: Id | null): Place {
  return homeInstitutionId === null ? nowhere : { institutionIds: [homeInstitutionId] };
}

/** The institutions that a change of the person concerns. */
export function homesOf({ homeInstitutionId }: { readonly homeInstitutionId: Id | null }): readonly Id[] {
  return homeInstitutionId === null ? [] : [homeInstitutionId];
}
