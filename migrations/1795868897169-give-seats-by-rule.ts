import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORDINARY =
  '{"contingents": [], "quota": null, "reserved": 0, "line": "arrival", "offerHours": 24, "afterAnswerBy": "promote", "approval": false, "companions": 0}';

/** Quotas, contingents, reserved seats, offers of freed seats, approval by the host, companions. */
export class GiveSeatsByRule1795868897169 implements MigrationInterface {
  name = 'GiveSeatsByRule1795868897169';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "ck_registration_seats_positive"`);
    await queryRunner.query(`ALTER TABLE "invitation" ADD "reserved_seat" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(`ALTER TABLE "registration" ADD "companions" text array NOT NULL DEFAULT '{}'`);
    await queryRunner.query(
      `UPDATE "registration" SET companions = array_fill(''::text, ARRAY[seats - 1]) WHERE seats > 1`,
    );
    await queryRunner.query(`ALTER TABLE "registration" ADD "contingent_id" uuid`);
    await queryRunner.query(`ALTER TABLE "registration" ADD "group_id" uuid`);
    await queryRunner.query(`ALTER TABLE "registration" ADD "offered_until" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(`ALTER TABLE "registration" ADD "cause" text`);
    await queryRunner.query(`ALTER TABLE "registration" ADD "decision_note" text`);
    await queryRunner.query(`ALTER TABLE "registration" ADD "decisions" integer NOT NULL DEFAULT '0'`);
    await queryRunner.query(`ALTER TABLE "meeting" ADD "seating" jsonb NOT NULL DEFAULT '${ORDINARY}'`);
    await queryRunner.query(`ALTER TABLE "meeting" ALTER COLUMN "seating" DROP DEFAULT`);
    // A date differs from what its series made of it only where somebody touched it.
    const ordinary = `'{"seating": ${ORDINARY}}'::jsonb`;
    await queryRunner.query(`UPDATE "series" SET template = template || ${ordinary}`);
    await queryRunner.query(
      `UPDATE "series_date" SET generated = generated || ${ordinary} WHERE generated IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_registration_offered" ON "registration"  ("meeting_id", "offered_until") WHERE offered_until IS NOT NULL`,
    );
    await queryRunner.query(
      `ALTER TABLE "registration" ADD CONSTRAINT "ck_registration_cause" CHECK (cause IS NULL OR (state = 'cancelled' AND cause IN ('refused', 'offer-lapsed')))`,
    );
    await queryRunner.query(
      `ALTER TABLE "registration" ADD CONSTRAINT "ck_registration_offer" CHECK ((state = 'offered') = (offered_until IS NOT NULL))`,
    );
    await queryRunner.query(
      `ALTER TABLE "registration" ADD CONSTRAINT "ck_registration_seats" CHECK (seats = 1 + cardinality(companions))`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE "series_date" SET generated = generated - 'seating'`);
    await queryRunner.query(`UPDATE "series" SET template = template - 'seating'`);
    await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "ck_registration_seats"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "ck_registration_offer"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "ck_registration_cause"`);
    await queryRunner.query(`DROP INDEX "ix_registration_offered"`);
    await queryRunner.query(`ALTER TABLE "meeting" DROP COLUMN "seating"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "decisions"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "decision_note"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "cause"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "offered_until"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "group_id"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "contingent_id"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "companions"`);
    await queryRunner.query(`ALTER TABLE "invitation" DROP COLUMN "reserved_seat"`);
    await queryRunner.query(
      `ALTER TABLE "registration" ADD CONSTRAINT "ck_registration_seats_positive" CHECK ((seats > 0))`,
    );
  }
}
