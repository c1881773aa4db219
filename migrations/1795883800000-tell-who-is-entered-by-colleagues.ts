import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer that a colleague has given by naming somebody is told apart from the person's own. */
export class TellWhoIsEnteredByColleagues1795883800000 implements MigrationInterface {
  name = 'TellWhoIsEnteredByColleagues1795883800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, `'web', 'calendar', 'host', 'api', 'series', 'colleague'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `UPDATE "invitation" SET "answer_channel" = 'web' WHERE "answer_channel" = 'colleague'`,
    );
    await allow(queryRunner, `'web', 'calendar', 'host', 'api', 'series'`);
  }
}

async function allow(queryRunner: QueryRunner, channels: string): Promise<void> {
  await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "ck_invitation_channel"`);
  await queryRunner.query(
    `ALTER TABLE "invitation" ADD CONSTRAINT "ck_invitation_channel" CHECK (answer_channel IN (${channels}))`,
  );
}
