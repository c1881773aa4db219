import type { InvitationDto, MeetingDto } from '#contracts';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { eventually } from '../../support/eventually.js';
import { TestInstance } from '../../support/test-instance.js';
import { untilBlocked } from '../../support/until-blocked.js';

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());
afterEach(() => (instance.mailServer.refuse = () => null));

const moved = { startsLocal: '2026-06-25T10:00', endsLocal: '2026-06-25T15:30' };

/** Somebody who has said yes, and heard so. */
async function aConfirmedPerson(): Promise<{ meeting: MeetingDto; invitation: InvitationDto }> {
  const { network } = await aNetworkOfManagers(instance.reader, [{}]);
  const meeting = await instance.publish({ institutionId: network.id });
  const [invitation] = await instance.invite(meeting.id, network.id);
  if (invitation === undefined) throw new Error('nobody was invited');
  await instance.answer(invitation, 'yes');
  await instance.settled();
  return { meeting, invitation };
}

async function change(meeting: MeetingDto, changes: object): Promise<void> {
  instance.clock.advance({ minutes: 1 });
  await patch(meeting, changes);
  await instance.settled();
}

async function patch({ id }: MeetingDto, changes: object): Promise<void> {
  const { version } = await instance.ask<MeetingDto>('GET', `/meetings/${id}`);
  await instance.ask('PATCH', `/meetings/${id}`, changes, version);
}

/** Holds a change back between its mails and its commit while the work is done. */
async function beforeItCommits(changing: () => Promise<void>, work: () => Promise<void>): Promise<void> {
  const holder = instance.api.database.dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('LOCK TABLE audit_entry IN EXCLUSIVE MODE');
  const changed = changing();
  try {
    await untilBlocked(instance);
    await work();
  } finally {
    await holder.commitTransaction();
    await holder.release();
  }
  await changed;
}

const lastMail = async ({ address }: InvitationDto) => {
  const { text, calendar } = await instance.lastMailTo(address ?? '');
  return { text, partstat: calendar?.event.attendees[0]?.partstat };
};

const statesOf = async ({ id }: InvitationDto): Promise<readonly string[]> => {
  const rows = await instance.rows<{ state: string }>(
    'SELECT state FROM outgoing_mail WHERE thread_id = $1 ORDER BY id',
    [id],
  );
  return rows.map(({ state }) => state);
};

it('a change whose mail has not left is told with the next one, and still asks', async () => {
  const { meeting, invitation } = await aConfirmedPerson();
  instance.mailServer.refuse = () => ({ at: 'recipient', code: 451 });
  await change(meeting, moved);
  await change(meeting, { title: { de: 'Sommertreffen' } });
  await change(meeting, { place: { room: 'Saal 2' } });
  instance.mailServer.refuse = () => null;
  await instance.later({ minutes: 20 });
  const { text, partstat } = await lastMail(invitation);
  for (const said of [
    '18. Juni 2026',
    '25. Juni 2026',
    'Austausch der Clustermanager',
    'Sommertreffen',
    'Saal 2',
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toContain(`${invitation.link}?answer=yes`);
  expect(partstat).toBe('NEEDS-ACTION');
  expect(await instance.mailsTo(invitation.address ?? '')).toHaveLength(3);
});

it('a change whose mail is refused while the next one is written holds nothing up and is told with that', async () => {
  const { meeting, invitation } = await aConfirmedPerson();
  const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  instance.mailServer.refuse = async () => {
    asked.resolve();
    await answered.promise;
    return { at: 'recipient', code: 451 };
  };
  await patch(meeting, moved);
  await asked.promise;
  await beforeItCommits(
    () => patch(meeting, { title: { de: 'Sommertreffen' } }),
    async () => {
      answered.resolve();
      await eventually(async () => (await statesOf(invitation)).includes('retrying'));
      instance.mailServer.refuse = () => null;
    },
  );
  await instance.settled();
  const { text, partstat } = await lastMail(invitation);
  for (const said of ['18. Juni 2026', '25. Juni 2026', 'Austausch der Clustermanager', 'Sommertreffen']) {
    expect(text).toContain(said);
  }
  expect(partstat).toBe('NEEDS-ACTION');
  await instance.later({ minutes: 20 });
  expect(await statesOf(invitation)).toEqual(['sent', 'sent', 'superseded', 'sent']);
});

it('a later change asks again as long as the seat is not confirmed, then no more', async () => {
  const { meeting, invitation } = await aConfirmedPerson();
  await change(meeting, moved);
  await change(meeting, { place: { room: 'Saal 2' } });
  const unanswered = await lastMail(invitation);
  expect(unanswered.text).not.toContain('18. Juni 2026');
  expect(unanswered.text).toContain(`${invitation.link}?answer=yes`);
  expect(unanswered.partstat).toBe('NEEDS-ACTION');
  await instance.answer(invitation, 'yes');
  await change(meeting, { place: { room: 'Saal 3' } });
  const answered = await lastMail(invitation);
  expect(answered.text).not.toContain('?answer=yes');
  expect(answered.partstat).toBe('ACCEPTED');
});
