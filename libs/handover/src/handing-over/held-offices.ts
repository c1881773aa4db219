import type { OfficeKind } from '#contracts';
import type { Reader } from '#database';
import type { Id, Temporal } from '#kernel';

interface HeldOffice {
  readonly officeId: Id;
  readonly kind: OfficeKind;
  readonly institutionId: Id;
}

/** The offices that a person holds on a day. */
export async function listHeldOffices(
  reader: Reader,
  { personId, day }: { readonly personId: Id; readonly day: Temporal.PlainDate },
): Promise<readonly HeldOffice[]> {
  return reader.manager.query(
    `SELECT office.id AS "officeId", office.kind, office.institution_id AS "institutionId"
       FROM mandate JOIN office ON office.id = mandate.office_id
      WHERE mandate.person_id = $1 AND mandate.valid_from <= $2
        AND (mandate.valid_until IS NULL OR mandate.valid_until >= $2)`,
    [personId, day],
  );
}
