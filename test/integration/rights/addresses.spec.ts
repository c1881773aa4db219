import type { InvitationDto, MailDetailDto, MailItemDto } from '#contracts';
import { newId } from '#kernel';
import { anInstitution, anOffice, aPerson } from '../../factories/directory.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { anOfficer, browserOf } from '../../support/officers.js';
import type { TestBrowser } from '../../support/test-browser.js';
import { TestInstance } from '../../support/test-instance.js';

/** A mail address is contact data: who deals with a meeting does not see those of people they may not read. */

const address = 'guest.with.a.long.name.that.breaks.lines@geheim.example';
let instance: TestInstance;
let meetingId: string;
let invitationId: string;
beforeAll(async () => {
  instance = await TestInstance.start();
  const { network } = await aNetworkOfManagers(instance.reader, [
    { givenName: 'Anna', familyName: 'Ahorn', addresses: [address] },
  ]);
  const meeting = await instance.publish({ institutionId: network.id });
  const [invitation] = await instance.invite(meeting.id, network.id);
  [meetingId, invitationId] = [meeting.id, invitation?.id ?? ''];
  own = await anOfficer(instance.api, 'cluster_manager', network.id).then(({ browser }) => browser);
});
afterAll(() => instance.close());

/** Of the institution that has invited. */
let own: TestBrowser;

/** Everything that shows the guest or what was sent to them. */
async function seen(browser: TestBrowser): Promise<string> {
  const get = async <Body>(path: string) => {
    const { status, body } = await browser.get<Body>(`/api/v1${path}`);
    expect(status).toBe(200);
    return body;
  };
  const mails = await get<{ items: MailItemDto[] }>(`/mails?meetingId=${meetingId}`);
  const mail = await get<MailDetailDto>(`/mails/${mails.items.at(-1)?.id}`);
  const invitations = await get<{ items: InvitationDto[] }>(`/meetings/${meetingId}/invitations`);
  expect(invitations.items).toMatchObject([{ person: { name: 'Anna Ahorn' }, reachable: true }]);
  const file = await get<unknown>(`/meetings/${meetingId}/invitations?format=csv&lang=de`);
  const answer = await browser.post(`/api/v1/invitations/${invitationId}/answer`, {
    answer: 'maybe',
    note: null,
  });
  expect(answer.status).toBe(200);
  return JSON.stringify([mails, mail, invitations, file, answer.body]).replaceAll(String.raw`\r\n `, '');
}

it('shows the guest’s address to who has invited, in every place', async () => {
  const all = await seen(own);
  // In the mail's row, its wording, calendar and export, the list and the answer.
  expect(all.split(address).length - 1).toBeGreaterThanOrEqual(6);
});

it('shows it nowhere to somebody named for the meeting alone', async () => {
  const { id } = await aPerson(instance.reader);
  const period = { validFrom: '2026-01-01', validUntil: null };
  const right = { role: 'meeting_host', institutionId: null, meetingId };
  await instance.reader.manager.insert('RoleGrant', { id: newId(), personId: id, ...right, ...period });
  expect(await seen(await browserOf(instance.api, id))).not.toContain('geheim.example');
});

it('shows it nowhere to a house that hosts along and does not know the guest', async () => {
  const { id: institutionId } = await anInstitution(instance.reader);
  await instance.reader.manager.insert('MeetingHost', { meetingId, institutionId, position: 0 });
  const { browser } = await anOfficer(instance.api, 'cluster_manager', institutionId);
  expect(await seen(browser)).not.toContain('geheim.example');
});

it('shows who gets copies of an office’s mails to who may read people there, and the office’s mailbox to all', async () => {
  const { id: institutionId } = await anInstitution(instance.reader);
  const { id: elsewhere } = await anInstitution(instance.reader);
  const copied = { copyAddress: 'vorzimmer@geheim.example', mailbox: 'amt@haus.example' };
  await anOffice(instance.reader, { institutionId, ...copied });
  const [own, foreign] = [institutionId, elsewhere].map((id) =>
    anOfficer(instance.api, 'cluster_manager', id),
  );
  const offices = async (officer: typeof own) => {
    const reply = await (await officer)?.browser.get(`/api/v1/offices?institutionId=${institutionId}`);
    return JSON.stringify(reply?.body);
  };
  expect(await offices(own)).toContain(copied.copyAddress);
  expect(await offices(foreign)).not.toContain('geheim.example');
  expect(await offices(foreign)).toContain(copied.mailbox);
});
