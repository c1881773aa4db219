import type { Reader } from '#database';
import type { Id } from '#kernel';
import { Person } from '../person/person.entity.js';
import { Mandate } from './mandate.entity.js';
import type { MandateView } from './office-view.js';

/** A row of `selectMandates`. */
export type MandateRow = Omit<MandateView, 'person'> & MandateView['person'] & { readonly personId: Id };

/** A query of mandates (alias `mandate`) with the people's names, by office and seat; `readMandates` runs it. */
export function selectMandates(reader: Reader) {
  return reader.manager
    .createQueryBuilder(Mandate, 'mandate')
    .innerJoin(Person, 'person', 'person.id = mandate.personId')
    .select('mandate.id', 'id')
    .addSelect('mandate.officeId', 'officeId')
    .addSelect('mandate.personId', 'personId')
    .addSelect('mandate.seat', 'seat')
    .addSelect('mandate.validFrom', 'validFrom')
    .addSelect('mandate.validUntil', 'validUntil')
    .addSelect('person.academicTitle', 'academicTitle')
    .addSelect('person.givenName', 'givenName')
    .addSelect('person.familyName', 'familyName')
    .orderBy('mandate.officeId')
    .addOrderBy('mandate.seat')
    .addOrderBy('mandate.validFrom');
}

export async function readMandates(
  query: ReturnType<typeof selectMandates>,
): Promise<readonly MandateView[]> {
  return (await query.getRawMany<MandateRow>()).map(mandateView);
}

export function mandateView(row: MandateRow): MandateView {
  const { id, officeId, personId, seat, validFrom, validUntil, ...name } = row;
  return { id, officeId, person: { ...name, id: personId }, seat, validFrom, validUntil };
}
