import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which offices somebody holds is looked up from this index alone; the exclusion constraint's is slow at it. */
export class CoverMandatesByPerson1795854855401 implements MigrationInterface {
  name = 'CoverMandatesByPerson1795854855401';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_mandate_person"`);
    await queryRunner.query(
      `CREATE INDEX "ix_mandate_person" ON "mandate" ("person_id", "valid_from", "id", "office_id", "valid_until")`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_mandate_person"`);
    await queryRunner.query(
      `CREATE INDEX "ix_mandate_person" ON "mandate" ("person_id", "valid_from", "id")`,
    );
  }
}
