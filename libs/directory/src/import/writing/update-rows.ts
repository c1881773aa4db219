import type { Tx } from '#database';
import type { Temporal } from '#kernel';
import type { Mandate } from '../../office/mandate.entity.js';
import type { Membership } from '../../institution/membership.entity.js';
import { inParts } from '../in-parts.js';
import type { Change, InstitutionFields, NewEnd, PersonFields } from '../planning/plan.js';

const ROWS_PER_STATEMENT = 2000;

/** Gives each person its changed fields, many at a time; the rows are locked. */
export async function updatePeople(
  tx: Tx,
  changes: readonly Change<PersonFields>[],
  now: Temporal.Instant,
): Promise<void> {
  await eachPart(changes, (part) =>
    tx.manager.query(
      `UPDATE person
          SET academic_title = coalesce(changed."academicTitle", person.academic_title),
              given_name = coalesce(changed."givenName", person.given_name),
              family_name = coalesce(changed."familyName", person.family_name),
              salutation = coalesce(changed.salutation, person.salutation),
              position = coalesce(changed.position, person.position),
              phone = coalesce(changed.phone, person.phone),
              language = coalesce(changed.language, person.language),
              version = person.version + 1, changed_at = $2
         FROM jsonb_to_recordset($1::jsonb)
           AS changed (id uuid, "academicTitle" text, "givenName" text, "familyName" text, salutation text,
                       position text, phone text, language text)
        WHERE person.id = changed.id`,
      [JSON.stringify(part.map(({ id, after }) => ({ id, ...after }))), now],
    ),
  );
}

/** Gives each institution its changed fields, many at a time; the rows are locked. */
export async function updateInstitutions(
  tx: Tx,
  changes: readonly Change<InstitutionFields>[],
  now: Temporal.Instant,
): Promise<void> {
  await eachPart(changes, (part) =>
    tx.manager.query(
      `UPDATE institution
          SET name = coalesce(changed.name, institution.name),
              sort_name = coalesce(changed."sortName", institution.sort_name),
              organisation_kind = coalesce(changed."organisationKind", institution.organisation_kind),
              seat = coalesce(changed.seat, institution.seat),
              website = coalesce(changed.website, institution.website),
              laender = coalesce(changed.laender, institution.laender),
              version = institution.version + 1, changed_at = $2
         FROM jsonb_to_recordset($1::jsonb)
           AS changed (id uuid, name jsonb, "sortName" text, "organisationKind" text, seat text, website text,
                       laender text[])
        WHERE institution.id = changed.id`,
      [JSON.stringify(part.map(({ id, after }) => ({ id, ...after }))), now],
    ),
  );
}

export async function updateMembershipEnds(tx: Tx, ends: readonly NewEnd<Membership>[]): Promise<void> {
  await updateEnds(tx, 'membership', ends);
}

export async function updateMandateEnds(tx: Tx, ends: readonly NewEnd<Mandate>[]): Promise<void> {
  await updateEnds(tx, 'mandate', ends);
}

async function updateEnds(
  tx: Tx,
  table: 'membership' | 'mandate',
  ends: readonly NewEnd<Membership | Mandate>[],
): Promise<void> {
  await eachPart(ends, (part) =>
    tx.manager.query(
      `UPDATE ${table} SET valid_until = ended.day${table === 'membership' ? ', version = membership.version + 1' : ''}
         FROM unnest($1::uuid[], $2::date[]) AS ended (id, day) WHERE ${table}.id = ended.id`,
      [part.map(({ row }) => row.id), part.map(({ validUntil }) => validUntil)],
    ),
  );
}

async function eachPart<Row>(
  rows: readonly Row[],
  write: (part: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (const part of inParts(rows, ROWS_PER_STATEMENT)) await write(part);
}
