import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who keeps an institution reads its log, and sees who has which right there. */
export class AssignTheLogToInstitutions1795824551001 implements MigrationInterface {
  name = 'AssignTheLogToInstitutions1795824551001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "audit_entry" ADD "institution_ids" uuid array NOT NULL DEFAULT '{}'`,
    );
    await queryRunner.query(
      `UPDATE audit_entry SET institution_ids = found.ids
         FROM (SELECT 'institution' AS kind, id, ARRAY[id] AS ids FROM institution
               UNION ALL SELECT 'office', id, ARRAY[institution_id] FROM office
               UNION ALL SELECT 'mandate', mandate.id, ARRAY[office.institution_id]
                           FROM mandate JOIN office ON office.id = mandate.office_id
               UNION ALL SELECT 'membership', id, ARRAY[institution_id, member_id] FROM membership
               UNION ALL SELECT 'person', id, ARRAY[home_institution_id] FROM person
                          WHERE home_institution_id IS NOT NULL
               UNION ALL SELECT 'meeting', id, ARRAY(SELECT meeting.institution_id UNION
                           SELECT institution_id FROM meeting_host WHERE meeting_id = meeting.id) FROM meeting
               UNION ALL SELECT 'invitation', invitation.id, ARRAY(SELECT meeting.institution_id UNION
                           SELECT institution_id FROM meeting_host WHERE meeting_id = meeting.id)
                           FROM invitation JOIN meeting ON meeting.id = invitation.meeting_id) AS found
        WHERE audit_entry.subject_kind = found.kind AND audit_entry.subject_id = found.id`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_audit_entry_actor" ON "audit_entry"  ("actor_person_id", "at") WHERE actor_person_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_audit_entry_institutions" ON "audit_entry" USING gin ("institution_ids") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_role_grant_institution" ON "role_grant"  ("institution_id") WHERE institution_id IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_role_grant_institution"`);
    await queryRunner.query(`DROP INDEX "ix_audit_entry_institutions"`);
    await queryRunner.query(`DROP INDEX "ix_audit_entry_actor"`);
    await queryRunner.query(`ALTER TABLE "audit_entry" DROP COLUMN "institution_ids"`);
  }
}
