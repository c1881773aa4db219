import { systemActor } from '#access';
import { UnitOfWork } from '#database';
import { resolveAudience } from '#directory';
import { SystemClock, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { InvitePeople } from '#participation';
import { holdersIn } from '../factories/audience.factory.js';
import { aMeeting } from '../factories/meetings.factory.js';
import { aNetworkOfMany } from '../factories/network.factory.js';
import { testKeys } from './test-api.js';
import type { TestDatabase } from './test-database.js';

/** On 18 June 2031, so that a worker on the machine's clock finds it in the future. */
const farAway = {
  startsLocal: Temporal.PlainDateTime.from('2031-06-18T10:00'),
  endsLocal: Temporal.PlainDateTime.from('2031-06-18T15:30'),
  startsAt: Temporal.Instant.from('2031-06-18T08:00:00Z'),
  endsAt: Temporal.Instant.from('2031-06-18T13:30:00Z'),
};

/** A meeting and people who could be invited: `person-0@viele.example` and so on. */
export async function aMeetingForMany(
  { dataSource }: TestDatabase,
  count: number,
): Promise<{ meeting: Meeting; networkId: string }> {
  const { reader } = new UnitOfWork(dataSource);
  const { id: networkId } = await aNetworkOfMany(reader, count);
  return { meeting: await aMeeting(reader, { institutionId: networkId, ...farAway }), networkId };
}

/** The same, invited: as many mails wait to be sent. */
export async function inviteMany(database: TestDatabase, count: number): Promise<Meeting> {
  const { meeting, networkId } = await aMeetingForMany(database, count);
  const work = new UnitOfWork(database.dataSource);
  const clock = new SystemClock();
  const context = { actor: systemActor(), now: clock.now() };
  const invitePeople = new InvitePeople(testKeys, clock, { find: async () => new Map() });
  const moment = { meetingDay: meeting.startsLocal.toPlainDate(), now: context.now } as const;
  const asked = { ...moment, successors: 'on-the-day' } as const;
  const { people } = await resolveAudience(work.reader, holdersIn(networkId), asked);
  await work.run((tx) => invitePeople.invite(tx, meeting, people, context));
  return meeting;
}
