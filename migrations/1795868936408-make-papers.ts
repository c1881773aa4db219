import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers as PDF, and what stands above them. */
export class MakePapers1795868936408 implements MigrationInterface {
  name = 'MakePapers1795868936408';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "paper_head" ("institution_id" uuid NOT NULL, "union_funding" text NOT NULL, "funding_line" jsonb, "version" integer NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_paper_head_line" CHECK (funding_line IS NULL OR funding_line ? 'de' OR funding_line ? 'en'), CONSTRAINT "ck_paper_head_union" CHECK (union_funding IN ('none', 'funded', 'co-funded')), CONSTRAINT "pk_paper_head" PRIMARY KEY ("institution_id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "paper_logo" ("id" uuid NOT NULL, "institution_id" uuid NOT NULL, "file_id" text NOT NULL, CONSTRAINT "uq_paper_logo" UNIQUE ("institution_id", "file_id"), CONSTRAINT "pk_paper_logo" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_paper_logo_file" ON "paper_logo"  ("file_id") `);
    await queryRunner.query(
      `CREATE TABLE "paper" ("id" uuid NOT NULL, "kind" text NOT NULL, "meeting_id" uuid, "institution_id" uuid NOT NULL, "language" text NOT NULL, "file_id" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_paper_meeting" CHECK ((kind = 'year-certificate') = (meeting_id IS NULL)), CONSTRAINT "ck_paper_kind" CHECK (kind IN ('sign-in-sheet', 'badges', 'certificates', 'year-certificate')), CONSTRAINT "pk_paper" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_paper_meeting" ON "paper"  ("meeting_id") WHERE meeting_id IS NOT NULL`,
    );
    await queryRunner.query(`CREATE INDEX "ix_paper_institution" ON "paper"  ("institution_id") `);
    await queryRunner.query(
      `ALTER TABLE "paper_head" ADD CONSTRAINT "fk_paper_head_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "paper_logo" ADD CONSTRAINT "fk_paper_logo_head" FOREIGN KEY ("institution_id") REFERENCES "paper_head"("institution_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "paper_logo" ADD CONSTRAINT "fk_paper_logo_file" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "paper" ADD CONSTRAINT "fk_paper_operation" FOREIGN KEY ("id") REFERENCES "operation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "paper" ADD CONSTRAINT "fk_paper_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "paper" ADD CONSTRAINT "fk_paper_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "paper" DROP CONSTRAINT "fk_paper_institution"`);
    await queryRunner.query(`ALTER TABLE "paper" DROP CONSTRAINT "fk_paper_meeting"`);
    await queryRunner.query(`ALTER TABLE "paper" DROP CONSTRAINT "fk_paper_operation"`);
    await queryRunner.query(`ALTER TABLE "paper_logo" DROP CONSTRAINT "fk_paper_logo_file"`);
    await queryRunner.query(`ALTER TABLE "paper_logo" DROP CONSTRAINT "fk_paper_logo_head"`);
    await queryRunner.query(`ALTER TABLE "paper_head" DROP CONSTRAINT "fk_paper_head_institution"`);
    await queryRunner.query(`DROP INDEX "ix_paper_institution"`);
    await queryRunner.query(`DROP INDEX "ix_paper_meeting"`);
    await queryRunner.query(`DROP TABLE "paper"`);
    await queryRunner.query(`DROP INDEX "ix_paper_logo_file"`);
    await queryRunner.query(`DROP TABLE "paper_logo"`);
    await queryRunner.query(`DROP TABLE "paper_head"`);
  }
}
