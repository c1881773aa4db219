import type { MigrationInterface, QueryRunner } from 'typeorm';

const ADDED = '{"substitutes": "once", "colleagues": 0}';

/** A colleague comes instead of somebody who is invited, and people register others of their organisation. */
export class LetSubstitutesCome1795871548049 implements MigrationInterface {
  name = 'LetSubstitutesCome1795871548049';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "invitation" ADD "in_place_of_id" uuid`);
    await queryRunner.query(`ALTER TABLE "invitation" ADD "registered_by_id" uuid`);
    await queryRunner.query(`ALTER TABLE "invitation" ADD "named_as" text`);
    await queryRunner.query(
      `CREATE INDEX "ix_invitation_in_place_of" ON "invitation"  ("in_place_of_id") WHERE in_place_of_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_invitation_registered_by" ON "invitation"  ("registered_by_id") WHERE registered_by_id IS NOT NULL`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation" ADD CONSTRAINT "ck_invitation_in_place_of" CHECK (in_place_of_id <> id)`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation" ADD CONSTRAINT "fk_invitation_in_place_of" FOREIGN KEY ("in_place_of_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation" ADD CONSTRAINT "fk_invitation_registered_by" FOREIGN KEY ("registered_by_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await allow(queryRunner, {
      answers: `'yes', 'no', 'maybe', 'substitute'`,
      causes: `'refused', 'offer-lapsed', 'substitute'`,
    });
    await queryRunner.query(`UPDATE "meeting" SET seating = seating || '${ADDED}'`);
    const inside = `jsonb_build_object('seating', template -> 'seating' || '${ADDED}')`;
    await queryRunner.query(`UPDATE "series" SET template = template || ${inside}`);
    await queryRunner.query(
      `UPDATE "series_date" SET generated = generated || ${inside.replace('template', 'generated')}
        WHERE generated IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const setting of ['substitutes', 'colleagues']) {
      await queryRunner.query(`UPDATE "series_date" SET generated = generated #- '{seating,${setting}}'`);
      await queryRunner.query(`UPDATE "series" SET template = template #- '{seating,${setting}}'`);
      await queryRunner.query(`UPDATE "meeting" SET seating = seating - '${setting}'`);
    }
    await queryRunner.query(`UPDATE "registration" SET cause = NULL WHERE cause = 'substitute'`);
    await queryRunner.query(`UPDATE "invitation" SET answer = 'no' WHERE answer = 'substitute'`);
    await allow(queryRunner, { answers: `'yes', 'no', 'maybe'`, causes: `'refused', 'offer-lapsed'` });
    await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "fk_invitation_registered_by"`);
    await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "fk_invitation_in_place_of"`);
    await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "ck_invitation_in_place_of"`);
    await queryRunner.query(`DROP INDEX "ix_invitation_registered_by"`);
    await queryRunner.query(`DROP INDEX "ix_invitation_in_place_of"`);
    await queryRunner.query(`ALTER TABLE "invitation" DROP COLUMN "named_as"`);
    await queryRunner.query(`ALTER TABLE "invitation" DROP COLUMN "registered_by_id"`);
    await queryRunner.query(`ALTER TABLE "invitation" DROP COLUMN "in_place_of_id"`);
  }
}

async function allow(
  queryRunner: QueryRunner,
  { answers, causes }: { readonly answers: string; readonly causes: string },
): Promise<void> {
  await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "ck_invitation_answer"`);
  await queryRunner.query(
    `ALTER TABLE "invitation" ADD CONSTRAINT "ck_invitation_answer" CHECK (answer IN (${answers}))`,
  );
  await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "ck_registration_cause"`);
  await queryRunner.query(
    `ALTER TABLE "registration" ADD CONSTRAINT "ck_registration_cause" CHECK (cause IS NULL OR (state = 'cancelled' AND cause IN (${causes})))`,
  );
}
