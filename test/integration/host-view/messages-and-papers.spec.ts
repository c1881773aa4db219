import type {
  InvitationDto,
  MeetingDto,
  MeetingFileDto,
  MeetingNoteDto,
  MessageDto,
  MessagePreviewDto,
  OperationDto,
} from '#contracts';
import { Temporal } from '#kernel';
import { MessageRun } from '#participation';
import { aKey } from '../../factories/access.factory.js';
import { aPerson } from '../../factories/directory.factory.js';
import { aNetworkOfManagers, aNetworkOfMany } from '../../factories/network.factory.js';
import { packed } from '../../support/imports.js';
import { TestInstance } from '../../support/test-instance.js';

let instance: TestInstance;
let meeting: MeetingDto;
let invited: readonly InvitationDto[];
let clusterIds: readonly string[];

beforeAll(async () => {
  instance = await TestInstance.start({ at: Temporal.Instant.from('2026-05-06T08:00:00Z') });
  await instance.useKey();
  const people = ['coming', 'english', 'silent', 'bounced'].map((familyName) => ({
    familyName,
    addresses: [`${familyName}@some.example`],
    language: familyName === 'english' ? ('en' as const) : ('de' as const),
  }));
  const { network, clusters } = await aNetworkOfManagers(instance.reader, people);
  clusterIds = clusters.map(({ cluster }) => cluster.id);
  meeting = await instance.publish({
    institutionId: network.id,
    startsLocal: '2026-06-18T10:00',
    endsLocal: '2026-06-18T12:00',
    answerByLocal: '2026-06-11T18:00',
    visibility: 'public',
    mailPlan: {
      reminderDays: [],
      deputyDays: null,
      detailsDays: null,
      followUp: { daysAfter: 1, to: 'came', text: { de: 'Danke.' } },
    },
  });
  invited = await instance.invite(meeting.id, network.id);
  await instance.answer(of('coming'), 'yes');
  await instance.answer(of('english'), 'yes');
  await instance.settled();
  await instance.rows(`UPDATE person_address SET state = 'bounced' WHERE address = 'bounced@some.example'`);
});
afterAll(() => instance.close());

const of = (name: string): InvitationDto => {
  const found = invited.find(({ person }) => person.name.includes(name));
  if (found === undefined) throw new Error(`nobody is ${name}`);
  return found;
};
const words = {
  subject: { de: 'Bitte Ausweis mitbringen', en: 'Please bring your identity card' },
  text: { de: 'Am **Empfang** wird gefragt.', en: 'Reception will **ask**.' },
};
const path = () => `/meetings/${meeting.id}/messages`;
const messagesTo = async (name: string) =>
  (await instance.mailsTo(`${name}@some.example`)).filter(({ text }) => /Empfang|Reception/.test(text));
const preview = (recipients: object) =>
  instance.ask<MessagePreviewDto>('POST', `${path()}/preview`, { ...words, recipients });

/** Somebody with a key and no rights. */
async function stranger() {
  const { id } = await aPerson(instance.reader);
  return instance.api.browser({ authorization: `Bearer ${await aKey(instance.reader, id)}` });
}

const addFile = async (content: string | Buffer, name: string, audience: string) => {
  const { body, headers } = await packed(content, name);
  return instance.owner.send<MeetingFileDto>(
    'POST',
    `/api/v1/meetings/${meeting.id}/files?audience=${audience}`,
    {
      body,
      headers,
    },
  );
};
const pageOf = async (address: string) =>
  (await instance.api.browser().get<string>(new URL(address, 'http://x').pathname)).body;

describe('a message to some of those invited', () => {
  it('previews by answer, by cluster and single people, and who cannot be reached', async () => {
    const names = async (recipients: object) =>
      (await preview(recipients)).people.map(({ person, reachable }) => [
        person.name.split(' ').at(-1),
        reachable,
      ]);
    expect(await names({ standings: ['confirmed'] })).toEqual([
      ['coming', true],
      ['english', true],
    ]);
    expect(await names({ standings: ['silent'] })).toEqual([
      ['bounced', false],
      ['silent', true],
    ]);
    expect(await names({ standings: ['confirmed'], clusterIds: [clusterIds[1]] })).toEqual([
      ['english', true],
    ]);
    expect(await names({ invitationIds: [of('silent').id] })).toEqual([['silent', true]]);
    expect(await names({})).toEqual([]);
    expect(await preview({ standings: ['confirmed', 'silent'] })).toMatchObject({
      mails: { de: 2, en: 1 },
      unreachable: 1,
    });
    expect(await messagesTo('coming')).toEqual([]);
  });

  it('sends what the preview showed, to whom it showed, each in their language and once', async () => {
    const recipients = { standings: ['confirmed'], invitationIds: [of('silent').id] };
    const seen = await preview(recipients);
    const operation = await instance.ask<OperationDto>('POST', path(), {
      ...words,
      recipients,
      recipientsKey: seen.recipientsKey,
    });
    await instance.settled();
    // As after a crash: the work comes back, and so does its first batch.
    await instance.rows(
      `UPDATE operation SET finished_at = NULL, state = 'running', done = 0,
              params = params || '{"after": null}' WHERE id = $1`,
      [operation.id],
    );
    await instance.rows(
      `INSERT INTO due_work (id, kind, subject_id, due_at, payload, attempts)
       VALUES (gen_random_uuid(), 'message.run', $1, $2, '{}', 0)`,
      [operation.id, instance.clock.now()],
    );
    await instance.settled();
    const [german, english] = [await messagesTo('coming'), await messagesTo('english')];
    expect(german.map(({ subject }) => subject)).toEqual([seen.reads.de.subject]);
    expect(english.map(({ subject }) => subject)).toEqual([seen.reads.en.subject]);
    expect(await messagesTo('silent')).toHaveLength(1);
    expect(await messagesTo('bounced')).toEqual([]);
    expect(german[0]?.text).toContain(of('coming').link);
    expect(english[0]?.text).toContain('Reception will');
    const state = await instance.ask<OperationDto>('GET', `/operations/${operation.id}`);
    expect(state).toMatchObject({ state: 'done', done: 3, total: 3 });
    const { items } = await instance.ask<{ items: MessageDto[] }>('GET', path());
    expect(items.map(({ subject, people }) => [subject.de, people.map(({ mail }) => mail)])).toEqual([
      [words.subject.de, ['sent', 'sent', 'sent']],
    ]);
  });

  it('goes to more than 500 in batches, and nobody has it twice when it stopped between two of them', async () => {
    const network = await aNetworkOfMany(instance.reader, 503);
    const { id } = await instance.publish({ institutionId: network.id });
    await instance.settled();
    await instance.stopWorker();
    const invitations = await instance.rows<{ id: string }>(
      `INSERT INTO invitation (id, meeting_id, person_id, state, token_hash, token_key_id, token_generation, sequence,
                               to_confirm_again, invited_at)
       SELECT gen_random_uuid(), $1, person_id, 'active', person_id::text, 'key', 1, 0, false, $2
         FROM person_address WHERE address LIKE '%@viele.example' RETURNING id`,
      [id, instance.clock.now()],
    );
    const operation = await instance.ask<OperationDto>('POST', `/meetings/${id}/messages`, {
      ...words,
      recipients: { standings: ['silent'] },
    });
    const work = () => instance.api.app.get(MessageRun).work(operation.id);
    const written = () =>
      instance.rows(
        `SELECT count(*)::int AS mails, count(DISTINCT thread_id)::int AS people FROM outgoing_mail
          WHERE topic_id = $1 AND kind = 'message'`,
        [id],
      );
    const [last] = invitations
      .map((one) => one.id)
      .toSorted()
      .slice(-1);
    await instance.rows(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''the disk is full''; END';
       CREATE TRIGGER fail BEFORE INSERT ON outgoing_mail FOR EACH ROW WHEN (NEW.thread_id = '${last}')
         EXECUTE FUNCTION fail()`,
    );
    await expect(work()).rejects.toThrow('the disk is full');
    expect(await written()).toEqual([{ mails: 500, people: 500 }]);
    const read = () => instance.ask<OperationDto>('GET', `/operations/${operation.id}`);
    expect(await read()).toMatchObject({ state: 'running', done: 500, total: 503 });
    await instance.rows('DROP TRIGGER fail ON outgoing_mail');
    await Promise.all([work(), work()]);
    await work();
    expect(await written()).toEqual([{ mails: 503, people: 503 }]);
    expect(await read()).toMatchObject({ state: 'done', done: 503, total: 503 });
    // They need not leave.
    await instance.rows(`UPDATE outgoing_mail SET state = 'sent' WHERE topic_id = $1`, [id]);
    await instance.startWorker();
    await instance.settled();
    expect(await written()).toEqual([{ mails: 503, people: 503 }]);
  });

  it('refuses when others would get it than were seen, when nobody would, and strangers', async () => {
    const recipients = { standings: ['silent'] };
    const { recipientsKey } = await preview(recipients);
    await instance.answer(of('silent'), 'maybe');
    const changed = await instance.owner.post('/api/v1' + path(), { ...words, recipients, recipientsKey });
    expect([changed.status, changed.body]).toMatchObject([409, { code: 'message.recipients-changed' }]);
    const nobody = await instance.owner.post('/api/v1' + path(), { ...words, recipients });
    expect([nobody.status, nobody.body]).toMatchObject([409, { code: 'message.nobody' }]);
    const other = await stranger();
    expect((await other.post('/api/v1' + path(), { ...words, recipients })).status).toBe(403);
    const { items } = await instance.ask<{ items: MessageDto[] }>('GET', path());
    expect(items).toHaveLength(1);
  });
});

describe('files of a meeting', () => {
  it('gives each to whom it is for, as an attachment, and nobody else', async () => {
    const reply = await addFile('%PDF-1.7 intern', 'Kalkulation.pdf', 'hosts');
    expect(reply.status).toBe(201);
    const { id: intern } = reply.body;
    const { id: slides } = (await addFile('%PDF-1.7 folien', 'Folien März.exe', 'invited')).body;
    const { id: programme } = (await addFile('Programm', 'Programm.txt', 'public')).body;
    const { pathname: invitation } = new URL(of('coming').link);
    const open = `/m/${meeting.slug}`;
    const status = async (page: string, id: string) =>
      (await instance.api.browser().get(`${page}/files/${id}`)).status;
    expect([
      await status(invitation, intern),
      await status(invitation, slides),
      await status(invitation, programme),
    ]).toEqual([404, 200, 200]);
    expect([await status(open, intern), await status(open, slides), await status(open, programme)]).toEqual([
      404, 404, 200,
    ]);
    expect(await status(`/i/${'a'.repeat(32)}`, slides)).toBe(404);
    const { headers } = await instance.api.browser().get(`${invitation}/files/${slides}`);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Folien M_rz.exe.pdf"; filename*=UTF-8''Folien%20M%C3%A4rz.exe.pdf`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(await pageOf(invitation)).toContain('Folien März.exe.pdf');
    expect(await pageOf(open)).toContain('Programm.txt');
    expect(await pageOf(open)).not.toContain('Folien');
    expect((await instance.owner.get(`/api/v1/meeting-files/${intern}/content`)).status).toBe(200);
    const other = await stranger();
    expect((await other.get(`/api/v1/meeting-files/${intern}/content`)).status).toBe(403);
    const [kept] = await instance.rows<{ id: string }>(
      `SELECT file_id AS id FROM meeting_file WHERE id = $1`,
      [intern],
    );
    expect((await instance.api.browser().get(`/files/${kept?.id}`)).status).toBe(404);
  });

  it('refuses what it does not know and what is too big, and lets go of the bytes with the file', async () => {
    const wrong = await addFile(Buffer.from('MZ\u0090\0\u0003\0', 'latin1'), 'folien.pdf', 'public');
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'meeting-file.type-not-allowed' }]);
    const tooBig = await addFile(Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'a.txt', 'hosts');
    expect([tooBig.status, tooBig.body]).toMatchObject([413, { code: 'file.too-large' }]);
    const { body } = await addFile('geht wieder', 'geht.txt', 'hosts');
    const count = async () =>
      (await instance.rows(`SELECT FROM file WHERE bytes = convert_to('geht wieder', 'UTF8')`)).length;
    expect(await count()).toBe(1);
    await instance.ask('DELETE', `/meeting-files/${body.id}`);
    expect(await count()).toBe(0);
  });

  it('links what is for participants in the follow-up', async () => {
    await instance.goTo('2026-06-19T09:00:00Z');
    const { text, html, subject } = await instance.lastMailTo('coming@some.example');
    expect(subject).toContain('Nachlese');
    expect(text).toContain('Folien März.exe.pdf');
    expect(html).toContain(`${of('coming').link}/files/`);
    expect(text).not.toContain('Kalkulation');
  });
});

it('keeps notes for those who may edit the meeting; their author may change them', async () => {
  const notes = `/meetings/${meeting.id}/notes`;
  const note = await instance.ask<MeetingNoteDto>('POST', notes, { text: 'Kaffee für 20' });
  expect(note).toMatchObject({ own: true, changedAt: null });
  await instance.ask('PATCH', `/notes/${note.id}`, { text: 'Kaffee für 30' });
  const { id: colleague } = await aPerson(instance.reader);
  await instance.rows('UPDATE meeting_note SET author_id = $2 WHERE id = $1', [note.id, colleague]);
  const theirs = await instance.owner.patch(`/api/v1/notes/${note.id}`, { text: 'anders' });
  expect([theirs.status, theirs.body]).toMatchObject([403, { code: 'note.not-yours' }]);
  const { items } = await instance.ask<{ items: MeetingNoteDto[] }>('GET', notes);
  expect(items).toMatchObject([{ text: 'Kaffee für 30', own: false, author: { id: colleague } }]);
  const other = await stranger();
  expect((await other.get(`/api/v1${notes}`)).status).toBe(403);
});
