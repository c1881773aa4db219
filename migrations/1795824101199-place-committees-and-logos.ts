import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A committee always belongs to another institution, and institutions show a logo. */
export class PlaceCommitteesAndLogos1795824101199 implements MigrationInterface {
  name = 'PlaceCommitteesAndLogos1795824101199';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "institution" DROP CONSTRAINT "ck_institution_parent"`);
    // NOT VALID: a committee from before stays as it is, and is asked for its institution when it is changed next.
    await queryRunner.query(
      `ALTER TABLE "institution" ADD CONSTRAINT "ck_institution_parent" CHECK ((kind = 'committee') = (parent_id IS NOT NULL) AND (parent_id IS NULL OR parent_id <> id)) NOT VALID`,
    );
    await queryRunner.query(`ALTER TABLE "institution" ADD "logo_file_id" text`);
    await queryRunner.query(
      `ALTER TABLE "institution" ADD CONSTRAINT "fk_institution_logo" FOREIGN KEY ("logo_file_id") REFERENCES "file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "institution" DROP CONSTRAINT "fk_institution_logo"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP COLUMN "logo_file_id"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP CONSTRAINT "ck_institution_parent"`);
    await queryRunner.query(
      `ALTER TABLE "institution" ADD CONSTRAINT "ck_institution_parent" CHECK (parent_id IS NULL OR (kind = 'committee' AND parent_id <> id))`,
    );
  }
}
