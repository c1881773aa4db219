import type { OperationDto } from '#contracts';
import { askingFor, holdersIn } from '../../factories/audience.factory.js';
import { aNetworkOfMany } from '../../factories/network.factory.js';
import { readPdf } from '../../support/read-pdf.js';
import { TestInstance } from '../../support/test-instance.js';

/*
 * Papers for 500 people, asked for over HTTP and made by the worker, in the process in which all of it runs here: from
 * the order to the end of the operation, looked at every 20 ms as the console looks at its progress.
 */

const PEOPLE = 500;
const GOAL_SECONDS = 10;
const MEGABYTE = 1024 * 1024;

let instance: TestInstance;
let meetingId: string;
beforeAll(async () => {
  instance = await TestInstance.start({ withMail: false });
  const network = await aNetworkOfMany(instance.reader, PEOPLE);
  meetingId = (await instance.publish({ institutionId: network.id })).id;
  await instance.ask('POST', `/meetings/${meetingId}/invitations`, askingFor(holdersIn(network.id)));
  await instance.settled();
  // A seat for everybody, so that every badge has its code, and all of them were there.
  await instance.rows(
    `INSERT INTO registration (id, meeting_id, person_id, invitation_id, state, seats, arrival, decided_at)
     SELECT gen_random_uuid(), meeting_id, person_id, id, 'confirmed', 1, row_number() OVER (), invited_at
       FROM invitation WHERE meeting_id = $1`,
    [meetingId],
  );
  await instance.rows(
    `INSERT INTO attendance (id, meeting_id, registration_id, person_id, state, marked_at, checked_in_at)
     SELECT gen_random_uuid(), meeting_id, id, person_id, 'present', decided_at, decided_at
       FROM registration WHERE meeting_id = $1`,
    [meetingId],
  );
}, 120_000);
afterAll(() => instance.close());

it.each([
  { kind: 'badges', format: 'labels-80x50' },
  { kind: 'badges', format: 'card-a6' },
  { kind: 'sign-in-sheet' },
  { kind: 'certificates' },
])(
  'takes less than 10 s: %j',
  async (order) => {
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const { id } = await instance.ask<OperationDto>('POST', `/meetings/${meetingId}/papers`, order);
    const seen = new Set<number>();
    let highest = 0;
    for (;;) {
      const operation = await instance.ask<OperationDto>('GET', `/operations/${id}`);
      seen.add(operation.done);
      highest = Math.max(highest, process.memoryUsage().rss);
      if (operation.finishedAt !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const seconds = (performance.now() - started) / 1000;
    const { body } = await instance.owner.getBytes(`/api/v1/papers/${id}`);
    const { pages } = await readPdf(body);
    const grown = (highest - before) / MEGABYTE;
    process.stdout.write(
      `${PEOPLE} people, ${JSON.stringify(order)}: ${seconds.toFixed(2)} s, ${pages.length} pages, ` +
        `${(body.length / MEGABYTE).toFixed(2)} MB, memory +${grown.toFixed(0)} MB, progress seen at ${seen.size} points\n`,
    );
    expect(seconds).toBeLessThan(GOAL_SECONDS);
    expect(seen.size).toBeGreaterThan(2);
  },
  120_000,
);
