import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Institutions say what they are and do, offices give roles, and who was invited is known to who invited. */
export class DescribeInstitutionsAndRoles1795822395738 implements MigrationInterface {
  name = 'DescribeInstitutionsAndRoles1795822395738';

  async up(queryRunner: QueryRunner): Promise<void> {
    // What a CHECK says is not compared by the drift check: written by hand.
    await queryRunner.query(`ALTER TABLE "office" DROP CONSTRAINT "ck_office_kind"`);
    await queryRunner.query(
      `ALTER TABLE "office" ADD CONSTRAINT "ck_office_kind" CHECK (kind IN ('cluster_manager', 'network_coordinator', 'organisation_manager', 'assistant', 'funder', 'chair', 'member', 'guest', 'other'))`,
    );
    await queryRunner.query(`ALTER TABLE "role_grant" DROP CONSTRAINT "ck_role_grant_role"`);
    await queryRunner.query(
      `ALTER TABLE "role_grant" ADD CONSTRAINT "ck_role_grant_role" CHECK (role IN ('owner', 'meeting_host', 'funder', 'assistant', 'member'))`,
    );
    await queryRunner.query(
      `CREATE TABLE "acquaintance" ("institution_id" uuid NOT NULL, "person_id" uuid NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_acquaintance" PRIMARY KEY ("institution_id", "person_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_acquaintance_person" ON "acquaintance"  ("person_id") `);
    await queryRunner.query(`ALTER TABLE "role_grant" ADD "meeting_id" uuid`);
    await queryRunner.query(`ALTER TABLE "institution" ADD "field" jsonb`);
    await queryRunner.query(`ALTER TABLE "institution" ADD "laender" text array NOT NULL DEFAULT '{}'`);
    await queryRunner.query(`ALTER TABLE "institution" ADD "seat" text`);
    await queryRunner.query(`ALTER TABLE "institution" ADD "website" text`);
    await queryRunner.query(`ALTER TABLE "institution" ADD "organisation_kind" text`);
    await queryRunner.query(`ALTER TABLE "institution" ADD "operator_id" uuid`);
    await queryRunner.query(`ALTER TABLE "institution" ADD "parent_id" uuid`);
    await queryRunner.query(
      `CREATE INDEX "ix_role_grant_meeting" ON "role_grant"  ("meeting_id") WHERE meeting_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_institution_operator" ON "institution"  ("operator_id") WHERE operator_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_institution_parent" ON "institution"  ("parent_id") WHERE parent_id IS NOT NULL`,
    );
    await queryRunner.query(`ALTER TABLE "role_grant" ADD CONSTRAINT "ck_role_grant_place" CHECK (CASE role WHEN 'owner' THEN institution_id IS NULL AND meeting_id IS NULL
             WHEN 'meeting_host' THEN institution_id IS NULL AND meeting_id IS NOT NULL
             ELSE institution_id IS NOT NULL AND meeting_id IS NULL END)`);
    await queryRunner.query(
      `ALTER TABLE "institution" ADD CONSTRAINT "ck_institution_organisation_kind" CHECK (organisation_kind IS NULL OR kind = 'organisation')`,
    );
    await queryRunner.query(
      `ALTER TABLE "institution" ADD CONSTRAINT "ck_institution_operator" CHECK (operator_id IS NULL OR operator_id <> id)`,
    );
    await queryRunner.query(
      `ALTER TABLE "institution" ADD CONSTRAINT "ck_institution_parent" CHECK (parent_id IS NULL OR (kind = 'committee' AND parent_id <> id))`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_grant" ADD CONSTRAINT "fk_role_grant_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "institution" ADD CONSTRAINT "fk_institution_operator" FOREIGN KEY ("operator_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "institution" ADD CONSTRAINT "fk_institution_parent" FOREIGN KEY ("parent_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "acquaintance" ADD CONSTRAINT "fk_acquaintance_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "acquaintance" ADD CONSTRAINT "fk_acquaintance_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `INSERT INTO acquaintance (institution_id, person_id, since)
       SELECT asking.institution_id, invitation.person_id, min(invitation.invited_at)
         FROM invitation
         JOIN (SELECT id AS meeting_id, institution_id FROM meeting
               UNION SELECT meeting_id, institution_id FROM meeting_host) AS asking
           ON asking.meeting_id = invitation.meeting_id
        GROUP BY 1, 2`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM "role_grant" WHERE role <> 'owner'`);
    await queryRunner.query(`ALTER TABLE "role_grant" DROP CONSTRAINT "ck_role_grant_role"`);
    await queryRunner.query(
      `ALTER TABLE "role_grant" ADD CONSTRAINT "ck_role_grant_role" CHECK (role IN ('owner'))`,
    );
    await queryRunner.query(
      `UPDATE "office" SET kind = 'other' WHERE kind NOT IN ('cluster_manager', 'chair', 'other')`,
    );
    await queryRunner.query(`ALTER TABLE "office" DROP CONSTRAINT "ck_office_kind"`);
    await queryRunner.query(
      `ALTER TABLE "office" ADD CONSTRAINT "ck_office_kind" CHECK (kind IN ('cluster_manager', 'chair', 'other'))`,
    );
    await queryRunner.query(`ALTER TABLE "acquaintance" DROP CONSTRAINT "fk_acquaintance_person"`);
    await queryRunner.query(`ALTER TABLE "acquaintance" DROP CONSTRAINT "fk_acquaintance_institution"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP CONSTRAINT "fk_institution_parent"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP CONSTRAINT "fk_institution_operator"`);
    await queryRunner.query(`ALTER TABLE "role_grant" DROP CONSTRAINT "fk_role_grant_meeting"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP CONSTRAINT "ck_institution_parent"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP CONSTRAINT "ck_institution_operator"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP CONSTRAINT "ck_institution_organisation_kind"`);
    await queryRunner.query(`ALTER TABLE "role_grant" DROP CONSTRAINT "ck_role_grant_place"`);
    await queryRunner.query(`DROP INDEX "ix_institution_parent"`);
    await queryRunner.query(`DROP INDEX "ix_institution_operator"`);
    await queryRunner.query(`DROP INDEX "ix_role_grant_meeting"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP COLUMN "parent_id"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP COLUMN "operator_id"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP COLUMN "organisation_kind"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP COLUMN "website"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP COLUMN "seat"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP COLUMN "laender"`);
    await queryRunner.query(`ALTER TABLE "institution" DROP COLUMN "field"`);
    await queryRunner.query(`ALTER TABLE "role_grant" DROP COLUMN "meeting_id"`);
    await queryRunner.query(`DROP INDEX "ix_acquaintance_person"`);
    await queryRunner.query(`DROP TABLE "acquaintance"`);
  }
}
