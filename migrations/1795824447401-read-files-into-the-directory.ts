import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports: the file handed in, what its dry run found row by row, and how columns were mapped the last time. */
export class ReadFilesIntoTheDirectory1795824447401 implements MigrationInterface {
  name = 'ReadFilesIntoTheDirectory1795824447401';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "import_mapping" ("institution_id" uuid NOT NULL, "signature" text NOT NULL, "mapping" jsonb NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_import_mapping" PRIMARY KEY ("institution_id", "signature"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "import_row" ("import_id" uuid NOT NULL, "row" integer NOT NULL, "state" text NOT NULL, "name" text NOT NULL, "changes" jsonb NOT NULL, "problems" jsonb NOT NULL, CONSTRAINT "ck_import_row_state" CHECK (state IN ('new', 'changed', 'unchanged', 'linked', 'wrong')), CONSTRAINT "pk_import_row" PRIMARY KEY ("import_id", "row"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_import_row_state" ON "import_row"  ("import_id", "state", "row") `,
    );
    await queryRunner.query(
      `CREATE TABLE "import_run" ("id" uuid NOT NULL, "kind" text NOT NULL, "institution_id" uuid NOT NULL, "file_id" text, "file_name" text NOT NULL, "columns" jsonb NOT NULL, "mapping" jsonb NOT NULL, "mapping_remembered" boolean NOT NULL, "state" text NOT NULL, "rows" integer NOT NULL, "counts" jsonb, "fingerprint" text, "operation_id" uuid, "created_by" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_import_run_checked" CHECK (state NOT IN ('checked', 'writing') OR fingerprint IS NOT NULL), CONSTRAINT "ck_import_run_state" CHECK (state IN ('mapping', 'checking', 'checked', 'writing', 'done')), CONSTRAINT "ck_import_run_kind" CHECK (kind IN ('people', 'members')), CONSTRAINT "pk_import_run" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_import_run_institution" ON "import_run"  ("institution_id") `);
    await queryRunner.query(
      `ALTER TABLE "import_mapping" ADD CONSTRAINT "fk_import_mapping_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "import_row" ADD CONSTRAINT "fk_import_row_run" FOREIGN KEY ("import_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "import_run" ADD CONSTRAINT "fk_import_run_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "import_run" DROP CONSTRAINT "fk_import_run_institution"`);
    await queryRunner.query(`ALTER TABLE "import_row" DROP CONSTRAINT "fk_import_row_run"`);
    await queryRunner.query(`ALTER TABLE "import_mapping" DROP CONSTRAINT "fk_import_mapping_institution"`);
    await queryRunner.query(`DROP INDEX "ix_import_run_institution"`);
    await queryRunner.query(`DROP TABLE "import_run"`);
    await queryRunner.query(`DROP INDEX "ix_import_row_state"`);
    await queryRunner.query(`DROP TABLE "import_row"`);
    await queryRunner.query(`DROP TABLE "import_mapping"`);
  }
}
