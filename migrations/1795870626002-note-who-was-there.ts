import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was there, marked at the door or by a host, and the links for helpers at the door. */
export class NoteWhoWasThere1795870626002 implements MigrationInterface {
  name = 'NoteWhoWasThere1795870626002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "attendance_closing" ("meeting_id" uuid NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_attendance_closing" PRIMARY KEY ("meeting_id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "attendance_mark" ("id" uuid NOT NULL, "attendance_id" uuid NOT NULL, "received_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_attendance_mark" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_attendance_mark_attendance" ON "attendance_mark"  ("attendance_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "attendance" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "registration_id" uuid, "guest" integer NOT NULL DEFAULT '0', "person_id" uuid, "walk_in" boolean NOT NULL DEFAULT false, "name" text, "organisation" text, "address" text, "state" text, "marked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "checked_in_at" TIMESTAMP WITH TIME ZONE, "door_link_id" uuid, "marked_by" uuid, CONSTRAINT "uq_attendance_seat" UNIQUE ("registration_id", "guest"), CONSTRAINT "ck_attendance_checked_in" CHECK ((state IS NOT DISTINCT FROM 'present') = (checked_in_at IS NOT NULL)), CONSTRAINT "ck_attendance_walk_in" CHECK (NOT walk_in OR (registration_id IS NULL AND guest = 0 AND name IS NOT NULL)), CONSTRAINT "ck_attendance_guest" CHECK (guest >= 0), CONSTRAINT "ck_attendance_state" CHECK (state IN ('present', 'excused', 'absent')), CONSTRAINT "pk_attendance" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_attendance_person" ON "attendance"  ("person_id") WHERE person_id IS NOT NULL`,
    );
    await queryRunner.query(`CREATE INDEX "ix_attendance_meeting" ON "attendance"  ("meeting_id") `);
    await queryRunner.query(
      `CREATE TABLE "door_link" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "name" text NOT NULL, "token_hash" text NOT NULL, "token_key_id" text NOT NULL, "token_generation" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_door_link_token" UNIQUE ("token_hash"), CONSTRAINT "pk_door_link" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_door_link_meeting" ON "door_link"  ("meeting_id") `);
    await queryRunner.query(
      `ALTER TABLE "attendance_closing" ADD CONSTRAINT "fk_attendance_closing_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "attendance_mark" ADD CONSTRAINT "fk_attendance_mark_attendance" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "attendance" ADD CONSTRAINT "fk_attendance_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "attendance" ADD CONSTRAINT "fk_attendance_registration" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "attendance" ADD CONSTRAINT "fk_attendance_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "attendance" ADD CONSTRAINT "fk_attendance_door_link" FOREIGN KEY ("door_link_id") REFERENCES "door_link"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "attendance" ADD CONSTRAINT "fk_attendance_marked_by" FOREIGN KEY ("marked_by") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "door_link" ADD CONSTRAINT "fk_door_link_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "door_link" DROP CONSTRAINT "fk_door_link_meeting"`);
    await queryRunner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "fk_attendance_marked_by"`);
    await queryRunner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "fk_attendance_door_link"`);
    await queryRunner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "fk_attendance_person"`);
    await queryRunner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "fk_attendance_registration"`);
    await queryRunner.query(`ALTER TABLE "attendance" DROP CONSTRAINT "fk_attendance_meeting"`);
    await queryRunner.query(`ALTER TABLE "attendance_mark" DROP CONSTRAINT "fk_attendance_mark_attendance"`);
    await queryRunner.query(
      `ALTER TABLE "attendance_closing" DROP CONSTRAINT "fk_attendance_closing_meeting"`,
    );
    await queryRunner.query(`DROP INDEX "ix_door_link_meeting"`);
    await queryRunner.query(`DROP TABLE "door_link"`);
    await queryRunner.query(`DROP INDEX "ix_attendance_meeting"`);
    await queryRunner.query(`DROP INDEX "ix_attendance_person"`);
    await queryRunner.query(`DROP TABLE "attendance"`);
    await queryRunner.query(`DROP INDEX "ix_attendance_mark_attendance"`);
    await queryRunner.query(`DROP TABLE "attendance_mark"`);
    await queryRunner.query(`DROP TABLE "attendance_closing"`);
  }
}
