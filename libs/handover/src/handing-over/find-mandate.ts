import type { Reader } from '#database';
import { findPeople } from '#directory';
import type { PersonName } from '#directory';
import { DomainError } from '#kernel';
import type { Id, Temporal } from '#kernel';

interface FoundMandate {
  readonly officeId: Id;
  readonly institutionId: Id;
  readonly validFrom: Temporal.PlainDate;
  readonly person: PersonName & { readonly id: Id };
}

/** A mandate with its holder's name; holds nothing. Throws `mandate.not-found`. */
export async function findMandate(reader: Reader, id: Id): Promise<FoundMandate> {
  const [row]: (Omit<FoundMandate, 'person'> & { personId: Id })[] = await reader.manager.query(
    `SELECT mandate.office_id AS "officeId", office.institution_id AS "institutionId",
            mandate.valid_from AS "validFrom", mandate.person_id AS "personId"
       FROM mandate JOIN office ON office.id = mandate.office_id WHERE mandate.id = $1`,
    [id],
  );
  const person = row && (await findPeople(reader, [row.personId])).get(row.personId);
  if (row === undefined || person === undefined) throw new DomainError('mandate.not-found');
  return { ...row, person };
}
