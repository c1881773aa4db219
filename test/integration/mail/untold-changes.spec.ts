import type { InvitationDto, MeetingDto } from '#contracts';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { TestInstance } from '../../support/test-instance.js';

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

async function change({ id }: MeetingDto, changes: object): Promise<void> {
  instance.clock.advance({ minutes: 1 });
  const { version } = await instance.ask<MeetingDto>('GET', `/meetings/${id}`);
  await instance.ask('PATCH', `/meetings/${id}`, changes, version);
  await instance.settled();
}

const lastMail = async ({ address }: InvitationDto) => {
  const { text, calendar } = await instance.lastMailTo(address ?? '');
  return { text, partstat: calendar?.event.attendees[0]?.partstat };
};

it('a change whose mail has not left is told with the next one, and still asks', async () => {
  const { meeting, invitation } = await aConfirmedPerson();
  instance.mailServer.refuse = () => ({ at: 'recipient', code: 451 });
  await change(meeting, moved);
  await change(meeting, { title: { de: 'Sommertreffen' } });
  await change(meeting, { place: { room: 'Saal 2' } });
  instance.mailServer.refuse = () => null;
  instance.clock.advance({ minutes: 20 });
  await instance.settled();
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
