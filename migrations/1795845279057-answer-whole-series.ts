import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People answer a whole series once; the answers that follow come by a channel of their own. */
export class AnswerWholeSeries1795845279057 implements MigrationInterface {
  name = 'AnswerWholeSeries1795845279057';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "standing_answer" ("series_id" uuid NOT NULL, "person_id" uuid NOT NULL, "answer" text NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_standing_answer" CHECK (answer IN ('yes', 'no')), CONSTRAINT "pk_standing_answer" PRIMARY KEY ("series_id", "person_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_standing_answer_person" ON "standing_answer"  ("person_id") `);
    await queryRunner.query(
      `ALTER TABLE "standing_answer" ADD CONSTRAINT "fk_standing_answer_series" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "standing_answer" ADD CONSTRAINT "fk_standing_answer_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await allow(queryRunner, "'web', 'calendar', 'host', 'api', 'series'");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `UPDATE "invitation" SET answer_channel = 'host' WHERE answer_channel = 'series'`,
    );
    await allow(queryRunner, "'web', 'calendar', 'host', 'api'");
    await queryRunner.query(`ALTER TABLE "standing_answer" DROP CONSTRAINT "fk_standing_answer_person"`);
    await queryRunner.query(`ALTER TABLE "standing_answer" DROP CONSTRAINT "fk_standing_answer_series"`);
    await queryRunner.query(`DROP INDEX "ix_standing_answer_person"`);
    await queryRunner.query(`DROP TABLE "standing_answer"`);
  }
}

async function allow(queryRunner: QueryRunner, channels: string): Promise<void> {
  await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "ck_invitation_channel"`);
  await queryRunner.query(
    `ALTER TABLE "invitation" ADD CONSTRAINT "ck_invitation_channel" CHECK (answer_channel IN (${channels}))`,
  );
}
