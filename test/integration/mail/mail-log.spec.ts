import type { MailDetailDto, MailItemDto } from '#contracts';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { readOnlyEvent } from '../../interop/calendar-reader.js';
import { owner } from '../../support/test-api.js';
import { TestInstance } from '../../support/test-instance.js';

const list = (instance: TestInstance, meetingId: string) =>
  instance.ask<{ items: MailItemDto[]; next: string | null }>('GET', `/mails?meetingId=${meetingId}`);

async function inviteOne(instance: TestInstance) {
  const anna = { givenName: 'Anna', familyName: 'Ahorn', salutation: 'frau' } as const;
  const { network } = await aNetworkOfManagers(instance.reader, [anna]);
  const meeting = await instance.publish({ institutionId: network.id });
  const [invitation] = await instance.invite(meeting.id, network.id);
  if (invitation === undefined) throw new Error('nobody was invited');
  return { meeting, invitation };
}

describe('without a mail server', () => {
  let instance: TestInstance;
  beforeAll(async () => (instance = await TestInstance.start({ withMail: false })));
  afterAll(() => instance.close());

  it('mails are kept with what they say, and marked as not sent', async () => {
    const { meeting, invitation } = await inviteOne(instance);
    const { items } = await list(instance, meeting.id);
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'invitation',
        state: 'withheld',
        recipient: 'Anna Ahorn',
        subject: expect.stringContaining('Einladung: Austausch'),
        sentAt: null,
        lastError: null,
      }),
    ]);
    const mail = await instance.ask<MailDetailDto>('GET', `/mails/${items[0]?.id}`);
    expect(mail.text).toContain('Sehr geehrte Frau Ahorn,');
    expect(mail.text).toContain(invitation.link);
    expect(mail.html).toContain(invitation.link);
    expect(readOnlyEvent(mail.calendar ?? '').uid).toBe(`${meeting.id}@jourfixe`);
    expect(mail).toMatchObject({ response: null, messageId: `<${mail.id}@localhost>` });
    expect(instance.mailServer.mails).toEqual([]);
  });

  it('the five kinds are all kept in their turn', async () => {
    const { meeting, invitation } = await inviteOne(instance);
    await instance.answer(invitation, 'yes');
    await instance.settled();
    const changed = await instance.ask<{ version: number }>(
      'PATCH',
      `/meetings/${meeting.id}`,
      { place: { city: 'Halle' } },
      meeting.version,
    );
    await instance.settled();
    await instance.ask('POST', `/meetings/${meeting.id}/cancel`, {}, changed.version);
    await instance.settled();
    const { items } = await list(instance, meeting.id);
    expect(items.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'cancellation withheld',
      'change withheld',
      'confirmation withheld',
      'invitation withheld',
    ]);
  });

  it('a mail that signs somebody in is kept without its secret, and its link is printed', async () => {
    await instance.api.browser().post('/api/v1/sign-in', { address: owner.address });
    await instance.settled();
    const contents = await instance.rows(
      `SELECT mail.state, content.subject, content.text, content.html, content.calendar
         FROM outgoing_mail AS mail JOIN outgoing_mail_content AS content ON content.mail_id = mail.id
        WHERE mail.kind = 'sign-in'`,
    );
    expect(contents).toEqual([
      { state: 'withheld', subject: expect.any(String), text: '', html: '', calendar: null },
    ]);
    expect(instance.api.printed.join('\n')).toContain('Sign-in link for kim@netz.example');
    const [secret = 'none'] = /[a-z2-7]{32}/.exec(instance.api.printed.join('\n')) ?? [];
    const [found] = await instance.rows<{ tables: string }>(
      `SELECT string_agg(row_to_json(mail)::text, '') || string_agg(row_to_json(content)::text, '') AS tables
         FROM outgoing_mail AS mail, outgoing_mail_content AS content`,
    );
    expect(found?.tables).not.toContain(secret);
  });
});

describe('the mail log', () => {
  let instance: TestInstance;
  beforeAll(async () => (instance = await TestInstance.start()));
  afterAll(() => instance.close());

  it('shows the mail that was sent, with what the server said', async () => {
    const { meeting } = await inviteOne(instance);
    const [item] = (await list(instance, meeting.id)).items;
    const mail = await instance.ask<MailDetailDto>('GET', `/mails/${item?.id}`);
    const [sent] = await instance.mailsTo(mail.address ?? '');
    expect(mail).toMatchObject({
      state: 'sent',
      attempts: 1,
      subject: sent?.subject,
      messageId: sent?.messageId,
    });
    expect(mail.response).toMatch(/^250 /);
    expect(mail.calendar).toBe(sent?.file);
    expect(mail.text.trim()).toBe(sent?.text.trim());
  });

  it('shows a mail that has not left yet as it would be now', async () => {
    instance.mailServer.refuse = () => ({ at: 'recipient', code: 451 });
    const { meeting } = await inviteOne(instance);
    instance.mailServer.refuse = () => null;
    await instance.rows(`DELETE FROM outgoing_mail_content`);
    const [item] = (await list(instance, meeting.id)).items;
    expect(item).toMatchObject({ state: 'retrying', subject: null, lastError: '451' });
    const mail = await instance.ask<MailDetailDto>('GET', `/mails/${item?.id}`);
    expect(mail.text).toContain('Sehr geehrte Frau Ahorn,');
  });

  it('goes on where a page ends, in one state or of one meeting', async () => {
    const { meeting } = await inviteOne(instance);
    const { meeting: other } = await inviteOne(instance);
    const first = await instance.ask<{ items: MailItemDto[]; next: string }>(
      'GET',
      '/mails?limit=1&state=sent',
    );
    expect(first.items.map(({ meetingId }) => meetingId)).toEqual([other.id]);
    const second = await instance.ask<{ items: MailItemDto[] }>(
      'GET',
      `/mails?limit=1&state=sent&cursor=${first.next}`,
    );
    expect(second.items.map(({ meetingId }) => meetingId)).toEqual([meeting.id]);
    expect((await list(instance, meeting.id)).items).toHaveLength(1);
  });

  it('answers 404 for a mail that is not there, and is closed to strangers', async () => {
    const { meeting } = await inviteOne(instance);
    const [item] = (await list(instance, meeting.id)).items;
    const nobody = '01a1fc39-7f66-77f4-92fc-9022ecb9a6ff';
    expect((await instance.owner.get(`/api/v1/mails/${nobody}`)).status).toBe(404);
    expect((await instance.api.browser().get(`/api/v1/mails/${item?.id}`)).status).toBe(401);
    expect((await instance.api.browser().get('/api/v1/mails')).status).toBe(401);
  });
});
