import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everybody may register for a public meeting, by a mail that they confirm; every registration has a page of its own. */
export class RegisterOpenly1795871258965 implements MigrationInterface {
  name = 'RegisterOpenly1795871258965';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "open_registration" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "state" text NOT NULL, "language" text NOT NULL, "given_name" text NOT NULL, "family_name" text NOT NULL, "address" text NOT NULL, "organisation" text, "answers" jsonb NOT NULL, "companions" text array NOT NULL, "contingent_id" uuid, "holds_seats" boolean NOT NULL, "token_hash" text NOT NULL, "token_key_id" text NOT NULL, "token_generation" integer NOT NULL, "address_hash" text, "client_hash" text, "invitation_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "confirmed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_open_registration_token" UNIQUE ("token_hash"), CONSTRAINT "ck_open_registration_confirmed" CHECK ((state = 'confirmed') = (confirmed_at IS NOT NULL)), CONSTRAINT "ck_open_registration_language" CHECK (language IN ('de', 'en')), CONSTRAINT "ck_open_registration_state" CHECK (state IN ('pending', 'confirmed', 'expired')), CONSTRAINT "pk_open_registration" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_open_registration_invitation" ON "open_registration"  ("invitation_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_open_registration_expires" ON "open_registration"  ("expires_at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_open_registration_client" ON "open_registration"  ("client_hash", "created_at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_open_registration_address" ON "open_registration"  ("address_hash", "created_at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_open_registration_pending" ON "open_registration"  ("meeting_id") WHERE state = 'pending'`,
    );
    await queryRunner.query(
      `ALTER TABLE "open_registration" ADD CONSTRAINT "fk_open_registration_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "open_registration" ADD CONSTRAINT "fk_open_registration_invitation" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(`ALTER TABLE "registration" ADD "token_hash" text`);
    await queryRunner.query(`ALTER TABLE "registration" ADD "token_key_id" text`);
    await queryRunner.query(`ALTER TABLE "registration" ADD "token_generation" integer NOT NULL DEFAULT '1'`);
    await queryRunner.query(
      `ALTER TABLE "registration" ADD CONSTRAINT "uq_registration_token" UNIQUE ("token_hash")`,
    );
    await this.checkReasons(queryRunner, {
      kinds: `'office', 'committee', 'membership', 'named', 'open'`,
      without: `'named', 'open'`,
    });
    // A date differs from what its series made of it only where somebody touched it.
    for (const [table, column] of templates) {
      await queryRunner.query(
        `UPDATE "${table}" SET ${column} = jsonb_set(${column}, '{seating,open}', 'false') WHERE ${column} IS NOT NULL`,
      );
    }
    await queryRunner.query(`UPDATE "meeting" SET seating = seating || '{"open": false}'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`UPDATE "meeting" SET seating = seating - 'open'`);
    for (const [table, column] of templates) {
      await queryRunner.query(`UPDATE "${table}" SET ${column} = ${column} #- '{seating,open}'`);
    }
    await queryRunner.query(
      `UPDATE "invitation_reason" SET kind = 'named', reason_key = 'named' WHERE kind = 'open'`,
    );
    await this.checkReasons(queryRunner, {
      kinds: `'office', 'committee', 'membership', 'named'`,
      without: `'named'`,
    });
    await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "uq_registration_token"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "token_generation"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "token_key_id"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP COLUMN "token_hash"`);
    await queryRunner.query(`DROP TABLE "open_registration"`);
  }

  /** Of these kinds there are reasons; `without` stand for no institution and no office. */
  private async checkReasons(queryRunner: QueryRunner, { kinds, without }: Kinds): Promise<void> {
    const checks = {
      kind: `kind IN (${kinds})`,
      institution: `(kind IN (${without})) = (institution_id IS NULL)`,
      office: `CASE WHEN kind IN (${without}) THEN office_id IS NULL WHEN kind = 'membership' THEN true ELSE office_id IS NOT NULL END`,
    };
    for (const [name, check] of Object.entries(checks)) {
      const constraint = `"ck_invitation_reason_${name}"`;
      await queryRunner.query(`ALTER TABLE "invitation_reason" DROP CONSTRAINT ${constraint}`);
      await queryRunner.query(
        `ALTER TABLE "invitation_reason" ADD CONSTRAINT ${constraint} CHECK (${check})`,
      );
    }
  }
}

interface Kinds {
  readonly kinds: string;
  readonly without: string;
}

const templates = [
  ['series', 'template'],
  ['series_date', 'generated'],
] as const;
