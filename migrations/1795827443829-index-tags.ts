import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tags of all institutions are listed by name without sorting all of them. */
export class IndexTags1795827443829 implements MigrationInterface {
  name = 'IndexTags1795827443829';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX "ix_tag_sort" ON "tag"  ("name", "id") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_tag_sort"`);
  }
}
