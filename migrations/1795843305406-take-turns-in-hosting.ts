import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hosts take turns: they are asked, confirm or leave it to others, and swap their dates, each by links of their own. */
export class TakeTurnsInHosting1795843305406 implements MigrationInterface {
  name = 'TakeTurnsInHosting1795843305406';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "host_link" ("id" uuid NOT NULL, "turn_id" uuid, "swap_id" uuid, "institution_id" uuid NOT NULL, "person_id" uuid, "token_hash" text NOT NULL, "token_generation" integer NOT NULL, "token_key_id" text NOT NULL, CONSTRAINT "uq_host_link_token" UNIQUE ("token_hash"), CONSTRAINT "ck_host_link_subject" CHECK (num_nonnulls(turn_id, swap_id) = 1), CONSTRAINT "pk_host_link" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_host_link_turn" ON "host_link"  ("turn_id") WHERE turn_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_host_link_swap" ON "host_link"  ("swap_id") WHERE swap_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_host_link_person" ON "host_link"  ("person_id") WHERE person_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE TABLE "host_swap" ("id" uuid NOT NULL, "series_id" uuid NOT NULL, "first_date_id" uuid NOT NULL, "second_date_id" uuid NOT NULL, "first_host_id" uuid NOT NULL, "second_host_id" uuid NOT NULL, "state" text NOT NULL, "first_consented_at" TIMESTAMP WITH TIME ZONE, "first_by_id" uuid, "second_consented_at" TIMESTAMP WITH TIME ZONE, "second_by_id" uuid, "asked_by_id" uuid, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "consent_by" TIMESTAMP WITH TIME ZONE NOT NULL, "settled_at" TIMESTAMP WITH TIME ZONE, "reason" text, CONSTRAINT "ck_host_swap_hosts" CHECK (first_host_id <> second_host_id), CONSTRAINT "ck_host_swap_dates" CHECK (first_date_id <> second_date_id), CONSTRAINT "ck_host_swap_state" CHECK (state IN ('open', 'done', 'refused', 'lapsed', 'withdrawn')), CONSTRAINT "pk_host_swap" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_host_swap_series" ON "host_swap"  ("series_id") `);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "uq_host_swap_second" ON "host_swap"  ("second_date_id") WHERE state = 'open'`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "uq_host_swap_first" ON "host_swap"  ("first_date_id") WHERE state = 'open'`,
    );
    await queryRunner.query(
      `CREATE TABLE "host_turn" ("id" uuid NOT NULL, "date_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "state" text NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, "confirm_by" TIMESTAMP WITH TIME ZONE NOT NULL, "reminded_at" TIMESTAMP WITH TIME ZONE, "answered_at" TIMESTAMP WITH TIME ZONE, "answered_by_id" uuid, "reason" text, CONSTRAINT "ck_host_turn_state" CHECK (state IN ('asked', 'confirmed', 'declined', 'lapsed', 'withdrawn')), CONSTRAINT "pk_host_turn" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_host_turn_date" ON "host_turn"  ("date_id") `);
    await queryRunner.query(`CREATE INDEX "ix_host_turn_institution" ON "host_turn"  ("institution_id") `);
    await queryRunner.query(
      `CREATE INDEX "ix_host_turn_answered_by" ON "host_turn"  ("answered_by_id") WHERE answered_by_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "uq_host_turn_open" ON "host_turn"  ("date_id") WHERE state IN ('asked', 'confirmed')`,
    );
    await queryRunner.query(`ALTER TABLE "series_host" ADD "left_at" TIMESTAMP WITH TIME ZONE`);
    await queryRunner.query(`ALTER TABLE "series" ADD "ask_host_lead_days" integer NOT NULL DEFAULT '90'`);
    await queryRunner.query(`ALTER TABLE "series" ADD "confirm_host_days" integer NOT NULL DEFAULT '14'`);
    await queryRunner.query(`ALTER TABLE "series" ADD "remind_host_days" integer NOT NULL DEFAULT '3'`);
    await queryRunner.query(
      `ALTER TABLE "series" ADD CONSTRAINT "ck_series_host_days" CHECK (ask_host_lead_days BETWEEN 1 AND 730 AND confirm_host_days BETWEEN 1 AND 90 AND remind_host_days BETWEEN 0 AND 60)`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_link" ADD CONSTRAINT "fk_host_link_turn" FOREIGN KEY ("turn_id") REFERENCES "host_turn"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_link" ADD CONSTRAINT "fk_host_link_swap" FOREIGN KEY ("swap_id") REFERENCES "host_swap"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_link" ADD CONSTRAINT "fk_host_link_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_link" ADD CONSTRAINT "fk_host_link_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "fk_host_swap_series" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "fk_host_swap_first_date" FOREIGN KEY ("first_date_id") REFERENCES "series_date"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "fk_host_swap_second_date" FOREIGN KEY ("second_date_id") REFERENCES "series_date"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "fk_host_swap_first_host" FOREIGN KEY ("first_host_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "fk_host_swap_second_host" FOREIGN KEY ("second_host_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "fk_host_swap_first_by" FOREIGN KEY ("first_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "fk_host_swap_second_by" FOREIGN KEY ("second_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_swap" ADD CONSTRAINT "fk_host_swap_asked_by" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_turn" ADD CONSTRAINT "fk_host_turn_date" FOREIGN KEY ("date_id") REFERENCES "series_date"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_turn" ADD CONSTRAINT "fk_host_turn_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "host_turn" ADD CONSTRAINT "fk_host_turn_answered_by" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "host_turn" DROP CONSTRAINT "fk_host_turn_answered_by"`);
    await queryRunner.query(`ALTER TABLE "host_turn" DROP CONSTRAINT "fk_host_turn_institution"`);
    await queryRunner.query(`ALTER TABLE "host_turn" DROP CONSTRAINT "fk_host_turn_date"`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "fk_host_swap_asked_by"`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "fk_host_swap_second_by"`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "fk_host_swap_first_by"`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "fk_host_swap_second_host"`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "fk_host_swap_first_host"`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "fk_host_swap_second_date"`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "fk_host_swap_first_date"`);
    await queryRunner.query(`ALTER TABLE "host_swap" DROP CONSTRAINT "fk_host_swap_series"`);
    await queryRunner.query(`ALTER TABLE "host_link" DROP CONSTRAINT "fk_host_link_person"`);
    await queryRunner.query(`ALTER TABLE "host_link" DROP CONSTRAINT "fk_host_link_institution"`);
    await queryRunner.query(`ALTER TABLE "host_link" DROP CONSTRAINT "fk_host_link_swap"`);
    await queryRunner.query(`ALTER TABLE "host_link" DROP CONSTRAINT "fk_host_link_turn"`);
    await queryRunner.query(`ALTER TABLE "series" DROP CONSTRAINT "ck_series_host_days"`);
    await queryRunner.query(`ALTER TABLE "series" DROP COLUMN "remind_host_days"`);
    await queryRunner.query(`ALTER TABLE "series" DROP COLUMN "confirm_host_days"`);
    await queryRunner.query(`ALTER TABLE "series" DROP COLUMN "ask_host_lead_days"`);
    await queryRunner.query(`ALTER TABLE "series_host" DROP COLUMN "left_at"`);
    await queryRunner.query(`DROP INDEX "uq_host_turn_open"`);
    await queryRunner.query(`DROP INDEX "ix_host_turn_answered_by"`);
    await queryRunner.query(`DROP INDEX "ix_host_turn_institution"`);
    await queryRunner.query(`DROP INDEX "ix_host_turn_date"`);
    await queryRunner.query(`DROP TABLE "host_turn"`);
    await queryRunner.query(`DROP INDEX "uq_host_swap_first"`);
    await queryRunner.query(`DROP INDEX "uq_host_swap_second"`);
    await queryRunner.query(`DROP INDEX "ix_host_swap_series"`);
    await queryRunner.query(`DROP TABLE "host_swap"`);
    await queryRunner.query(`DROP INDEX "ix_host_link_person"`);
    await queryRunner.query(`DROP INDEX "ix_host_link_swap"`);
    await queryRunner.query(`DROP INDEX "ix_host_link_turn"`);
    await queryRunner.query(`DROP TABLE "host_link"`);
  }
}
