import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings come back by a rule: series with their dates, their hosts and what changed; meetings get an agenda. */
export class RepeatMeetings1795840366218 implements MigrationInterface {
  name = 'RepeatMeetings1795840366218';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "series_host" ("series_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "position" integer NOT NULL, "weight" integer NOT NULL, "away_months" integer array NOT NULL, CONSTRAINT "ck_series_host_weight" CHECK (weight BETWEEN 1 AND 10), CONSTRAINT "pk_series_host" PRIMARY KEY ("series_id", "institution_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_series_host_institution" ON "series_host"  ("institution_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "series_change" ("id" uuid NOT NULL, "series_id" uuid NOT NULL, "effects" jsonb NOT NULL, "note" text, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_series_change" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_series_change_series" ON "series_change"  ("series_id") `);
    await queryRunner.query(
      `CREATE TABLE "series_date" ("id" uuid NOT NULL, "series_id" uuid NOT NULL, "original_local" TIMESTAMP NOT NULL, "number" integer, "state" text NOT NULL, "meeting_id" uuid, "generated" jsonb, "holiday" jsonb, "host_id" uuid, "due_at" TIMESTAMP WITH TIME ZONE, "invited_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_series_date_meeting" UNIQUE ("meeting_id"), CONSTRAINT "uq_series_date_original" UNIQUE ("series_id", "original_local"), CONSTRAINT "ck_series_date_meeting" CHECK (state <> 'planned' OR (meeting_id IS NOT NULL AND generated IS NOT NULL)), CONSTRAINT "ck_series_date_state" CHECK (state IN ('planned', 'skipped', 'asked')), CONSTRAINT "pk_series_date" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_series_date_host" ON "series_date"  ("host_id") WHERE host_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE TABLE "series" ("id" uuid NOT NULL, "slug" text NOT NULL, "institution_id" uuid NOT NULL, "name" jsonb NOT NULL, "sort_name" text COLLATE "de-x-icu" NOT NULL, "description" jsonb, "zone" text NOT NULL, "rule" jsonb NOT NULL, "all_day" boolean NOT NULL, "length_minutes" integer NOT NULL, "template" jsonb NOT NULL, "organiser_id" uuid, "audience_id" uuid, "audience_rule" jsonb, "successors" text NOT NULL, "newcomers" text NOT NULL, "copy_to_deputies" boolean NOT NULL, "invite_lead_days" integer NOT NULL, "sending" text NOT NULL, "answer_by_lead_days" integer, "holidays" text NOT NULL, "window_months" integer NOT NULL, "first_number" integer NOT NULL, "state" text NOT NULL, "ends_on" date, "version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_series_slug" UNIQUE ("slug"), CONSTRAINT "ck_series_newcomers" CHECK (newcomers IN ('invite', 'show')), CONSTRAINT "ck_series_successors" CHECK (successors IN ('on-the-day', 'at-once')), CONSTRAINT "ck_series_sending" CHECK (sending IN ('by-itself', 'after-nod')), CONSTRAINT "ck_series_holidays" CHECK (holidays IN ('keep', 'move', 'skip', 'ask')), CONSTRAINT "ck_series_audience" CHECK (audience_id IS NULL OR audience_rule IS NULL), CONSTRAINT "ck_series_lead" CHECK (invite_lead_days >= 0 AND answer_by_lead_days BETWEEN 0 AND invite_lead_days), CONSTRAINT "ck_series_window" CHECK (window_months BETWEEN 1 AND 36), CONSTRAINT "ck_series_length_positive" CHECK (length_minutes > 0), CONSTRAINT "ck_series_name" CHECK (name ? 'de' OR name ? 'en'), CONSTRAINT "ck_series_ended" CHECK ((state = 'ended') = (ends_on IS NOT NULL)), CONSTRAINT "ck_series_state" CHECK (state IN ('draft', 'active', 'paused', 'ended')), CONSTRAINT "pk_series" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_series_audience" ON "series"  ("audience_id") WHERE audience_id IS NOT NULL`,
    );
    await queryRunner.query(`CREATE INDEX "ix_series_sort" ON "series"  ("sort_name", "id") `);
    await queryRunner.query(`CREATE INDEX "ix_series_institution" ON "series"  ("institution_id") `);
    await queryRunner.query(`ALTER TABLE "meeting" ADD "agenda" jsonb NOT NULL DEFAULT '[]'`);
    await queryRunner.query(
      `ALTER TABLE "series_host" ADD CONSTRAINT "fk_series_host_series" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "series_host" ADD CONSTRAINT "fk_series_host_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "series_change" ADD CONSTRAINT "fk_series_change_series" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "series_date" ADD CONSTRAINT "fk_series_date_series" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "series_date" ADD CONSTRAINT "fk_series_date_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "series_date" ADD CONSTRAINT "fk_series_date_host" FOREIGN KEY ("host_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "series" ADD CONSTRAINT "fk_series_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "series" ADD CONSTRAINT "fk_series_organiser" FOREIGN KEY ("organiser_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "series" ADD CONSTRAINT "fk_series_audience" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "series" DROP CONSTRAINT "fk_series_audience"`);
    await queryRunner.query(`ALTER TABLE "series" DROP CONSTRAINT "fk_series_organiser"`);
    await queryRunner.query(`ALTER TABLE "series" DROP CONSTRAINT "fk_series_institution"`);
    await queryRunner.query(`ALTER TABLE "series_date" DROP CONSTRAINT "fk_series_date_host"`);
    await queryRunner.query(`ALTER TABLE "series_date" DROP CONSTRAINT "fk_series_date_meeting"`);
    await queryRunner.query(`ALTER TABLE "series_date" DROP CONSTRAINT "fk_series_date_series"`);
    await queryRunner.query(`ALTER TABLE "series_change" DROP CONSTRAINT "fk_series_change_series"`);
    await queryRunner.query(`ALTER TABLE "series_host" DROP CONSTRAINT "fk_series_host_institution"`);
    await queryRunner.query(`ALTER TABLE "series_host" DROP CONSTRAINT "fk_series_host_series"`);
    await queryRunner.query(`ALTER TABLE "meeting" DROP COLUMN "agenda"`);
    await queryRunner.query(`DROP INDEX "ix_series_institution"`);
    await queryRunner.query(`DROP INDEX "ix_series_sort"`);
    await queryRunner.query(`DROP INDEX "ix_series_audience"`);
    await queryRunner.query(`DROP TABLE "series"`);
    await queryRunner.query(`DROP INDEX "ix_series_date_host"`);
    await queryRunner.query(`DROP TABLE "series_date"`);
    await queryRunner.query(`DROP INDEX "ix_series_change_series"`);
    await queryRunner.query(`DROP TABLE "series_change"`);
    await queryRunner.query(`DROP INDEX "ix_series_host_institution"`);
    await queryRunner.query(`DROP TABLE "series_host"`);
  }
}
