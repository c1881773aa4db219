import PostalMime from 'postal-mime';
import type { Problem } from '#contracts';
import { aMandate, aMembership, anInstitution, anOffice } from '../../factories/directory.factory.js';
import { calendarFaults } from '../../interop/calendar-faults.js';
import { readCalendar } from '../../interop/calendar-reader.js';
import type { ReceivedMail } from '../../support/mail-server.js';
import { readMail } from '../../support/received-mail.js';
import { TestInstance } from '../../support/test-instance.js';

const EVIL = 'evil@boese.example';

const attempts = [
  `\r\nBcc: ${EVIL}`,
  `\nBcc: ${EVIL}\n\nText`,
  `\rBcc: ${EVIL}`,
  `\r\n\r\n<b>body</b>`,
  `\r\n.\r\nMAIL FROM:<${EVIL}>`,
  `\nATTENDEE:mailto:${EVIL}`,
  `\\nATTENDEE:mailto:${EVIL}`,
  `\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil`,
  `";ROLE=CHAIR:mailto:${EVIL}`,
  `" <${EVIL}>, "`,
  `<${EVIL}>`,
  `, ${EVIL}`,
  `=?utf-8?Q?=0D=0ABcc:_${EVIL}?=`,
  `\u0085Bcc: ${EVIL}`,
  `\u2028Bcc: ${EVIL}`,
  '\0\x01\x1b\x7f',
  ';,:"\\^\'',
  '<script>alert(1)</script>',
  '\ue000link\ue001',
  '\u202etxt.exe',
];

let instance: TestInstance;
beforeAll(async () => (instance = await TestInstance.start()));
afterAll(() => instance.close());

type Body = Record<string, unknown>;

/** Sends it with the attempt in every field; what is refused by name is replaced by `x` and sent again. */
async function offer(
  path: string,
  body: Body,
): Promise<{ id: string; version: number; refused: readonly string[] }> {
  const first = await instance.owner.post<Problem & { id: string; version: number }>(`/api/v1${path}`, body);
  if (first.status === 201) return { ...first.body, refused: [] };
  expect([first.status, first.body.code]).toEqual([422, 'validation.failed']);
  const refused = first.body.errors.map(({ pointer }) => pointer);
  const mended = structuredClone(body);
  for (const pointer of refused) set(mended, pointer.split('/').slice(1));
  const second = await instance.owner.post<{ id: string; version: number }>(`/api/v1${path}`, mended);
  expect(second.status).toBe(201);
  return { ...second.body, refused };
}

function set(body: Body, [key = '', ...rest]: readonly string[]): void {
  if (rest.length === 0) body[key] = key === 'onlineUrl' ? 'https://treffen.example/x' : 'x';
  else set(body[key] as Body, rest);
}

/** Every way from a text into a mail and a feed: names, the meeting's texts, notes. Gives what arrived. */
async function sendWith(attempt: string) {
  instance.mailServer.mails.length = 0;
  const text = `vorn ${attempt} hinten`;
  const network = await offer('/institutions', {
    kind: 'network',
    slug: `netz-${crypto.randomUUID()}`,
    name: { de: text },
  });
  const person = await offer('/people', {
    academicTitle: `Dr. ${attempt}`,
    givenName: text,
    familyName: text,
    position: text,
    phone: text,
    addresses: [`gast-${crypto.randomUUID()}@gast.example`],
  });
  const { reader } = instance;
  const cluster = await anInstitution(reader, { name: { de: text.replace(/\0/g, '') }, sortName: 'x' });
  await aMembership(reader, { institutionId: network.id, memberId: cluster.id });
  const office = await anOffice(reader, { institutionId: cluster.id, name: { de: text.replace(/\0/g, '') } });
  await aMandate(reader, { officeId: office.id, personId: person.id });
  const place = { name: text, room: text, street: text, postcode: `0${attempt}`.slice(0, 20), city: text };
  const meeting = await offer('/meetings', {
    institutionId: network.id,
    title: { de: text },
    description: { de: text },
    startsLocal: '2026-06-18T10:00',
    endsLocal: '2026-06-18T12:00',
    place: { ...place, directions: { de: text } },
    onlineUrl: `https://treffen.example/${attempt}`,
    organiserId: person.id,
  });
  await instance.ask('POST', `/meetings/${meeting.id}/publish`, undefined, meeting.version);
  const [invitation] = await instance.invite(meeting.id, network.id);
  if (invitation === undefined) throw new Error('nobody was invited');
  const answered = await instance.answer(invitation, 'yes', text);
  await instance.settled();
  await instance.answer(invitation, 'yes');
  // Else the cancellation may supersede the confirmation before it has left.
  await instance.settled();
  const feed = await instance.api.browser().get<string>(`/feeds/networks/${await slugOf(network.id)}.ics`);
  const page = await instance.api.browser().get<string>(new URL(invitation.link).pathname);
  const cancelled = await instance.owner.post(
    `/api/v1/meetings/${meeting.id}/cancel`,
    { note: text },
    { 'if-match': '"2"' },
  );
  if (cancelled.status !== 200) await instance.ask('POST', `/meetings/${meeting.id}/cancel`, {}, 2);
  await instance.settled();
  const refused = [...network.refused, ...person.refused, ...meeting.refused];
  return {
    mails: [...instance.mailServer.mails],
    feed,
    page,
    answered,
    cancelled: cancelled.status,
    refused,
  };
}

async function slugOf(institutionId: string): Promise<string> {
  const { slug } = await instance.ask<{ slug: string }>('GET', `/institutions/${institutionId}`);
  return slug;
}

/** What there is of a mail, without what its texts say. */
async function shapeOf(mail: ReceivedMail) {
  const raw = mail.raw.toString('latin1');
  const { headers, calendar, file } = await readMail(mail);
  const { to = [] } = await PostalMime.parse(mail.raw);
  expect(to.map(({ address }) => address)).toEqual([mail.recipient]);
  return {
    headers: [...headers].map(([name, values]) => `${name} ${values.length}`),
    parts: raw.match(/^Content-Type: [a-z]+\/[a-z]+/gm),
    lineBreaks: /[\r\n\0]/.test(raw.replaceAll('\r\n', '')),
    faults: calendarFaults(file ?? ''),
    method: calendar?.method,
    properties: calendar?.event.propertyNames.filter((name) => name !== 'URL'),
    attendees: calendar?.event.attendees.length,
    organiser: calendar?.event.organiser?.address.replace(/^.*@/, ''),
  };
}

function feedShape(body: string) {
  const { events, propertyNames, zones } = readCalendar(body);
  return {
    faults: calendarFaults(body),
    propertyNames,
    zones,
    events: events.map((event) => event.propertyNames),
  };
}

type Shapes = readonly Awaited<ReturnType<typeof shapeOf>>[];
let harmless: { shapes: Shapes; feed: ReturnType<typeof feedShape> };
beforeAll(async () => {
  const { mails, feed } = await sendWith('x');
  harmless = { shapes: await Promise.all(mails.map(shapeOf)), feed: feedShape(feed.body) };
});

it('is looked for in three mails and a feed that are sound without it', () => {
  expect(harmless.shapes.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  expect(harmless.shapes.map(({ faults }) => faults)).toEqual([[], [], []]);
  expect(harmless.feed.events).toHaveLength(1);
});

it.each(attempts)('%j in every text is refused at the edge or does no harm', async (attempt) => {
  const { mails, feed, page, answered, cancelled } = await sendWith(attempt);
  expect(await Promise.all(mails.map(shapeOf))).toEqual(harmless.shapes);
  expect(feedShape(feed.body)).toEqual(harmless.feed);
  expect([200, 303, 422]).toContain(answered);
  expect([200, 422]).toContain(cancelled);
  expect(page.status).toBe(200);
  expect(page.body).not.toContain('<script>');
  for (const { raw } of mails) expect((await readMail({ raw })).html).not.toContain('<script>');
});

it('line breaks and control characters in a line are refused by the name of the field', async () => {
  const { refused } = await sendWith(`\r\nBcc: ${EVIL}`);
  expect(refused).toEqual([
    '/name/de',
    '/academicTitle',
    '/givenName',
    '/familyName',
    '/position',
    '/phone',
    '/title/de',
    '/place/name',
    '/place/room',
    '/place/street',
    '/place/postcode',
    '/place/city',
  ]);
});

it.each([
  `gast@x.example\r\nBcc: ${EVIL}`,
  `gast@x.example, ${EVIL}`,
  `gast@x.example>\r\nRCPT TO:<${EVIL}`,
  `"gast\r\nBcc: x"@x.example`,
  `Gast <gast@x.example>`,
  'gast@x.example\0',
  'gast@',
])('the address %j is refused', async (address) => {
  const person = { givenName: 'Kim', familyName: 'Linde', addresses: [address] };
  const reply = await instance.owner.post<Problem>('/api/v1/people', person);
  expect([reply.status, reply.body.errors.map(({ pointer }) => pointer)]).toEqual([422, ['/addresses/0']]);
});
