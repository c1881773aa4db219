import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What hosts write to some of those invited and who got it; what they note for one another; minutes and slides. */
export class WriteToSomeAndKeepPapers1795871698981 implements MigrationInterface {
  name = 'WriteToSomeAndKeepPapers1795871698981';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "meeting_message" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "subject" jsonb NOT NULL, "text" jsonb NOT NULL, "written_by" uuid, "written_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_meeting_message_text" CHECK (text ? 'de' OR text ? 'en'), CONSTRAINT "ck_meeting_message_subject" CHECK (subject ? 'de' OR subject ? 'en'), CONSTRAINT "pk_meeting_message" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_message_author" ON "meeting_message"  ("written_by") WHERE written_by IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_message_meeting" ON "meeting_message"  ("meeting_id", "id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "meeting_message_recipient" ("message_id" uuid NOT NULL, "invitation_id" uuid NOT NULL, CONSTRAINT "pk_meeting_message_recipient" PRIMARY KEY ("message_id", "invitation_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_message_recipient_invitation" ON "meeting_message_recipient"  ("invitation_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "meeting_file" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "file_id" text NOT NULL, "name" text NOT NULL, "size" integer NOT NULL, "type" text NOT NULL, "audience" text NOT NULL, "added_by" uuid, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_meeting_file_audience" CHECK (audience IN ('hosts', 'invited', 'public')), CONSTRAINT "pk_meeting_file" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_meeting_file_file" ON "meeting_file"  ("file_id") `);
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_file_adder" ON "meeting_file"  ("added_by") WHERE added_by IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_file_meeting" ON "meeting_file"  ("meeting_id", "id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "meeting_note" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "author_id" uuid, "text" text NOT NULL, "written_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_meeting_note" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_note_author" ON "meeting_note"  ("author_id") WHERE author_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_note_meeting" ON "meeting_note"  ("meeting_id", "id") `,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_message" ADD CONSTRAINT "fk_meeting_message_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_message" ADD CONSTRAINT "fk_meeting_message_author" FOREIGN KEY ("written_by") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_message_recipient" ADD CONSTRAINT "fk_meeting_message_recipient_message" FOREIGN KEY ("message_id") REFERENCES "meeting_message"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_message_recipient" ADD CONSTRAINT "fk_meeting_message_recipient_invitation" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_file" ADD CONSTRAINT "fk_meeting_file_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_file" ADD CONSTRAINT "fk_meeting_file_file" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_file" ADD CONSTRAINT "fk_meeting_file_adder" FOREIGN KEY ("added_by") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_note" ADD CONSTRAINT "fk_meeting_note_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_note" ADD CONSTRAINT "fk_meeting_note_author" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "meeting_note" DROP CONSTRAINT "fk_meeting_note_author"`);
    await queryRunner.query(`ALTER TABLE "meeting_note" DROP CONSTRAINT "fk_meeting_note_meeting"`);
    await queryRunner.query(`ALTER TABLE "meeting_file" DROP CONSTRAINT "fk_meeting_file_adder"`);
    await queryRunner.query(`ALTER TABLE "meeting_file" DROP CONSTRAINT "fk_meeting_file_file"`);
    await queryRunner.query(`ALTER TABLE "meeting_file" DROP CONSTRAINT "fk_meeting_file_meeting"`);
    await queryRunner.query(
      `ALTER TABLE "meeting_message_recipient" DROP CONSTRAINT "fk_meeting_message_recipient_invitation"`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_message_recipient" DROP CONSTRAINT "fk_meeting_message_recipient_message"`,
    );
    await queryRunner.query(`ALTER TABLE "meeting_message" DROP CONSTRAINT "fk_meeting_message_author"`);
    await queryRunner.query(`ALTER TABLE "meeting_message" DROP CONSTRAINT "fk_meeting_message_meeting"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_note_meeting"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_note_author"`);
    await queryRunner.query(`DROP TABLE "meeting_note"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_file_meeting"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_file_adder"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_file_file"`);
    await queryRunner.query(`DROP TABLE "meeting_file"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_message_recipient_invitation"`);
    await queryRunner.query(`DROP TABLE "meeting_message_recipient"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_message_meeting"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_message_author"`);
    await queryRunner.query(`DROP TABLE "meeting_message"`);
  }
}
