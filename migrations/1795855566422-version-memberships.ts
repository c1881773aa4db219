import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two who change the days of one membership at once: the second is told, instead of undoing the first. */
export class VersionMemberships1795855566422 implements MigrationInterface {
  name = 'VersionMemberships1795855566422';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "membership" ADD "version" integer NOT NULL DEFAULT 1`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "membership" DROP COLUMN "version"`);
  }
}
