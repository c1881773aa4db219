/**
 * SQL that is true of a calendar mail (a row of `outgoing_mail` under this alias) that has a younger one in its thread:
 * it must not leave any more, since a calendar would take its lower SEQUENCE after the higher.
 */
export function isOvertaken(alias: string): string {
  return `(${alias}.sequence IS NOT NULL AND EXISTS (
    SELECT FROM outgoing_mail AS younger
     WHERE younger.thread_id = ${alias}.thread_id AND younger.sequence IS NOT NULL AND younger.id > ${alias}.id))`;
}
