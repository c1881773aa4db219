import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Searched {
  readonly table: string;
  readonly columns: string;
  readonly text: string;
}

const searched: readonly Searched[] = [
  {
    table: 'person',
    columns: 'given_name, family_name',
    text: `concat_ws(' ', NEW.given_name, NEW.family_name)`,
  },
  {
    table: 'institution',
    columns: 'short_name, name, seat',
    text: `concat_ws(' ', NEW.short_name, NEW.name->>'de', NEW.name->>'en', NEW.seat)`,
  },
  {
    table: 'meeting',
    columns: 'title, place_name, place_city',
    text: `concat_ws(' ', NEW.title->>'de', NEW.title->>'en', NEW.place_name, NEW.place_city)`,
  },
];

/**
 * A folded column beside what people are searched by, so that "Mueller" finds "Müller", and trigrams for typing errors.
 */
export class MakeSearchable1795823900000 implements MigrationInterface {
  name = 'MakeSearchable1795823900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await queryRunner.query(FOLD_TEXT);
    for (const table of searched) await makeSearchable(queryRunner, table);
    await queryRunner.query(
      `CREATE INDEX "ix_person_address_search" ON "person_address" USING gin (address_folded gin_trgm_ops)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "ix_person_address_search"`);
    for (const { table } of searched) {
      await queryRunner.query(`DROP FUNCTION "${table}_like"(text)`);
      await queryRunner.query(`DROP TRIGGER "tr_${table}_search" ON "${table}"`);
      await queryRunner.query(`DROP FUNCTION "keep_${table}_search"()`);
      await queryRunner.query(`ALTER TABLE "${table}" DROP COLUMN "search_text"`);
    }
    await queryRunner.query('DROP FUNCTION fold_text(text)');
    await queryRunner.query('DROP EXTENSION pg_trgm');
  }
}

/** As `foldText` in the i18n lib; with explicit collations, so that it is immutable and no locale has a say. */
const FOLD_TEXT = `
  CREATE FUNCTION fold_text(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT btrim(regexp_replace(lower(regexp_replace(normalize(
      replace(replace(replace(replace(replace(replace(replace(translate(
        lower(normalize(given, NFC) COLLATE "und-x-icu"), 'øłđðı', 'olddi'),
        'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      NFKD), '[\\u0300-\\u036f]', '', 'g') COLLATE "und-x-icu"), '[^[:alnum:]]+', ' ', 'g'))
  $$`;

async function makeSearchable(queryRunner: QueryRunner, { table, columns, text }: Searched): Promise<void> {
  await queryRunner.query(`ALTER TABLE "${table}" ADD "search_text" text`);
  await queryRunner.query(`
    CREATE FUNCTION "keep_${table}_search"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.search_text := ' ' || fold_text(${text});
      RETURN NEW;
    END $$`);
  await queryRunner.query(
    `CREATE TRIGGER "tr_${table}_search" BEFORE INSERT OR UPDATE OF ${columns} ON "${table}"
       FOR EACH ROW EXECUTE FUNCTION "keep_${table}_search"()`,
  );
  await queryRunner.query(`UPDATE "${table}" SET (${columns}) = ROW (${columns})`);
  await queryRunner.query(`ALTER TABLE "${table}" ALTER COLUMN "search_text" SET NOT NULL`);
  await queryRunner.query(
    `CREATE INDEX "ix_${table}_search" ON "${table}" USING gin (search_text gin_trgm_ops)`,
  );
  // The threshold is a setting of the session, which a pooler shares: a function sets it for itself alone.
  await queryRunner.query(`
    CREATE FUNCTION "${table}_like"(word text) RETURNS SETOF uuid LANGUAGE sql STABLE
      SET pg_trgm.word_similarity_threshold = 0.5
      AS $$ SELECT id FROM "${table}" WHERE search_text %> word $$`);
}
