import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The link and the entry code of a registration that went with its invitation lead to the one that stayed. */
export class LeadLinksOfRegistrations1795879871417 implements MigrationInterface {
  name = 'LeadLinksOfRegistrations1795879871417';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "former_invitation" ADD "registration_id" uuid`);
    await queryRunner.query(`ALTER TABLE "former_invitation" ADD "registration_token_hash" text`);
    await queryRunner.query(
      `ALTER TABLE "former_invitation" ADD CONSTRAINT "uq_former_invitation_registration_token" UNIQUE ("registration_token_hash")`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "former_invitation" DROP CONSTRAINT "uq_former_invitation_registration_token"`,
    );
    await queryRunner.query(`ALTER TABLE "former_invitation" DROP COLUMN "registration_token_hash"`);
    await queryRunner.query(`ALTER TABLE "former_invitation" DROP COLUMN "registration_id"`);
  }
}
