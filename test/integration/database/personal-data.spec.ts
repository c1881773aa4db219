import { erasures, personalDataRegister, purposes, retentions, subjects } from '#database';
import type { PersonalColumn } from '#database';
import type { TestDatabase } from '../../support/test-database.js';
import { createTestDatabase } from '../../support/test-database.js';
import { table, writtenPart } from '../../support/written-document.js';

describe('the register of personal data', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('declares every column of the migrated database, and no other', async () => {
    const found = await database.dataSource.query<{ name: string }[]>(
      `SELECT class.relname || '.' || attribute.attname AS name
         FROM pg_class class JOIN pg_attribute attribute ON attribute.attrelid = class.oid
        WHERE class.relnamespace = 'public'::regnamespace AND class.relkind IN ('r', 'p') AND NOT class.relispartition
          AND attribute.attnum > 0 AND NOT attribute.attisdropped AND class.relname <> 'schema_migration'`,
    );
    const columns = found.map(({ name }) => name).toSorted();
    expect(columns.length).toBeGreaterThan(150);
    expect(Object.keys(personalDataRegister).toSorted()).toEqual(columns);
  });

  it('declares every column of every entity', () => {
    const mapped = database.dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map(({ databaseName }) => `${tableName}.${databaseName}`),
    );
    expect(mapped.filter((column) => !(column in personalDataRegister))).toEqual([]);
  });

  it('lets every column that leads to a person lead nowhere once the person is erased', async () => {
    const links = await database.dataSource.query<{ name: string }[]>(
      `SELECT class.relname || '.' || attribute.attname AS name
         FROM pg_constraint link
         JOIN pg_class class ON class.oid = link.conrelid
         JOIN pg_attribute attribute ON attribute.attrelid = class.oid AND attribute.attnum = link.conkey[1]
        WHERE link.contype = 'f' AND link.confrelid = 'person'::regclass AND NOT class.relispartition`,
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter(({ name }) => personalDataRegister[name] === 'none')).toEqual([]);
  });

  it('is what docs/personal-data.md says (WRITE_DOCS=1 writes it)', async () => {
    const { stands, should } = await writtenPart('docs/personal-data.md', 'register', registerAsMarkdown());
    expect(stands).toBe(should);
  });
});

function registerAsMarkdown(): string {
  const columns = Object.entries(personalDataRegister);
  const personal = columns.filter((entry): entry is [string, PersonalColumn] => entry[1] !== 'none');
  const rows = new Map<string, string[]>();
  for (const [column, { subject, purpose, retention, erasure }] of personal) {
    const [name = '', field = ''] = column.split('.');
    const key = [name, subject, purpose, retention, erasure].join('|');
    rows.set(key, [...(rows.get(key) ?? []), field]);
  }
  const grouped = [...rows].map(([key, fields]) => {
    const [name = '', ...declared] = key.split('|');
    return [`\`${name}\``, fields.map((field) => `\`${field}\``).join(', '), ...declared];
  });
  const kept = Object.entries(retentions).map(([name, { rule, enforcedBy }]) => [
    name,
    rule,
    enforcedBy === null
      ? 'nothing yet'
      : `\`${enforcedBy}\``.replace('`the due-work runner`', 'the due-work runner'),
  ]);
  return [
    table(['table', 'columns', 'whose', 'purpose', 'kept', 'erasure'], grouped),
    `The other ${columns.length - personal.length} columns say nothing about people.`,
    words('Whose', subjects),
    words('Purpose', purposes),
    table(['kept', 'how long', 'enforced by'], kept),
    words('Erasure', erasures),
  ].join('\n\n');
}

function words(title: string, meanings: Readonly<Record<string, string>>): string {
  return table([title.toLowerCase(), 'means'], Object.entries(meanings));
}
