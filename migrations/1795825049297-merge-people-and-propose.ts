import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People who are one can be made one and their old ids lead on; suggestions of who may be; changes proposed by others.
 */
export class MergePeopleAndPropose1795825049297 implements MigrationInterface {
  name = 'MergePeopleAndPropose1795825049297';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "duplicate" ("id" uuid NOT NULL, "first_id" uuid NOT NULL, "second_id" uuid NOT NULL, "score" integer NOT NULL, "reasons" text array NOT NULL, "state" text NOT NULL, "found_at" TIMESTAMP WITH TIME ZONE NOT NULL, "dismissed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_duplicate_pair" UNIQUE ("first_id", "second_id"), CONSTRAINT "ck_duplicate_dismissed" CHECK ((state = 'dismissed') = (dismissed_at IS NOT NULL)), CONSTRAINT "ck_duplicate_state" CHECK (state IN ('open', 'dismissed')), CONSTRAINT "ck_duplicate_order" CHECK (first_id < second_id), CONSTRAINT "pk_duplicate" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_duplicate_second" ON "duplicate"  ("second_id") `);
    await queryRunner.query(
      `CREATE INDEX "ix_duplicate_open" ON "duplicate"  ("score", "id") WHERE state = 'open'`,
    );
    await queryRunner.query(
      `CREATE TABLE "merged_person" ("id" uuid NOT NULL, "survivor_id" uuid NOT NULL, "merged_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_merged_person" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_merged_person_survivor" ON "merged_person"  ("survivor_id") `);
    await queryRunner.query(
      `CREATE TABLE "person_proposal" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "proposer_id" uuid NOT NULL, "patch" jsonb NOT NULL, "note" text, "state" text NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_person_proposal_decided" CHECK ((state = 'open') = (decided_at IS NULL)), CONSTRAINT "ck_person_proposal_state" CHECK (state IN ('open', 'accepted', 'declined')), CONSTRAINT "pk_person_proposal" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_person_proposal_person" ON "person_proposal"  ("person_id") `);
    await queryRunner.query(
      `CREATE INDEX "ix_person_proposal_proposer" ON "person_proposal"  ("proposer_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_person_proposal_open" ON "person_proposal"  ("id") WHERE state = 'open'`,
    );
    await queryRunner.query(
      `CREATE TABLE "former_invitation" ("id" uuid NOT NULL, "invitation_id" uuid NOT NULL, "token_hash" text NOT NULL, "merged_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_former_invitation_token" UNIQUE ("token_hash"), CONSTRAINT "pk_former_invitation" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_former_invitation_kept" ON "former_invitation"  ("invitation_id") `,
    );
    await queryRunner.query(`ALTER TABLE "person_address" ADD "shared" boolean NOT NULL DEFAULT false`);
    await queryRunner.query(
      `CREATE INDEX "ix_person_home" ON "person"  ("home_institution_id") WHERE home_institution_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_outgoing_mail_person" ON "outgoing_mail"  ("person_id") WHERE person_id IS NOT NULL`,
    );
    await queryRunner.query(
      `ALTER TABLE "duplicate" ADD CONSTRAINT "fk_duplicate_first" FOREIGN KEY ("first_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "duplicate" ADD CONSTRAINT "fk_duplicate_second" FOREIGN KEY ("second_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "merged_person" ADD CONSTRAINT "fk_merged_person_survivor" FOREIGN KEY ("survivor_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "person_proposal" ADD CONSTRAINT "fk_person_proposal_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "person_proposal" ADD CONSTRAINT "fk_person_proposal_proposer" FOREIGN KEY ("proposer_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "former_invitation" ADD CONSTRAINT "fk_former_invitation_kept" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "former_invitation" DROP CONSTRAINT "fk_former_invitation_kept"`);
    await queryRunner.query(`ALTER TABLE "person_proposal" DROP CONSTRAINT "fk_person_proposal_proposer"`);
    await queryRunner.query(`ALTER TABLE "person_proposal" DROP CONSTRAINT "fk_person_proposal_person"`);
    await queryRunner.query(`ALTER TABLE "merged_person" DROP CONSTRAINT "fk_merged_person_survivor"`);
    await queryRunner.query(`ALTER TABLE "duplicate" DROP CONSTRAINT "fk_duplicate_second"`);
    await queryRunner.query(`ALTER TABLE "duplicate" DROP CONSTRAINT "fk_duplicate_first"`);
    await queryRunner.query(`DROP INDEX "ix_outgoing_mail_person"`);
    await queryRunner.query(`DROP INDEX "ix_person_home"`);
    await queryRunner.query(`ALTER TABLE "person_address" DROP COLUMN "shared"`);
    await queryRunner.query(`DROP INDEX "ix_former_invitation_kept"`);
    await queryRunner.query(`DROP TABLE "former_invitation"`);
    await queryRunner.query(`DROP INDEX "ix_person_proposal_open"`);
    await queryRunner.query(`DROP INDEX "ix_person_proposal_proposer"`);
    await queryRunner.query(`DROP INDEX "ix_person_proposal_person"`);
    await queryRunner.query(`DROP TABLE "person_proposal"`);
    await queryRunner.query(`DROP INDEX "ix_merged_person_survivor"`);
    await queryRunner.query(`DROP TABLE "merged_person"`);
    await queryRunner.query(`DROP INDEX "ix_duplicate_open"`);
    await queryRunner.query(`DROP INDEX "ix_duplicate_second"`);
    await queryRunner.query(`DROP TABLE "duplicate"`);
  }
}
