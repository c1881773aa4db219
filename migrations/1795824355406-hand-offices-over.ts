import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices are handed over on a day, deputies stand in, and reasons of an invitation say as deputy for whom and why they ended. */
export class HandOfficesOver1795824355406 implements MigrationInterface {
  name = 'HandOfficesOver1795824355406';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "deputy" ("id" uuid NOT NULL, "office_id" uuid NOT NULL, "person_id" uuid NOT NULL, "rank" integer NOT NULL, "valid_from" date NOT NULL, "valid_until" date, CONSTRAINT "ck_deputy_rank_positive" CHECK (rank > 0), CONSTRAINT "ck_deputy_period" CHECK (valid_until >= valid_from), CONSTRAINT "ex_deputy_person_once" EXCLUDE USING gist (office_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&), CONSTRAINT "ex_deputy_one_per_rank" EXCLUDE USING gist (office_id WITH =, rank WITH =, daterange(valid_from, valid_until, '[]') WITH &&), CONSTRAINT "pk_deputy" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_deputy_person" ON "deputy"  ("person_id") `);
    await queryRunner.query(
      `CREATE TABLE "handover_decision" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "invitation_id" uuid NOT NULL, "office_id" uuid NOT NULL, "mandate_id" uuid NOT NULL, "successor_id" uuid, "state" text NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "started_by_id" uuid, "decided_by_id" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_handover_decision" UNIQUE ("invitation_id", "office_id"), CONSTRAINT "ck_handover_decision_decided" CHECK ((state = 'open') = (decided_at IS NULL)), CONSTRAINT "ck_handover_decision_state" CHECK (state IN ('open', 'keep', 'replace', 'both')), CONSTRAINT "pk_handover_decision" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_handover_decision_office" ON "handover_decision"  ("office_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_handover_decision_successor" ON "handover_decision"  ("successor_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_handover_decision_open" ON "handover_decision"  ("meeting_id") WHERE state = 'open'`,
    );
    await queryRunner.query(
      `CREATE TABLE "handover" ("id" uuid NOT NULL, "office_id" uuid NOT NULL, "ended_mandate_id" uuid NOT NULL, "begun_mandate_id" uuid, "last_day" date NOT NULL, "first_day" date NOT NULL, "former_last_day" date, "started_by_id" uuid, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL, "called_off_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_handover_days" CHECK (first_day > last_day), CONSTRAINT "pk_handover" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_handover_office" ON "handover"  ("office_id") `);
    await queryRunner.query(`CREATE INDEX "ix_handover_ended_mandate" ON "handover"  ("ended_mandate_id") `);
    await queryRunner.query(`CREATE INDEX "ix_handover_begun_mandate" ON "handover"  ("begun_mandate_id") `);
    await queryRunner.query(`ALTER TABLE "invitation_reason" ADD "as_deputy_for_id" uuid`);
    await queryRunner.query(`ALTER TABLE "invitation_reason" ADD "end_cause" text`);
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "ck_invitation_reason_deputy" CHECK (as_deputy_for_id IS NULL OR office_id IS NOT NULL)`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "ck_invitation_reason_end_cause" CHECK (end_cause IS NULL OR (end_cause IN ('withdrawn', 'office-left') AND ended_at IS NOT NULL))`,
    );
    await queryRunner.query(
      `ALTER TABLE "deputy" ADD CONSTRAINT "fk_deputy_office" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "deputy" ADD CONSTRAINT "fk_deputy_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" ADD CONSTRAINT "fk_handover_decision_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" ADD CONSTRAINT "fk_handover_decision_invitation" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" ADD CONSTRAINT "fk_handover_decision_office" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" ADD CONSTRAINT "fk_handover_decision_mandate" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" ADD CONSTRAINT "fk_handover_decision_successor" FOREIGN KEY ("successor_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" ADD CONSTRAINT "fk_handover_decision_started_by" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" ADD CONSTRAINT "fk_handover_decision_decided_by" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover" ADD CONSTRAINT "fk_handover_office" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover" ADD CONSTRAINT "fk_handover_ended_mandate" FOREIGN KEY ("ended_mandate_id") REFERENCES "mandate"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover" ADD CONSTRAINT "fk_handover_begun_mandate" FOREIGN KEY ("begun_mandate_id") REFERENCES "mandate"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover" ADD CONSTRAINT "fk_handover_started_by" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "fk_invitation_reason_deputy" FOREIGN KEY ("as_deputy_for_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    // Mandates that were given before have their day too.
    await queryRunner.query(
      `INSERT INTO due_work (id, kind, subject_id, due_at, payload, attempts)
       SELECT gen_random_uuid(), turn.kind, mandate.id, turn.day::timestamp AT TIME ZONE institution.zone,
              jsonb_build_object('officeId', office.id, 'actorPersonId', NULL), 0
         FROM mandate
         JOIN office ON office.id = mandate.office_id
         JOIN institution ON institution.id = office.institution_id
        CROSS JOIN LATERAL (VALUES ('mandate.begins', mandate.valid_from),
                                   ('mandate.ends', mandate.valid_until + 1)) AS turn (kind, day)
        WHERE turn.day >= current_date`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM due_work WHERE kind IN ('mandate.begins', 'mandate.ends')`);
    await queryRunner.query(`ALTER TABLE "invitation_reason" DROP CONSTRAINT "fk_invitation_reason_deputy"`);
    await queryRunner.query(`ALTER TABLE "handover" DROP CONSTRAINT "fk_handover_started_by"`);
    await queryRunner.query(`ALTER TABLE "handover" DROP CONSTRAINT "fk_handover_begun_mandate"`);
    await queryRunner.query(`ALTER TABLE "handover" DROP CONSTRAINT "fk_handover_ended_mandate"`);
    await queryRunner.query(`ALTER TABLE "handover" DROP CONSTRAINT "fk_handover_office"`);
    await queryRunner.query(
      `ALTER TABLE "handover_decision" DROP CONSTRAINT "fk_handover_decision_decided_by"`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" DROP CONSTRAINT "fk_handover_decision_started_by"`,
    );
    await queryRunner.query(
      `ALTER TABLE "handover_decision" DROP CONSTRAINT "fk_handover_decision_successor"`,
    );
    await queryRunner.query(`ALTER TABLE "handover_decision" DROP CONSTRAINT "fk_handover_decision_mandate"`);
    await queryRunner.query(`ALTER TABLE "handover_decision" DROP CONSTRAINT "fk_handover_decision_office"`);
    await queryRunner.query(
      `ALTER TABLE "handover_decision" DROP CONSTRAINT "fk_handover_decision_invitation"`,
    );
    await queryRunner.query(`ALTER TABLE "handover_decision" DROP CONSTRAINT "fk_handover_decision_meeting"`);
    await queryRunner.query(`ALTER TABLE "deputy" DROP CONSTRAINT "fk_deputy_person"`);
    await queryRunner.query(`ALTER TABLE "deputy" DROP CONSTRAINT "fk_deputy_office"`);
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" DROP CONSTRAINT "ck_invitation_reason_end_cause"`,
    );
    await queryRunner.query(`ALTER TABLE "invitation_reason" DROP CONSTRAINT "ck_invitation_reason_deputy"`);
    await queryRunner.query(`ALTER TABLE "invitation_reason" DROP COLUMN "end_cause"`);
    await queryRunner.query(`ALTER TABLE "invitation_reason" DROP COLUMN "as_deputy_for_id"`);
    await queryRunner.query(`DROP INDEX "ix_handover_begun_mandate"`);
    await queryRunner.query(`DROP INDEX "ix_handover_ended_mandate"`);
    await queryRunner.query(`DROP INDEX "ix_handover_office"`);
    await queryRunner.query(`DROP TABLE "handover"`);
    await queryRunner.query(`DROP INDEX "ix_handover_decision_open"`);
    await queryRunner.query(`DROP INDEX "ix_handover_decision_successor"`);
    await queryRunner.query(`DROP INDEX "ix_handover_decision_office"`);
    await queryRunner.query(`DROP TABLE "handover_decision"`);
    await queryRunner.query(`DROP INDEX "ix_deputy_person"`);
    await queryRunner.query(`DROP TABLE "deputy"`);
  }
}
