import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Handovers are listed by their day and decisions by when they were opened, without sorting all of them. */
export class IndexHandovers1795830000000 implements MigrationInterface {
  name = 'IndexHandovers1795830000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_handover_decision_open"`);
    await queryRunner.query(
      `CREATE INDEX "ix_handover_decision_state" ON "handover_decision"  ("state", "opened_at", "id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_handover_decision_opened" ON "handover_decision"  ("opened_at", "id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_handover_decision_meeting" ON "handover_decision"  ("meeting_id", "opened_at", "id") `,
    );
    await queryRunner.query(`CREATE INDEX "ix_handover_day" ON "handover"  ("first_day", "id") `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_handover_day"`);
    await queryRunner.query(`DROP INDEX "ix_handover_decision_meeting"`);
    await queryRunner.query(`DROP INDEX "ix_handover_decision_opened"`);
    await queryRunner.query(`DROP INDEX "ix_handover_decision_state"`);
    await queryRunner.query(
      `CREATE INDEX "ix_handover_decision_open" ON "handover_decision"  ("meeting_id") WHERE state = 'open'`,
    );
  }
}
