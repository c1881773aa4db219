import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Audiences are saved and remembered by the meetings that use them, tags group people, and reasons are of every kind. */
export class SaveAudiencesAndTags1795823788942 implements MigrationInterface {
  name = 'SaveAudiencesAndTags1795823788942';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "audience" ("id" uuid NOT NULL, "institution_id" uuid NOT NULL, "name" jsonb NOT NULL, "sort_name" text COLLATE "de-x-icu" NOT NULL, "rule" jsonb NOT NULL, "version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_audience_name" CHECK (name ? 'de' OR name ? 'en'), CONSTRAINT "pk_audience" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_audience_institution" ON "audience"  ("institution_id") `);
    await queryRunner.query(`CREATE INDEX "ix_audience_sort" ON "audience"  ("sort_name", "id") `);
    await queryRunner.query(
      `CREATE TABLE "institution_tag" ("tag_id" uuid NOT NULL, "institution_id" uuid NOT NULL, CONSTRAINT "pk_institution_tag" PRIMARY KEY ("tag_id", "institution_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_institution_tag_institution" ON "institution_tag"  ("institution_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "person_tag" ("tag_id" uuid NOT NULL, "person_id" uuid NOT NULL, CONSTRAINT "pk_person_tag" PRIMARY KEY ("tag_id", "person_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_person_tag_person" ON "person_tag"  ("person_id") `);
    await queryRunner.query(
      `CREATE TABLE "tag" ("id" uuid NOT NULL, "institution_id" uuid NOT NULL, "name" text COLLATE "de-x-icu" NOT NULL, CONSTRAINT "uq_tag_institution_name" UNIQUE ("institution_id", "name"), CONSTRAINT "ck_tag_name" CHECK (name <> ''), CONSTRAINT "pk_tag" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "meeting_audience" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "audience_key" text NOT NULL, "audience_id" uuid, "rule" jsonb, "successors" text NOT NULL, "newcomers" text NOT NULL, "copy_to_deputies" boolean NOT NULL, "asked_by" uuid, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_meeting_audience" UNIQUE ("meeting_id", "audience_key"), CONSTRAINT "ck_meeting_audience_newcomers" CHECK (newcomers IN ('invite', 'show')), CONSTRAINT "ck_meeting_audience_successors" CHECK (successors IN ('on-the-day', 'at-once')), CONSTRAINT "ck_meeting_audience_source" CHECK ((audience_id IS NULL) <> (rule IS NULL)), CONSTRAINT "pk_meeting_audience" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_audience_audience" ON "meeting_audience"  ("audience_id") WHERE audience_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_invitation_reason_office" ON "invitation_reason"  ("office_id") WHERE office_id IS NOT NULL`,
    );
    await queryRunner.query(`ALTER TABLE "invitation_reason" DROP CONSTRAINT "ck_invitation_reason_office"`);
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "ck_invitation_reason_office" CHECK (CASE kind WHEN 'named' THEN office_id IS NULL WHEN 'membership' THEN true ELSE office_id IS NOT NULL END)`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "ck_invitation_reason_institution" CHECK ((kind = 'named') = (institution_id IS NULL))`,
    );
    await queryRunner.query(
      `ALTER TABLE "audience" ADD CONSTRAINT "fk_audience_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "institution_tag" ADD CONSTRAINT "fk_institution_tag_tag" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "institution_tag" ADD CONSTRAINT "fk_institution_tag_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "person_tag" ADD CONSTRAINT "fk_person_tag_tag" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "person_tag" ADD CONSTRAINT "fk_person_tag_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "tag" ADD CONSTRAINT "fk_tag_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_audience" ADD CONSTRAINT "fk_meeting_audience_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_audience" ADD CONSTRAINT "fk_meeting_audience_audience" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_audience" ADD CONSTRAINT "fk_meeting_audience_asked_by" FOREIGN KEY ("asked_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "meeting_audience" DROP CONSTRAINT "fk_meeting_audience_asked_by"`);
    await queryRunner.query(`ALTER TABLE "meeting_audience" DROP CONSTRAINT "fk_meeting_audience_audience"`);
    await queryRunner.query(`ALTER TABLE "meeting_audience" DROP CONSTRAINT "fk_meeting_audience_meeting"`);
    await queryRunner.query(`ALTER TABLE "tag" DROP CONSTRAINT "fk_tag_institution"`);
    await queryRunner.query(`ALTER TABLE "person_tag" DROP CONSTRAINT "fk_person_tag_person"`);
    await queryRunner.query(`ALTER TABLE "person_tag" DROP CONSTRAINT "fk_person_tag_tag"`);
    await queryRunner.query(`ALTER TABLE "institution_tag" DROP CONSTRAINT "fk_institution_tag_institution"`);
    await queryRunner.query(`ALTER TABLE "institution_tag" DROP CONSTRAINT "fk_institution_tag_tag"`);
    await queryRunner.query(`ALTER TABLE "audience" DROP CONSTRAINT "fk_audience_institution"`);
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" DROP CONSTRAINT "ck_invitation_reason_institution"`,
    );
    await queryRunner.query(`ALTER TABLE "invitation_reason" DROP CONSTRAINT "ck_invitation_reason_office"`);
    await queryRunner.query(
      `DELETE FROM "invitation_reason" WHERE (kind = 'office') <> (office_id IS NOT NULL)`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "ck_invitation_reason_office" CHECK ((kind = 'office') = (office_id IS NOT NULL))`,
    );
    await queryRunner.query(`DROP INDEX "ix_invitation_reason_office"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_audience_audience"`);
    await queryRunner.query(`DROP TABLE "meeting_audience"`);
    await queryRunner.query(`DROP TABLE "tag"`);
    await queryRunner.query(`DROP INDEX "ix_person_tag_person"`);
    await queryRunner.query(`DROP TABLE "person_tag"`);
    await queryRunner.query(`DROP INDEX "ix_institution_tag_institution"`);
    await queryRunner.query(`DROP TABLE "institution_tag"`);
    await queryRunner.query(`DROP INDEX "ix_audience_sort"`);
    await queryRunner.query(`DROP INDEX "ix_audience_institution"`);
    await queryRunner.query(`DROP TABLE "audience"`);
  }
}
