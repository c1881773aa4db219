import type { MigrationInterface, QueryRunner } from 'typeorm';

const NO_MAILS = '{"reminderDays": [], "deputyDays": null, "detailsDays": null, "followUp": null}';

/** Meetings ask questions with the registration and remind whoever is silent; series ask to keep a date free. */
export class AskAndRemind1795856314629 implements MigrationInterface {
  name = 'AskAndRemind1795856314629';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "question_answer" ("registration_id" uuid NOT NULL, "question_id" uuid NOT NULL, "value" jsonb NOT NULL, "sensitive" boolean NOT NULL, CONSTRAINT "pk_question_answer" PRIMARY KEY ("registration_id", "question_id"))`,
    );
    await queryRunner.query(`ALTER TABLE "meeting" ADD "questions" jsonb NOT NULL DEFAULT '[]'`);
    await queryRunner.query(`ALTER TABLE "meeting" ADD "mail_plan" jsonb NOT NULL DEFAULT '${NO_MAILS}'`);
    await queryRunner.query(`ALTER TABLE "meeting" ALTER COLUMN "mail_plan" DROP DEFAULT`);
    // A date differs from what its series made of it only where somebody touched it.
    const unasked = `'{"questions": [], "mailPlan": ${NO_MAILS}}'::jsonb`;
    await queryRunner.query(`UPDATE "series" SET template = template || ${unasked}`);
    await queryRunner.query(
      `UPDATE "series_date" SET generated = generated || ${unasked} WHERE generated IS NOT NULL`,
    );
    await queryRunner.query(`ALTER TABLE "series" ADD "save_the_date_lead_days" integer`);
    await queryRunner.query(
      `ALTER TABLE "question_answer" ADD CONSTRAINT "fk_question_answer_registration" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `UPDATE "series_date" SET generated = generated - '{questions,mailPlan}'::text[]`,
    );
    await queryRunner.query(`UPDATE "series" SET template = template - '{questions,mailPlan}'::text[]`);
    await queryRunner.query(
      `ALTER TABLE "question_answer" DROP CONSTRAINT "fk_question_answer_registration"`,
    );
    await queryRunner.query(`ALTER TABLE "series" DROP COLUMN "save_the_date_lead_days"`);
    await queryRunner.query(`ALTER TABLE "meeting" DROP COLUMN "mail_plan"`);
    await queryRunner.query(`ALTER TABLE "meeting" DROP COLUMN "questions"`);
    await queryRunner.query(`DROP TABLE "question_answer"`);
  }
}
