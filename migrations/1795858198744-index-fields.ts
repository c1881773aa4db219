import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of institutions narrowed down to a branch, whose words may stand in the middle, in either language. */
export class IndexFields1795858198744 implements MigrationInterface {
  name = 'IndexFields1795858198744';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "ix_institution_field" ON "institution"
         USING gin ((field ->> 'de') gin_trgm_ops, (field ->> 'en') gin_trgm_ops)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_institution_field"`);
  }
}
