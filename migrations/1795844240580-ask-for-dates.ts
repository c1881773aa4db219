import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are asked which of several dates suit them: polls, their dates, who is asked, why, and the votes. */
export class AskForDates1795844240580 implements MigrationInterface {
  name = 'AskForDates1795844240580';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "former_poll_participant" ("id" uuid NOT NULL, "participant_id" uuid NOT NULL, "token_hash" text NOT NULL, CONSTRAINT "uq_former_poll_participant_token" UNIQUE ("token_hash"), CONSTRAINT "pk_former_poll_participant" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_former_poll_participant_kept" ON "former_poll_participant"  ("participant_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "poll_option" ("id" uuid NOT NULL, "poll_id" uuid NOT NULL, "starts_local" TIMESTAMP NOT NULL, "all_day" boolean NOT NULL, CONSTRAINT "uq_poll_option" UNIQUE ("poll_id", "starts_local", "all_day"), CONSTRAINT "pk_poll_option" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "poll_participant" ("id" uuid NOT NULL, "poll_id" uuid NOT NULL, "person_id" uuid NOT NULL, "token_hash" text NOT NULL, "token_key_id" text NOT NULL, "token_generation" integer NOT NULL, "answered_at" TIMESTAMP WITH TIME ZONE, "note" text, "reminders" integer NOT NULL, "asked_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_poll_participant_token" UNIQUE ("token_hash"), CONSTRAINT "uq_poll_participant_person" UNIQUE ("poll_id", "person_id"), CONSTRAINT "ck_poll_participant_reminders" CHECK (reminders >= 0), CONSTRAINT "pk_poll_participant" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_poll_participant_person" ON "poll_participant"  ("person_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "poll_reason" ("id" uuid NOT NULL, "participant_id" uuid NOT NULL, "kind" text NOT NULL, "reason_key" text NOT NULL, "office_id" uuid, "institution_id" uuid, CONSTRAINT "uq_poll_reason" UNIQUE ("participant_id", "reason_key"), CONSTRAINT "ck_poll_reason_institution" CHECK ((kind = 'named') = (institution_id IS NULL)), CONSTRAINT "ck_poll_reason_kind" CHECK (kind IN ('office', 'committee', 'membership', 'named')), CONSTRAINT "pk_poll_reason" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_poll_reason_office" ON "poll_reason"  ("office_id") WHERE office_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_poll_reason_institution" ON "poll_reason"  ("institution_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "poll_vote" ("participant_id" uuid NOT NULL, "option_id" uuid NOT NULL, "value" text NOT NULL, CONSTRAINT "ck_poll_vote_value" CHECK (value IN ('yes', 'if-need-be', 'no')), CONSTRAINT "pk_poll_vote" PRIMARY KEY ("participant_id", "option_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_poll_vote_option" ON "poll_vote"  ("option_id") `);
    await queryRunner.query(
      `CREATE TABLE "poll" ("id" uuid NOT NULL, "institution_id" uuid NOT NULL, "title" jsonb NOT NULL, "description" jsonb, "zone" text NOT NULL, "length_minutes" integer NOT NULL, "place" jsonb, "organiser_id" uuid, "audience_id" uuid, "audience_rule" jsonb, "successors" text NOT NULL, "newcomers" text NOT NULL, "copy_to_deputies" boolean NOT NULL, "deadline_local" TIMESTAMP NOT NULL, "deadline_at" TIMESTAMP WITH TIME ZONE NOT NULL, "hides_names" boolean NOT NULL, "state" text NOT NULL, "moves_meeting_id" uuid, "meeting_id" uuid, "taken_option_id" uuid, "decision_note" text, "reminded_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_poll_opened" CHECK ((state = 'draft') = (opened_at IS NULL)), CONSTRAINT "ck_poll_decided" CHECK ((state = 'decided') = (taken_option_id IS NOT NULL)), CONSTRAINT "ck_poll_newcomers" CHECK (newcomers IN ('invite', 'show')), CONSTRAINT "ck_poll_successors" CHECK (successors IN ('on-the-day', 'at-once')), CONSTRAINT "ck_poll_audience" CHECK ((audience_id IS NULL) <> (audience_rule IS NULL)), CONSTRAINT "ck_poll_length_positive" CHECK (length_minutes > 0), CONSTRAINT "ck_poll_title" CHECK (title ? 'de' OR title ? 'en'), CONSTRAINT "ck_poll_state" CHECK (state IN ('draft', 'open', 'closed', 'decided')), CONSTRAINT "pk_poll" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_poll_audience" ON "poll"  ("audience_id") WHERE audience_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_poll_moves_meeting" ON "poll"  ("moves_meeting_id") WHERE moves_meeting_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_poll_meeting" ON "poll"  ("meeting_id") WHERE meeting_id IS NOT NULL`,
    );
    await queryRunner.query(`CREATE INDEX "ix_poll_institution" ON "poll"  ("institution_id") `);
    await queryRunner.query(
      `ALTER TABLE "former_poll_participant" ADD CONSTRAINT "fk_former_poll_participant_kept" FOREIGN KEY ("participant_id") REFERENCES "poll_participant"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll_option" ADD CONSTRAINT "fk_poll_option_poll" FOREIGN KEY ("poll_id") REFERENCES "poll"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll_participant" ADD CONSTRAINT "fk_poll_participant_poll" FOREIGN KEY ("poll_id") REFERENCES "poll"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll_participant" ADD CONSTRAINT "fk_poll_participant_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll_reason" ADD CONSTRAINT "fk_poll_reason_participant" FOREIGN KEY ("participant_id") REFERENCES "poll_participant"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll_reason" ADD CONSTRAINT "fk_poll_reason_office" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll_reason" ADD CONSTRAINT "fk_poll_reason_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll_vote" ADD CONSTRAINT "fk_poll_vote_participant" FOREIGN KEY ("participant_id") REFERENCES "poll_participant"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll_vote" ADD CONSTRAINT "fk_poll_vote_option" FOREIGN KEY ("option_id") REFERENCES "poll_option"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll" ADD CONSTRAINT "fk_poll_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll" ADD CONSTRAINT "fk_poll_organiser" FOREIGN KEY ("organiser_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll" ADD CONSTRAINT "fk_poll_audience" FOREIGN KEY ("audience_id") REFERENCES "audience"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll" ADD CONSTRAINT "fk_poll_moves_meeting" FOREIGN KEY ("moves_meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "poll" ADD CONSTRAINT "fk_poll_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "poll" DROP CONSTRAINT "fk_poll_meeting"`);
    await queryRunner.query(`ALTER TABLE "poll" DROP CONSTRAINT "fk_poll_moves_meeting"`);
    await queryRunner.query(`ALTER TABLE "poll" DROP CONSTRAINT "fk_poll_audience"`);
    await queryRunner.query(`ALTER TABLE "poll" DROP CONSTRAINT "fk_poll_organiser"`);
    await queryRunner.query(`ALTER TABLE "poll" DROP CONSTRAINT "fk_poll_institution"`);
    await queryRunner.query(`ALTER TABLE "poll_vote" DROP CONSTRAINT "fk_poll_vote_option"`);
    await queryRunner.query(`ALTER TABLE "poll_vote" DROP CONSTRAINT "fk_poll_vote_participant"`);
    await queryRunner.query(`ALTER TABLE "poll_reason" DROP CONSTRAINT "fk_poll_reason_institution"`);
    await queryRunner.query(`ALTER TABLE "poll_reason" DROP CONSTRAINT "fk_poll_reason_office"`);
    await queryRunner.query(`ALTER TABLE "poll_reason" DROP CONSTRAINT "fk_poll_reason_participant"`);
    await queryRunner.query(`ALTER TABLE "poll_participant" DROP CONSTRAINT "fk_poll_participant_person"`);
    await queryRunner.query(`ALTER TABLE "poll_participant" DROP CONSTRAINT "fk_poll_participant_poll"`);
    await queryRunner.query(`ALTER TABLE "poll_option" DROP CONSTRAINT "fk_poll_option_poll"`);
    await queryRunner.query(
      `ALTER TABLE "former_poll_participant" DROP CONSTRAINT "fk_former_poll_participant_kept"`,
    );
    await queryRunner.query(`DROP INDEX "ix_poll_institution"`);
    await queryRunner.query(`DROP INDEX "ix_poll_meeting"`);
    await queryRunner.query(`DROP INDEX "ix_poll_moves_meeting"`);
    await queryRunner.query(`DROP INDEX "ix_poll_audience"`);
    await queryRunner.query(`DROP TABLE "poll"`);
    await queryRunner.query(`DROP INDEX "ix_poll_vote_option"`);
    await queryRunner.query(`DROP TABLE "poll_vote"`);
    await queryRunner.query(`DROP INDEX "ix_poll_reason_institution"`);
    await queryRunner.query(`DROP INDEX "ix_poll_reason_office"`);
    await queryRunner.query(`DROP TABLE "poll_reason"`);
    await queryRunner.query(`DROP INDEX "ix_poll_participant_person"`);
    await queryRunner.query(`DROP TABLE "poll_participant"`);
    await queryRunner.query(`DROP TABLE "poll_option"`);
    await queryRunner.query(`DROP INDEX "ix_former_poll_participant_kept"`);
    await queryRunner.query(`DROP TABLE "former_poll_participant"`);
  }
}
