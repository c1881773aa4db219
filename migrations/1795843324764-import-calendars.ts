import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendars of others, such as school holidays, that dates are held against. */
export class ImportCalendars1795843324764 implements MigrationInterface {
  name = 'ImportCalendars1795843324764';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "imported_calendar" ("id" uuid NOT NULL, "institution_id" uuid, "name" jsonb NOT NULL, "sort_name" text COLLATE "de-x-icu" NOT NULL, "laender" text array NOT NULL DEFAULT '{}', "address" text, "etag" text, "last_modified" text, "entries" integer NOT NULL, "read_until" date, "refreshed_at" TIMESTAMP WITH TIME ZONE, "failing_since" TIMESTAMP WITH TIME ZONE, "failures" integer NOT NULL, "failure_code" text, "failure_params" jsonb NOT NULL, "version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_imported_calendar_failure" CHECK ((failing_since IS NULL) = (failure_code IS NULL)), CONSTRAINT "ck_imported_calendar_name" CHECK (name ? 'de' OR name ? 'en'), CONSTRAINT "pk_imported_calendar" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_imported_calendar_institution" ON "imported_calendar"  ("institution_id") WHERE institution_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_imported_calendar_sort" ON "imported_calendar"  ("sort_name", "id") `,
    );
    await queryRunner.query(`CREATE TABLE "imported_entry" ("id" uuid NOT NULL, "calendar_id" uuid NOT NULL, "summary" text NOT NULL, "first_on" date, "last_on" date, "starts_at" TIMESTAMP WITH TIME ZONE, "ends_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_imported_entry_when" CHECK (CASE WHEN first_on IS NULL THEN last_on IS NULL AND starts_at IS NOT NULL AND ends_at >= starts_at
        ELSE last_on >= first_on AND starts_at IS NULL AND ends_at IS NULL END), CONSTRAINT "pk_imported_entry" PRIMARY KEY ("id"))`);
    await queryRunner.query(
      `CREATE INDEX "ix_imported_entry_calendar" ON "imported_entry"  ("calendar_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_imported_entry_times" ON "imported_entry"  ("ends_at", "starts_at") WHERE starts_at IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_imported_entry_days" ON "imported_entry"  ("last_on", "first_on") WHERE first_on IS NOT NULL`,
    );
    await queryRunner.query(
      `ALTER TABLE "imported_calendar" ADD CONSTRAINT "fk_imported_calendar_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "imported_entry" ADD CONSTRAINT "fk_imported_entry_calendar" FOREIGN KEY ("calendar_id") REFERENCES "imported_calendar"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "imported_entry" DROP CONSTRAINT "fk_imported_entry_calendar"`);
    await queryRunner.query(
      `ALTER TABLE "imported_calendar" DROP CONSTRAINT "fk_imported_calendar_institution"`,
    );
    await queryRunner.query(`DROP INDEX "ix_imported_entry_days"`);
    await queryRunner.query(`DROP INDEX "ix_imported_entry_times"`);
    await queryRunner.query(`DROP INDEX "ix_imported_entry_calendar"`);
    await queryRunner.query(`DROP TABLE "imported_entry"`);
    await queryRunner.query(`DROP INDEX "ix_imported_calendar_sort"`);
    await queryRunner.query(`DROP INDEX "ix_imported_calendar_institution"`);
    await queryRunner.query(`DROP TABLE "imported_calendar"`);
  }
}
