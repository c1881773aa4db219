import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logos and tables that are read in lie in the database, by the hash of their bytes. */
export class KeepFiles1795823269921 implements MigrationInterface {
  name = 'KeepFiles1795823269921';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "file" ("id" text NOT NULL, "size" integer NOT NULL, "type" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "bytes" bytea NOT NULL, CONSTRAINT "ck_file_size" CHECK (size > 0 AND size <= 20971520), CONSTRAINT "ck_file_id" CHECK (id ~ '^[0-9a-f]{64}$'), CONSTRAINT "pk_file" PRIMARY KEY ("id"))`,
    );
    // Pictures and workbooks are packed already; trying again costs time and gains nothing.
    await queryRunner.query(`ALTER TABLE "file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL`);
    await queryRunner.query(
      `CREATE TABLE "file_use" ("file_id" text NOT NULL, "owner_kind" text NOT NULL, "owner_id" uuid NOT NULL, "public" boolean NOT NULL, CONSTRAINT "pk_file_use" PRIMARY KEY ("file_id", "owner_kind", "owner_id"))`,
    );
    await queryRunner.query(
      `ALTER TABLE "file_use" ADD CONSTRAINT "fk_file_use_file" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "file_use"`);
    await queryRunner.query(`DROP TABLE "file"`);
  }
}
