import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The history of an office and of a person, and the institutions of a Land, are read without reading all others. */
export class IndexMandatesAndLaender1795825839528 implements MigrationInterface {
  name = 'IndexMandatesAndLaender1795825839528';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_mandate_person"`);
    await queryRunner.query(`CREATE INDEX "ix_institution_laender" ON "institution" USING gin ("laender") `);
    await queryRunner.query(
      `CREATE INDEX "ix_mandate_person" ON "mandate"  ("person_id", "valid_from", "id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_mandate_office" ON "mandate"  ("office_id", "valid_from", "id") `,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_mandate_office"`);
    await queryRunner.query(`DROP INDEX "ix_mandate_person"`);
    await queryRunner.query(`DROP INDEX "ix_institution_laender"`);
    await queryRunner.query(`CREATE INDEX "ix_mandate_person" ON "mandate"  ("person_id") `);
  }
}
