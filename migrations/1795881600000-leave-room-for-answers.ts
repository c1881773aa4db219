import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An invitation is written once and changed when it is answered, a registration whenever it is decided. With room left on
 * the page, a change stays there and no index hears of it (HOT: https://www.postgresql.org/docs/15/storage-hot.html).
 */
export class LeaveRoomForAnswers1795881600000 implements MigrationInterface {
  name = 'LeaveRoomForAnswers1795881600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "invitation" SET (fillfactor = 70)`);
    await queryRunner.query(`ALTER TABLE "registration" SET (fillfactor = 80)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "registration" RESET (fillfactor)`);
    await queryRunner.query(`ALTER TABLE "invitation" RESET (fillfactor)`);
  }
}
