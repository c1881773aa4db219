import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats are counted for every batch of answers, and those who wait are many more than those who have one. */
export class FindWhoHasASeat1795885000000 implements MigrationInterface {
  name = 'FindWhoHasASeat1795885000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "ix_registration_seated" ON "registration" ("meeting_id") WHERE state IN ('confirmed', 'offered')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_registration_seated"`);
  }
}
