import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ensureMonthlyPartitions } from '#database';
import { SystemClock } from '#kernel';

/** The first schema: everything that is dear to add later is there from the start. */
export class LayTheFoundation1795229347467 implements MigrationInterface {
  name = 'LayTheFoundation1795229347467';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS btree_gist');
    await queryRunner.query(
      `CREATE TABLE "role_grant" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "institution_id" uuid, "role" text NOT NULL, "valid_from" date NOT NULL, "valid_until" date, CONSTRAINT "ck_role_grant_period" CHECK (valid_until >= valid_from), CONSTRAINT "ck_role_grant_role" CHECK (role IN ('owner')), CONSTRAINT "pk_role_grant" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_role_grant_person" ON "role_grant"  ("person_id") `);
    await queryRunner.query(
      `CREATE TABLE "idempotency_key" ("person_id" uuid NOT NULL, "key" text NOT NULL, "request_hash" text NOT NULL, "status" integer, "reply" jsonb, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_idempotency_key" PRIMARY KEY ("person_id", "key"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_idempotency_key_created" ON "idempotency_key"  ("created_at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "api_key" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "name" text NOT NULL, "token_hash" text NOT NULL, "token_key_id" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_api_key_token" UNIQUE ("token_hash"), CONSTRAINT "pk_api_key" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_api_key_person" ON "api_key"  ("person_id") `);
    await queryRunner.query(
      `CREATE TABLE "login" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "address" text NOT NULL, "address_folded" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_login_address" UNIQUE ("address_folded"), CONSTRAINT "ck_login_address_folded" CHECK (address_folded = lower(address COLLATE "C")), CONSTRAINT "pk_login" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_login_person" ON "login"  ("person_id") `);
    await queryRunner.query(
      `CREATE TABLE "session" ("id" uuid NOT NULL, "login_id" uuid NOT NULL, "secret_hash" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_session_secret" UNIQUE ("secret_hash"), CONSTRAINT "pk_session" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_session_login" ON "session"  ("login_id") `);
    await queryRunner.query(`CREATE INDEX "ix_session_expires" ON "session"  ("expires_at") `);
    await queryRunner.query(
      `CREATE TABLE "instance" ("id" uuid NOT NULL, "singleton" boolean NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "set_up_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_instance_singleton" UNIQUE ("singleton"), CONSTRAINT "ck_instance_singleton" CHECK (singleton), CONSTRAINT "pk_instance" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "sign_in_request" ("id" uuid NOT NULL, "login_id" uuid, "browser_hash" text, "address_hash" text, "client_hash" text, "token_hash" text NOT NULL, "token_key_id" text NOT NULL, "attempts" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_sign_in_request_token" UNIQUE ("token_hash"), CONSTRAINT "ck_sign_in_request_attempts" CHECK (attempts >= 0), CONSTRAINT "pk_sign_in_request" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_sign_in_request_login" ON "sign_in_request"  ("login_id") `);
    await queryRunner.query(
      `CREATE INDEX "ix_sign_in_request_browser" ON "sign_in_request"  ("browser_hash") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_sign_in_request_expires" ON "sign_in_request"  ("expires_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_sign_in_request_client" ON "sign_in_request"  ("client_hash", "created_at") `,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_sign_in_request_address" ON "sign_in_request"  ("address_hash", "created_at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "due_work" ("id" uuid NOT NULL, "kind" text NOT NULL, "subject_id" uuid NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "payload" jsonb NOT NULL, "claimed_until" TIMESTAMP WITH TIME ZONE, "attempts" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "uq_due_work_kind_subject" UNIQUE ("kind", "subject_id"), CONSTRAINT "pk_due_work" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_due_work_due" ON "due_work"  ("due_at") `);
    await queryRunner.query(
      `CREATE TABLE "fact" ("id" uuid NOT NULL, "type" text NOT NULL, "payload" jsonb NOT NULL, "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_fact" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_fact_unpublished" ON "fact"  ("id") WHERE published_at IS NULL`,
    );
    await queryRunner.query(
      `CREATE TABLE "operation" ("id" uuid NOT NULL, "kind" text NOT NULL, "state" text NOT NULL, "total" integer NOT NULL, "done" integer NOT NULL, "params" jsonb NOT NULL, "result" jsonb, "error_code" text, "created_by" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "finished_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_operation_finished" CHECK ((state IN ('done', 'failed')) = (finished_at IS NOT NULL)), CONSTRAINT "ck_operation_progress" CHECK (done >= 0 AND total >= 0), CONSTRAINT "ck_operation_state" CHECK (state IN ('queued', 'running', 'done', 'failed')), CONSTRAINT "pk_operation" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "audit_entry" ("id" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "actor_person_id" uuid, "channel" text NOT NULL, "action" text NOT NULL, "subject_kind" text NOT NULL, "subject_id" uuid NOT NULL, "before" jsonb, "after" jsonb, "personal" jsonb, "request_id" text, CONSTRAINT "ck_audit_entry_channel" CHECK (channel IN ('web', 'calendar', 'host', 'api', 'cli', 'system', 'import')), CONSTRAINT "pk_audit_entry" PRIMARY KEY ("id", "at")) PARTITION BY RANGE ("at")`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_audit_entry_subject" ON "audit_entry"  ("subject_kind", "subject_id", "at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "institution" ("id" uuid NOT NULL, "kind" text NOT NULL, "slug" text NOT NULL, "name" jsonb NOT NULL, "sort_name" text COLLATE "de-x-icu" NOT NULL, "short_name" text, "colour" text, "zone" text NOT NULL, "main_language" text NOT NULL, "version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_institution_kind_slug" UNIQUE ("kind", "slug"), CONSTRAINT "ck_institution_name" CHECK (name ? 'de' OR name ? 'en'), CONSTRAINT "ck_institution_language" CHECK (main_language IN ('de', 'en')), CONSTRAINT "ck_institution_kind" CHECK (kind IN ('network', 'cluster', 'organisation', 'committee')), CONSTRAINT "pk_institution" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_institution_sort" ON "institution"  ("sort_name", "id") `);
    await queryRunner.query(
      `CREATE TABLE "membership" ("id" uuid NOT NULL, "institution_id" uuid NOT NULL, "member_id" uuid NOT NULL, "valid_from" date NOT NULL, "valid_until" date, CONSTRAINT "ck_membership_not_itself" CHECK (member_id <> institution_id), CONSTRAINT "ck_membership_period" CHECK (valid_until >= valid_from), CONSTRAINT "ex_membership_once_a_day" EXCLUDE USING gist (institution_id WITH =, member_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&), CONSTRAINT "pk_membership" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_membership_member" ON "membership"  ("member_id") `);
    await queryRunner.query(
      `CREATE TABLE "slug_history" ("kind" text NOT NULL, "slug" text NOT NULL, "institution_id" uuid NOT NULL, "retired_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "pk_slug_history" PRIMARY KEY ("kind", "slug"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_slug_history_institution" ON "slug_history"  ("institution_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "mandate" ("id" uuid NOT NULL, "office_id" uuid NOT NULL, "seat" integer NOT NULL, "person_id" uuid NOT NULL, "valid_from" date NOT NULL, "valid_until" date, CONSTRAINT "ck_mandate_seat_positive" CHECK (seat > 0), CONSTRAINT "ck_mandate_period" CHECK (valid_until >= valid_from), CONSTRAINT "ex_mandate_person_once" EXCLUDE USING gist (office_id WITH =, person_id WITH =, daterange(valid_from, valid_until, '[]') WITH &&), CONSTRAINT "ex_mandate_one_holder_per_seat" EXCLUDE USING gist (office_id WITH =, seat WITH =, daterange(valid_from, valid_until, '[]') WITH &&), CONSTRAINT "pk_mandate" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_mandate_person" ON "mandate"  ("person_id") `);
    await queryRunner.query(
      `CREATE TABLE "office" ("id" uuid NOT NULL, "institution_id" uuid NOT NULL, "kind" text NOT NULL, "name" jsonb NOT NULL, "seats" integer NOT NULL, "mailbox" text, "copy_address" text, "version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_office_seats_positive" CHECK (seats > 0), CONSTRAINT "ck_office_kind" CHECK (kind IN ('cluster_manager', 'chair', 'other')), CONSTRAINT "pk_office" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_office_institution" ON "office"  ("institution_id") `);
    await queryRunner.query(
      `CREATE TABLE "person_address" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "address" text NOT NULL, "address_folded" text NOT NULL, "preferred" boolean NOT NULL, "state" text NOT NULL, CONSTRAINT "uq_person_address" UNIQUE ("person_id", "address_folded"), CONSTRAINT "ck_person_address_state" CHECK (state IN ('ok', 'bounced', 'unsubscribed')), CONSTRAINT "ck_person_address_folded" CHECK (address_folded = lower(address COLLATE "C")), CONSTRAINT "pk_person_address" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_person_address_folded" ON "person_address"  ("address_folded") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "uq_person_address_preferred" ON "person_address"  ("person_id") WHERE preferred`,
    );
    await queryRunner.query(
      `CREATE TABLE "person" ("id" uuid NOT NULL, "home_institution_id" uuid, "academic_title" text, "given_name" text COLLATE "de-x-icu" NOT NULL, "family_name" text COLLATE "de-x-icu" NOT NULL, "salutation" text NOT NULL, "position" text, "phone" text, "language" text NOT NULL, "version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_person_language" CHECK (language IN ('de', 'en')), CONSTRAINT "ck_person_salutation" CHECK (salutation IN ('frau', 'herr', 'none')), CONSTRAINT "pk_person" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_person_sort" ON "person"  ("family_name", "given_name", "id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "outgoing_mail_content" ("mail_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "subject" text NOT NULL, "text" text NOT NULL, "html" text NOT NULL, "calendar" text, "response" text, CONSTRAINT "pk_outgoing_mail_content" PRIMARY KEY ("mail_id", "created_at")) PARTITION BY RANGE ("created_at")`,
    );
    await queryRunner.query(
      `CREATE TABLE "outgoing_mail" ("id" uuid NOT NULL, "dedup_key" text NOT NULL, "kind" text NOT NULL, "state" text NOT NULL, "language" text NOT NULL, "address" text NOT NULL, "person_id" uuid, "topic_id" uuid, "thread_id" uuid, "sequence" integer, "params" jsonb NOT NULL, "attempts" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "claimed_until" TIMESTAMP WITH TIME ZONE, "sent_at" TIMESTAMP WITH TIME ZONE, "last_error" text, CONSTRAINT "uq_outgoing_mail_dedup" UNIQUE ("dedup_key"), CONSTRAINT "ck_outgoing_mail_state" CHECK (state IN ('queued', 'sending', 'sent', 'retrying', 'failed', 'bounced', 'withheld', 'superseded')), CONSTRAINT "pk_outgoing_mail" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_outgoing_mail_topic" ON "outgoing_mail"  ("topic_id", "id") WHERE topic_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_outgoing_mail_thread" ON "outgoing_mail"  ("thread_id") WHERE thread_id IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_outgoing_mail_open" ON "outgoing_mail"  ("id") WHERE state IN ('queued', 'retrying', 'sending')`,
    );
    await queryRunner.query(
      `CREATE TABLE "listing" ("meeting_id" uuid NOT NULL, "institution_id" uuid NOT NULL, CONSTRAINT "pk_listing" PRIMARY KEY ("meeting_id", "institution_id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_listing_institution" ON "listing"  ("institution_id") `);
    await queryRunner.query(
      `CREATE TABLE "meeting_change" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "kind" text NOT NULL, "revision" integer NOT NULL, "before" jsonb NOT NULL, "after" jsonb NOT NULL, "note" text, "asks_again" boolean NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "ck_meeting_change_kind" CHECK (kind IN ('changed', 'cancelled')), CONSTRAINT "pk_meeting_change" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_meeting_change_meeting" ON "meeting_change"  ("meeting_id") `);
    await queryRunner.query(
      `CREATE TABLE "meeting_host" ("meeting_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "position" integer NOT NULL, CONSTRAINT "pk_meeting_host" PRIMARY KEY ("meeting_id", "institution_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_host_institution" ON "meeting_host"  ("institution_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "meeting" ("id" uuid NOT NULL, "slug" text NOT NULL, "institution_id" uuid NOT NULL, "title" jsonb NOT NULL, "description" jsonb, "all_day" boolean NOT NULL, "zone" text NOT NULL, "starts_local" TIMESTAMP NOT NULL, "ends_local" TIMESTAMP NOT NULL, "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ends_at" TIMESTAMP WITH TIME ZONE NOT NULL, "tz_version" text NOT NULL, "online_url" text, "organiser_id" uuid, "capacity" integer, "answer_by_local" TIMESTAMP, "answer_by_at" TIMESTAMP WITH TIME ZONE, "visibility" text NOT NULL, "state" text NOT NULL, "revision" integer NOT NULL, "last_arrival" bigint NOT NULL, "version" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE, "cancelled_at" TIMESTAMP WITH TIME ZONE, "place_name" text, "place_room" text, "place_street" text, "place_postcode" text, "place_city" text, "place_land" text, "place_directions" jsonb, "place_latitude" double precision, "place_longitude" double precision, CONSTRAINT "uq_meeting_slug" UNIQUE ("slug"), CONSTRAINT "ck_meeting_cancelled" CHECK ((state = 'cancelled') = (cancelled_at IS NOT NULL)), CONSTRAINT "ck_meeting_coordinates" CHECK ((place_latitude IS NULL) = (place_longitude IS NULL)), CONSTRAINT "ck_meeting_answer_by" CHECK ((answer_by_local IS NULL) = (answer_by_at IS NULL)), CONSTRAINT "ck_meeting_all_day" CHECK (NOT all_day OR (starts_local::time = time '00:00' AND ends_local::time = time '00:00')), CONSTRAINT "ck_meeting_title" CHECK (title ? 'de' OR title ? 'en'), CONSTRAINT "ck_meeting_visibility" CHECK (visibility IN ('public', 'unlisted', 'members', 'invited')), CONSTRAINT "ck_meeting_state" CHECK (state IN ('draft', 'published', 'cancelled')), CONSTRAINT "ck_meeting_capacity_positive" CHECK (capacity > 0), CONSTRAINT "ck_meeting_period" CHECK (ends_local > starts_local AND ends_at > starts_at), CONSTRAINT "pk_meeting" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_meeting_institution" ON "meeting"  ("institution_id", "starts_at") `,
    );
    await queryRunner.query(`CREATE INDEX "ix_meeting_starts" ON "meeting"  ("starts_at", "id") `);
    await queryRunner.query(
      `CREATE TABLE "invitation_reason" ("id" uuid NOT NULL, "invitation_id" uuid NOT NULL, "kind" text NOT NULL, "reason_key" text NOT NULL, "office_id" uuid, "institution_id" uuid, "given_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_invitation_reason" UNIQUE ("invitation_id", "reason_key"), CONSTRAINT "ck_invitation_reason_office" CHECK ((kind = 'office') = (office_id IS NOT NULL)), CONSTRAINT "ck_invitation_reason_kind" CHECK (kind IN ('office', 'committee', 'membership', 'named')), CONSTRAINT "pk_invitation_reason" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_invitation_reason_institution" ON "invitation_reason"  ("institution_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "invitation" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "person_id" uuid NOT NULL, "state" text NOT NULL, "token_hash" text NOT NULL, "token_key_id" text NOT NULL, "token_generation" integer NOT NULL, "sequence" integer NOT NULL, "answer" text, "answer_note" text, "answer_channel" text, "answered_at" TIMESTAMP WITH TIME ZONE, "to_confirm_again" boolean NOT NULL, "invited_at" TIMESTAMP WITH TIME ZONE NOT NULL, "withdrawn_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_invitation_token" UNIQUE ("token_hash"), CONSTRAINT "uq_invitation_meeting_person" UNIQUE ("meeting_id", "person_id"), CONSTRAINT "ck_invitation_sequence" CHECK (sequence >= 0), CONSTRAINT "ck_invitation_answered" CHECK ((answer IS NULL) = (answered_at IS NULL)), CONSTRAINT "ck_invitation_channel" CHECK (answer_channel IN ('web', 'calendar', 'host', 'api')), CONSTRAINT "ck_invitation_answer" CHECK (answer IN ('yes', 'no', 'maybe')), CONSTRAINT "ck_invitation_state" CHECK (state IN ('active', 'withdrawn')), CONSTRAINT "pk_invitation" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "ix_invitation_person" ON "invitation"  ("person_id") `);
    await queryRunner.query(
      `CREATE TABLE "registration" ("id" uuid NOT NULL, "meeting_id" uuid NOT NULL, "person_id" uuid NOT NULL, "invitation_id" uuid, "state" text NOT NULL, "seats" integer NOT NULL, "arrival" bigint NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_registration_arrival" UNIQUE ("meeting_id", "arrival"), CONSTRAINT "uq_registration_meeting_person" UNIQUE ("meeting_id", "person_id"), CONSTRAINT "ck_registration_seats_positive" CHECK (seats > 0), CONSTRAINT "ck_registration_state" CHECK (state IN ('confirmed', 'waitlisted', 'offered', 'awaiting_approval', 'tentative', 'declined', 'cancelled')), CONSTRAINT "pk_registration" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_registration_invitation" ON "registration"  ("invitation_id") `,
    );
    await queryRunner.query(
      `ALTER TABLE "role_grant" ADD CONSTRAINT "fk_role_grant_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_grant" ADD CONSTRAINT "fk_role_grant_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "api_key" ADD CONSTRAINT "fk_api_key_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "login" ADD CONSTRAINT "fk_login_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "fk_session_login" FOREIGN KEY ("login_id") REFERENCES "login"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "sign_in_request" ADD CONSTRAINT "fk_sign_in_request_login" FOREIGN KEY ("login_id") REFERENCES "login"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "membership" ADD CONSTRAINT "fk_membership_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "membership" ADD CONSTRAINT "fk_membership_member" FOREIGN KEY ("member_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "slug_history" ADD CONSTRAINT "fk_slug_history_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "mandate" ADD CONSTRAINT "fk_mandate_office" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "mandate" ADD CONSTRAINT "fk_mandate_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "office" ADD CONSTRAINT "fk_office_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "person_address" ADD CONSTRAINT "fk_person_address_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "person" ADD CONSTRAINT "fk_person_home" FOREIGN KEY ("home_institution_id") REFERENCES "institution"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "listing" ADD CONSTRAINT "fk_listing_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "listing" ADD CONSTRAINT "fk_listing_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_change" ADD CONSTRAINT "fk_meeting_change_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_host" ADD CONSTRAINT "fk_meeting_host_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting_host" ADD CONSTRAINT "fk_meeting_host_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting" ADD CONSTRAINT "fk_meeting_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "meeting" ADD CONSTRAINT "fk_meeting_organiser" FOREIGN KEY ("organiser_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "fk_invitation_reason_invitation" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "fk_invitation_reason_office" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" ADD CONSTRAINT "fk_invitation_reason_institution" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation" ADD CONSTRAINT "fk_invitation_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "invitation" ADD CONSTRAINT "fk_invitation_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "registration" ADD CONSTRAINT "fk_registration_meeting" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "registration" ADD CONSTRAINT "fk_registration_person" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "registration" ADD CONSTRAINT "fk_registration_invitation" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    const today = new SystemClock().today('UTC');
    await ensureMonthlyPartitions(queryRunner.manager, 'audit_entry', today);
    await ensureMonthlyPartitions(queryRunner.manager, 'outgoing_mail_content', today);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "fk_registration_invitation"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "fk_registration_person"`);
    await queryRunner.query(`ALTER TABLE "registration" DROP CONSTRAINT "fk_registration_meeting"`);
    await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "fk_invitation_person"`);
    await queryRunner.query(`ALTER TABLE "invitation" DROP CONSTRAINT "fk_invitation_meeting"`);
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" DROP CONSTRAINT "fk_invitation_reason_institution"`,
    );
    await queryRunner.query(`ALTER TABLE "invitation_reason" DROP CONSTRAINT "fk_invitation_reason_office"`);
    await queryRunner.query(
      `ALTER TABLE "invitation_reason" DROP CONSTRAINT "fk_invitation_reason_invitation"`,
    );
    await queryRunner.query(`ALTER TABLE "meeting" DROP CONSTRAINT "fk_meeting_organiser"`);
    await queryRunner.query(`ALTER TABLE "meeting" DROP CONSTRAINT "fk_meeting_institution"`);
    await queryRunner.query(`ALTER TABLE "meeting_host" DROP CONSTRAINT "fk_meeting_host_institution"`);
    await queryRunner.query(`ALTER TABLE "meeting_host" DROP CONSTRAINT "fk_meeting_host_meeting"`);
    await queryRunner.query(`ALTER TABLE "meeting_change" DROP CONSTRAINT "fk_meeting_change_meeting"`);
    await queryRunner.query(`ALTER TABLE "listing" DROP CONSTRAINT "fk_listing_institution"`);
    await queryRunner.query(`ALTER TABLE "listing" DROP CONSTRAINT "fk_listing_meeting"`);
    await queryRunner.query(`ALTER TABLE "person" DROP CONSTRAINT "fk_person_home"`);
    await queryRunner.query(`ALTER TABLE "person_address" DROP CONSTRAINT "fk_person_address_person"`);
    await queryRunner.query(`ALTER TABLE "office" DROP CONSTRAINT "fk_office_institution"`);
    await queryRunner.query(`ALTER TABLE "mandate" DROP CONSTRAINT "fk_mandate_person"`);
    await queryRunner.query(`ALTER TABLE "mandate" DROP CONSTRAINT "fk_mandate_office"`);
    await queryRunner.query(`ALTER TABLE "slug_history" DROP CONSTRAINT "fk_slug_history_institution"`);
    await queryRunner.query(`ALTER TABLE "membership" DROP CONSTRAINT "fk_membership_member"`);
    await queryRunner.query(`ALTER TABLE "membership" DROP CONSTRAINT "fk_membership_institution"`);
    await queryRunner.query(`ALTER TABLE "sign_in_request" DROP CONSTRAINT "fk_sign_in_request_login"`);
    await queryRunner.query(`ALTER TABLE "session" DROP CONSTRAINT "fk_session_login"`);
    await queryRunner.query(`ALTER TABLE "login" DROP CONSTRAINT "fk_login_person"`);
    await queryRunner.query(`ALTER TABLE "api_key" DROP CONSTRAINT "fk_api_key_person"`);
    await queryRunner.query(`ALTER TABLE "role_grant" DROP CONSTRAINT "fk_role_grant_institution"`);
    await queryRunner.query(`ALTER TABLE "role_grant" DROP CONSTRAINT "fk_role_grant_person"`);
    await queryRunner.query(`DROP INDEX "ix_registration_invitation"`);
    await queryRunner.query(`DROP TABLE "registration"`);
    await queryRunner.query(`DROP INDEX "ix_invitation_person"`);
    await queryRunner.query(`DROP TABLE "invitation"`);
    await queryRunner.query(`DROP INDEX "ix_invitation_reason_institution"`);
    await queryRunner.query(`DROP TABLE "invitation_reason"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_starts"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_institution"`);
    await queryRunner.query(`DROP TABLE "meeting"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_host_institution"`);
    await queryRunner.query(`DROP TABLE "meeting_host"`);
    await queryRunner.query(`DROP INDEX "ix_meeting_change_meeting"`);
    await queryRunner.query(`DROP TABLE "meeting_change"`);
    await queryRunner.query(`DROP INDEX "ix_listing_institution"`);
    await queryRunner.query(`DROP TABLE "listing"`);
    await queryRunner.query(`DROP INDEX "ix_outgoing_mail_open"`);
    await queryRunner.query(`DROP INDEX "ix_outgoing_mail_thread"`);
    await queryRunner.query(`DROP INDEX "ix_outgoing_mail_topic"`);
    await queryRunner.query(`DROP TABLE "outgoing_mail"`);
    await queryRunner.query(`DROP TABLE "outgoing_mail_content"`);
    await queryRunner.query(`DROP INDEX "ix_person_sort"`);
    await queryRunner.query(`DROP TABLE "person"`);
    await queryRunner.query(`DROP INDEX "uq_person_address_preferred"`);
    await queryRunner.query(`DROP INDEX "ix_person_address_folded"`);
    await queryRunner.query(`DROP TABLE "person_address"`);
    await queryRunner.query(`DROP INDEX "ix_office_institution"`);
    await queryRunner.query(`DROP TABLE "office"`);
    await queryRunner.query(`DROP INDEX "ix_mandate_person"`);
    await queryRunner.query(`DROP TABLE "mandate"`);
    await queryRunner.query(`DROP INDEX "ix_slug_history_institution"`);
    await queryRunner.query(`DROP TABLE "slug_history"`);
    await queryRunner.query(`DROP INDEX "ix_membership_member"`);
    await queryRunner.query(`DROP TABLE "membership"`);
    await queryRunner.query(`DROP INDEX "ix_institution_sort"`);
    await queryRunner.query(`DROP TABLE "institution"`);
    await queryRunner.query(`DROP INDEX "ix_audit_entry_subject"`);
    await queryRunner.query(`DROP TABLE "audit_entry"`);
    await queryRunner.query(`DROP TABLE "operation"`);
    await queryRunner.query(`DROP INDEX "ix_fact_unpublished"`);
    await queryRunner.query(`DROP TABLE "fact"`);
    await queryRunner.query(`DROP INDEX "ix_due_work_due"`);
    await queryRunner.query(`DROP TABLE "due_work"`);
    await queryRunner.query(`DROP INDEX "ix_sign_in_request_address"`);
    await queryRunner.query(`DROP INDEX "ix_sign_in_request_client"`);
    await queryRunner.query(`DROP INDEX "ix_sign_in_request_expires"`);
    await queryRunner.query(`DROP INDEX "ix_sign_in_request_browser"`);
    await queryRunner.query(`DROP INDEX "ix_sign_in_request_login"`);
    await queryRunner.query(`DROP TABLE "sign_in_request"`);
    await queryRunner.query(`DROP TABLE "instance"`);
    await queryRunner.query(`DROP INDEX "ix_session_expires"`);
    await queryRunner.query(`DROP INDEX "ix_session_login"`);
    await queryRunner.query(`DROP TABLE "session"`);
    await queryRunner.query(`DROP INDEX "ix_login_person"`);
    await queryRunner.query(`DROP TABLE "login"`);
    await queryRunner.query(`DROP INDEX "ix_api_key_person"`);
    await queryRunner.query(`DROP TABLE "api_key"`);
    await queryRunner.query(`DROP INDEX "ix_idempotency_key_created"`);
    await queryRunner.query(`DROP TABLE "idempotency_key"`);
    await queryRunner.query(`DROP INDEX "ix_role_grant_person"`);
    await queryRunner.query(`DROP TABLE "role_grant"`);
  }
}
