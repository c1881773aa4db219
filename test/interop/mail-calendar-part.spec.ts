import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import { mailCalendarPart, renderCancel, renderRequest } from '#calendar';
import { attendee, organiser, sampleMeeting } from './sample-meetings.js';

const request = renderRequest(sampleMeeting(), organiser, attendee);
const cancel = renderCancel(sampleMeeting(), organiser, attendee, 'attendee');

async function mimeOf(method: 'REQUEST' | 'CANCEL', text: string): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({
    from: 'jourfixe@initiative.example',
    to: attendee.address,
    subject: 'Einladung',
    text: 'Guten Tag',
    html: '<p>Guten Tag</p>',
    icalEvent: mailCalendarPart(text, method),
  });
  return message.toString();
}

describe.each([
  ['REQUEST', request, 'invite.ics'],
  ['CANCEL', cancel, 'cancel.ics'],
] as const)('the calendar part of a mail with %s', (method, text, filename) => {
  it('stands last in the alternative, in base64, and once more as an attachment', async () => {
    const mime = await mimeOf(method, text);
    const kinds = [...mime.matchAll(/^Content-Type: ([a-z]+\/[a-z]+)/gm)].map(([, kind]) => kind);
    expect(kinds.join(' ')).toBe(
      'multipart/mixed multipart/alternative text/plain text/html text/calendar application/ics',
    );
    const part = mime.slice(mime.indexOf('Content-Type: text/calendar')).split('\r\n\r\n')[0] ?? '';
    expect(part.replace(/\r\n\s+/g, ' ')).toMatch(
      new RegExp(`^Content-Type: text/calendar; charset=utf-8; method=${method}`),
    );
    expect(part).toContain('Content-Transfer-Encoding: base64');
  });

  it('comes out of the mail byte for byte, and is known by its method', async () => {
    const mime = await mimeOf(method, text);
    const bodies = [...mime.matchAll(/: base64\r\n\r\n([\w+/=\r\n]+)\r\n--/g)].map(([, body]) => body ?? '');
    expect(bodies.map((body) => Buffer.from(body, 'base64').toString())).toEqual([text, text]);
    const { attachments } = await PostalMime.parse(mime);
    expect(attachments.map((part) => part.method ?? part.filename)).toEqual([method, filename]);
  });
});
