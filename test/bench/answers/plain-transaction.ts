import { Pool } from 'pg';

/*
 * What a plain program would do: lock the meeting's row, insert the registration, update the meeting, insert a line in
 * a log. No questions, no quota, no mail, no audit.
 */

const TABLES = `
  CREATE SCHEMA plain;
  CREATE TABLE plain.meeting (id int PRIMARY KEY, seats int NOT NULL, taken int NOT NULL);
  CREATE TABLE plain.registration (id bigserial PRIMARY KEY, meeting_id int NOT NULL, person int NOT NULL, state text NOT NULL);
  CREATE TABLE plain.log (id bigserial PRIMARY KEY, registration_id bigint NOT NULL, at timestamptz NOT NULL);
  INSERT INTO plain.meeting VALUES (1, 300, 0);`;

/** Milliseconds of each of so many transactions, by so many clients at once, and of all together. */
export async function runPlainTransactions(
  url: string,
  { count, clients }: { readonly count: number; readonly clients: number },
): Promise<{ readonly times: readonly number[]; readonly totalMs: number }> {
  const pool = new Pool({ connectionString: url, max: clients });
  await pool.query(TABLES);
  await Promise.all(Array.from({ length: clients }, () => pool.query('SELECT 1')));
  const times: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = await pool.connect();
      while (next < count) {
        const person = next;
        next += 1;
        const begunAt = performance.now();
        await client.query('BEGIN');
        const { rows } = await client.query('SELECT seats, taken FROM plain.meeting WHERE id = 1 FOR UPDATE');
        const isSeated = rows[0].taken < rows[0].seats;
        const inserted = await client.query(
          'INSERT INTO plain.registration (meeting_id, person, state) VALUES (1, $1, $2) RETURNING id',
          [person, isSeated ? 'confirmed' : 'waitlisted'],
        );
        await client.query('UPDATE plain.meeting SET taken = taken + $1 WHERE id = 1', [isSeated ? 1 : 0]);
        await client.query('INSERT INTO plain.log (registration_id, at) VALUES ($1, now())', [
          inserted.rows[0].id,
        ]);
        await client.query('COMMIT');
        times.push(performance.now() - begunAt);
      }
      client.release();
    }),
  );
  const totalMs = performance.now() - startedAt;
  await pool.query('DROP SCHEMA plain CASCADE');
  await pool.end();
  return { times, totalMs };
}
