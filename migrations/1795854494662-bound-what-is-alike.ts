import type { MigrationInterface, QueryRunner } from 'typeorm';

const searched = ['person', 'institution', 'meeting'] as const;

/** Whoever looks for what is alike says how alike and how many at most, so that few are compared and ranked. */
export class BoundWhatIsAlike1795854494662 implements MigrationInterface {
  name = 'BoundWhatIsAlike1795854494662';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of searched) {
      await queryRunner.query(`DROP FUNCTION "${table}_like"(text)`);
      // The threshold is a setting of the session, which a pooler shares: a function sets it for itself alone, and
      // gives it back by the SET in its head, whatever it sets in between. A plan for any word and any number would read
      // the whole table, as if comparing words cost nothing.
      await queryRunner.query(`
        CREATE FUNCTION "${table}_like"(word text, threshold real, most integer) RETURNS SETOF uuid
          LANGUAGE plpgsql STABLE SET pg_trgm.word_similarity_threshold = 0.5
          SET enable_seqscan = off AS $$
        BEGIN
          PERFORM set_config('pg_trgm.word_similarity_threshold', threshold::text, true);
          RETURN QUERY SELECT id FROM "${table}" WHERE search_text %> word LIMIT most;
        END $$`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of searched) {
      await queryRunner.query(`DROP FUNCTION "${table}_like"(text, real, integer)`);
      await queryRunner.query(`
        CREATE FUNCTION "${table}_like"(word text) RETURNS SETOF uuid LANGUAGE sql STABLE
          SET pg_trgm.word_similarity_threshold = 0.5
          AS $$ SELECT id FROM "${table}" WHERE search_text %> word $$`);
    }
  }
}
