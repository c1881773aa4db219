import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each kind of place of a JSON object with `seating` says whether it is online. */
const told = (json: string) =>
  `jsonb_set(${json}, '{contingents}', (
     SELECT jsonb_agg('{"online": false}'::jsonb || each.contingent ORDER BY each.place)
       FROM jsonb_array_elements(${json} -> 'contingents') WITH ORDINALITY AS each(contingent, place)))`;
const untold = (json: string) =>
  `jsonb_set(${json}, '{contingents}', (
     SELECT jsonb_agg(each.contingent - 'online' ORDER BY each.place)
       FROM jsonb_array_elements(${json} -> 'contingents') WITH ORDINALITY AS each(contingent, place)))`;
const hasKinds = (json: string) => `jsonb_array_length(${json} -> 'contingents') > 0`;

/** Who takes part online signs no sheet and is sent to no place: kinds of places are told apart. */
export class TellOnlineSeats1795884100000 implements MigrationInterface {
  name = 'TellOnlineSeats1795884100000';

  up(queryRunner: QueryRunner): Promise<void> {
    return rewrite(queryRunner, told);
  }

  down(queryRunner: QueryRunner): Promise<void> {
    return rewrite(queryRunner, untold);
  }
}

/** A date differs from what its series made of it only where somebody touched it: all three change alike. */
async function rewrite(queryRunner: QueryRunner, changed: (json: string) => string): Promise<void> {
  await queryRunner.query(
    `UPDATE "meeting" SET seating = ${changed('seating')} WHERE ${hasKinds('seating')}`,
  );
  for (const [table, column] of [
    ['series', 'template'],
    ['series_date', 'generated'],
  ] as const) {
    const seating = `(${column} -> 'seating')`;
    await queryRunner.query(
      `UPDATE "${table}" SET ${column} = jsonb_set(${column}, '{seating}', ${changed(seating)})
        WHERE ${hasKinds(seating)}`,
    );
  }
}
