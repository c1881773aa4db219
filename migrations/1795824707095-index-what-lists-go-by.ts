import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists read no more rows than they show, whatever else there is: rare mails, drafts, and meetings to come. */
export class IndexWhatListsGoBy1795824707095 implements MigrationInterface {
  name = 'IndexWhatListsGoBy1795824707095';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX "ix_outgoing_mail_state" ON "outgoing_mail"  ("state", "id") WHERE state <> 'sent'`,
    );
    await queryRunner.query(`CREATE INDEX "ix_meeting_state" ON "meeting"  ("state", "starts_at", "id") `);
    // An index on an expression, which an entity cannot declare: written by hand.
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_period" ON "meeting" USING gist (tstzrange(starts_at, ends_at, '[]'))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_meeting_period"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_state"`);
    await queryRunner.query(`DROP INDEX "ix_outgoing_mail_state"`);
  }
}
