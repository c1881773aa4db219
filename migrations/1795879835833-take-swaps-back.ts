import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A swap that its proposer takes back is told apart from one that lapsed with the dates it was about. */
export class TakeSwapsBack1795879835833 implements MigrationInterface {
  name = 'TakeSwapsBack1795879835833';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "ck_host_swap_state"`);
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "ck_host_swap_state" CHECK (state IN ('open', 'done', 'refused', 'lapsed', 'withdrawn', 'taken-back'))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE "host_swap" SET state = 'withdrawn' WHERE state = 'taken-back'`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "ck_host_swap_state"`);
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "ck_host_swap_state" CHECK (state IN ('open', 'done', 'refused', 'lapsed', 'withdrawn'))`,
    );
  }
}
