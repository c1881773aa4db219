import type { MeetingDto, OperationDto, PollDto, PollOpenPreviewDto, PollTakePreviewDto } from '#contracts';
import { PollWorld } from '../../support/running-polls.js';
import { TestInstance } from '../../support/test-instance.js';

// 2 March 2026, 10:00 in Berlin.
let instance: TestInstance;
beforeAll(async () => {
  instance = await TestInstance.start();
  await instance.useKey();
});
afterAll(() => instance.close());

let world: PollWorld;
beforeEach(async () => {
  world = await PollWorld.create(instance);
});
afterEach(async () => {
  await instance.rows(`DELETE FROM due_work WHERE kind LIKE 'poll.%'`);
  await instance.rows(`UPDATE person_address SET state = 'bounced'`);
});

const at = (startsLocal: string, allDay = false) => ({ startsLocal, allDay });

describe('a draft', () => {
  it.each([
    ['none', [], ['422', '/options poll.no-options']],
    [
      'one that has passed',
      [at('2026-02-27T10:00'), at('2026-04-14T10:00')],
      ['422', '/options/0/startsLocal poll.option-past', '/deadlineLocal poll.deadline-after-option'],
    ],
    [
      'a double one',
      [at('2026-04-14T10:00'), at('2026-04-14T10:00')],
      ['422', '/options/1/startsLocal poll.option-twice'],
    ],
    [
      'fifty-one',
      Array.from({ length: 51 }, (_, hour) =>
        at(`2026-05-${10 + (hour % 20)}T${10 + Math.floor(hour / 20)}:00`),
      ),
      ['422', '/options poll.too-many-options'],
    ],
    [
      'a whole day with a time',
      [at('2026-04-14T10:00', true)],
      ['422', '/options/0/allDay meeting.all-day-has-no-time'],
    ],
  ])('is refused with %s as dates, and nothing is written', async (_, options, refused) => {
    const before = await instance.rows('SELECT id FROM poll');
    expect(await world.refusal({ options })).toEqual(refused);
    expect(await instance.rows('SELECT id FROM poll')).toEqual(before);
  });

  it('is refused with a deadline that has passed, or that lies after a date', async () => {
    expect(await world.refusal({ deadlineLocal: '2026-03-01T10:00' })).toEqual([
      '422',
      '/deadlineLocal poll.deadline-past',
    ]);
    expect(await world.refusal({ deadlineLocal: '2026-04-15T10:00' })).toEqual([
      '422',
      '/deadlineLocal poll.deadline-after-option',
    ]);
  });

  it('asks nobody, and shows who would be asked and who has no address', async () => {
    const draft = await world.create();
    const preview = await instance.ask<PollOpenPreviewDto>('POST', `/polls/${draft.id}/open-preview`);
    expect(preview).toMatchObject({
      people: 3,
      mails: { de: 1, en: 1 },
      withoutAddress: [{ name: 'Carla Cedern' }],
    });
    expect(preview.clusters.map(({ people }) => people)).toEqual([1, 1, 1, 0]);
    await instance.settled();
    expect(instance.mailServer.mails).toEqual([]);
    expect(await world.participants(draft)).toEqual([]);
  });
});

describe('a poll that is opened', () => {
  it('asks everybody in their language, once, however often it runs', async () => {
    const draft = await world.create({ description: { de: 'Wir **suchen**.' } });
    const operation = await instance.ask<OperationDto>('POST', `/polls/${draft.id}/open`);
    expect(operation).toMatchObject({ kind: 'poll', total: 3 });
    await instance.settled();
    await world.repeat('poll.ask', operation.id);
    const anna = await instance.lastMailTo('anna@cluster.example');
    expect(anna.subject).toBe('Terminumfrage: Austausch im Frühjahr');
    expect(anna.text).toContain('Dienstag, 14. April 2026');
    expect(anna.text).toContain((await world.called(draft, 'Anna')).link);
    expect((await instance.lastMailTo('bert@cluster.example')).subject).toBe('Date poll: Exchange in spring');
    expect(instance.mailServer.mails).toHaveLength(2);
    expect(
      (await world.participants(draft)).map(({ person, reachable, mail }) => [person.name, reachable, mail]),
    ).toEqual([
      ['Anna Ahorn', true, 'sent'],
      ['Bert Buche', true, 'sent'],
      ['Carla Cedern', false, null],
    ]);
    const again = await instance.owner.send<{ code: string }>('POST', `/api/v1/polls/${draft.id}/open`);
    expect([again.status, again.body.code]).toEqual([409, 'poll.not-draft']);
  });

  it('shows its page without anything preselected, which changes nothing however often it is read', async () => {
    const poll = await world.open();
    const { link } = await world.called(poll, 'Anna');
    const page = await world.browse(link);
    expect(page.status).toBe(200);
    expect(page.body).toContain('lang="de"');
    expect(page.body.match(/type="radio"/g)).toHaveLength(6);
    expect(page.body).not.toMatch(/checked|<script/);
    expect((await world.browse(link, '?lang=en&saved=yes')).body).toContain('Which dates suit you?');
    expect((await world.called(poll, 'Anna')).answeredAt).toBeNull();
    expect((await world.browse(`http://x/p/${'a'.repeat(32)}`)).status).toBe(404);
  });

  it('takes votes again and again, and the last one counts', async () => {
    const poll = await world.open();
    expect((await world.vote(poll, 'Anna', ['yes', null])).status).toBe(422);
    expect((await world.called(poll, 'Anna')).votes).toEqual({});
    expect((await world.vote(poll, 'Anna', ['yes', 'no'], 'Gern früh')).status).toBe(303);
    expect((await world.vote(poll, 'Anna', ['if-need-be', 'yes'])).status).toBe(303);
    await world.vote(poll, 'Carla', ['no', 'if-need-be']);
    const [first, second] = poll.options.map(({ id }) => id);
    const result = await world.resultOf(poll);
    expect(result.options.map(({ yes, ifNeedBe, no, clusters }) => [yes, ifNeedBe, no, clusters])).toEqual([
      [0, 1, 1, { total: 3, yes: 0, possible: 1 }],
      [1, 1, 0, { total: 3, yes: 1, possible: 2 }],
    ]);
    expect(result).toMatchObject({ asked: 3, answered: 2, bestId: second });
    expect(result.clusters.map(({ votes }) => votes[first ?? ''])).toEqual(['if-need-be', null, 'no']);
    const page = (await world.browse((await world.called(poll, 'Bert')).link)).body;
    expect(page).toContain('Anna Ahorn');
    const own = (await world.browse((await world.called(poll, 'Anna')).link, '?saved=yes')).body;
    expect(own.match(/checked/g)).toHaveLength(2);
    expect(own).toContain('Ihre Antwort ist gespeichert.');
  });

  it('hides names where the host wishes, and shows counts and coverage', async () => {
    const poll = await world.open({ hidesNames: true });
    await world.vote(poll, 'Anna', ['yes', 'no'], 'geheim');
    const page = (await world.browse((await world.called(poll, 'Bert')).link)).body;
    expect(page).not.toMatch(/Ahorn|geheim/);
    expect(page).toContain('1 yes, 0 if need be, 0 no');
    expect(page).toContain('from 1 of 3 clusters');
  });

  it('reminds whoever is silent by hand, and once by itself; then it closes at its deadline', async () => {
    const poll = await world.open({ deadlineLocal: '2026-03-20T18:00' });
    await world.vote(poll, 'Anna', ['yes', 'no']);
    const preview = await instance.ask('POST', `/polls/${poll.id}/remind-preview`);
    expect(preview).toMatchObject({ mails: { de: 0, en: 1 }, people: [{ name: 'Bert Buche' }] });
    expect(await instance.ask('POST', `/polls/${poll.id}/remind`)).toEqual({ reminded: 1 });
    await instance.settled();
    const subjects = async () =>
      (await instance.mailsTo('bert@cluster.example')).map(({ subject }) => subject);
    const [question, reminder] = ['Date poll: Exchange in spring', 'Reminder: Exchange in spring'];
    expect(await subjects()).toEqual([question, reminder]);
    await world.instance.goTo('2026-03-18T17:00:01Z');
    await world.repeat('poll.remind', poll.id);
    expect(await subjects()).toEqual([question, reminder, reminder]);
    expect(await instance.mailsTo('anna@cluster.example')).toHaveLength(1);
    await world.instance.goTo('2026-03-20T17:00:01Z');
    expect((await world.read(poll)).state).toBe('closed');
    const late = await world.vote(poll, 'Bert', ['yes', 'yes']);
    expect(late.status).toBe(422);
    expect(late.body).toContain('The poll has ended.');
    expect((await world.resultOf(poll)).answered).toBe(1);
    const ended = await world.sent('PATCH', poll, { title: { de: 'Spät' } });
    expect([ended.status, ended.body.code]).toEqual([409, 'poll.ended']);
  });
});

describe('taking a date', () => {
  it('makes the meeting, invites, tells everybody, and keeps how the votes stood', async () => {
    const poll = await world.open({ deadlineLocal: '2026-03-31T18:00' });
    await world.vote(poll, 'Anna', ['no', 'yes'], 'Bitte nachmittags');
    const optionId = poll.options[1]?.id;
    const preview = await instance.ask<PollTakePreviewDto>('POST', `/polls/${poll.id}/take-preview`, {
      optionId,
    });
    expect(preview).toMatchObject({
      startsLocal: '2026-04-16T10:00',
      endsLocal: '2026-04-16T12:00',
      mails: { de: 1, en: 1 },
      invites: 2,
      withoutAddress: 1,
    });
    const taken = await world.take(poll, 1, { note: 'Bis bald' });
    expect(taken).toMatchObject({ state: 'decided', takenOptionId: optionId });
    const meeting = await instance.ask<MeetingDto>('GET', `/meetings/${taken.meetingId}`);
    expect(meeting).toMatchObject({
      startsLocal: '2026-04-16T10:00',
      endsLocal: '2026-04-16T12:00',
      state: 'published',
      visibility: 'invited',
      title: { de: 'Austausch im Frühjahr' },
    });
    expect(await instance.invitations(meeting.id)).toHaveLength(2);
    const mails = await instance.mailsTo('anna@cluster.example');
    expect(mails.map(({ subject }) => subject.replaceAll('\u00a0', ' ')).toSorted()).toEqual([
      'Einladung: Austausch im Frühjahr, Do., 16. Apr. 2026',
      'Termin steht: Austausch im Frühjahr, Do., 16. Apr. 2026',
      'Terminumfrage: Austausch im Frühjahr',
    ]);
    expect(mails.find(({ subject }) => subject.startsWith('Termin steht'))?.text).toContain('Bis bald');
    const { items } = await instance.ask<{ items: PollDto[] }>('GET', `/polls?meetingId=${meeting.id}`);
    expect(items.map(({ id }) => id)).toEqual([poll.id]);
    expect((await world.called(poll, 'Anna')).note).toBe('Bitte nachmittags');
    const log = await instance.rows('SELECT after FROM audit_entry WHERE subject_id = $1 AND action = $2', [
      poll.id,
      'poll.take',
    ]);
    expect(log).toMatchObject([{ after: { votes: { yes: 1, ifNeedBe: 0, no: 0 } } }]);
    expect((await world.browse((await world.called(poll, 'Anna')).link)).body).toContain(
      'Der Termin steht fest',
    );
    expect((await world.vote(poll, 'Bert', ['yes', 'yes'])).status).toBe(422);
  });

  it('moves the meeting that the poll is about, whose people are asked again', async () => {
    const meeting = await instance.publish({
      institutionId: world.networkId,
      startsLocal: '2026-06-10T10:00',
      endsLocal: '2026-06-10T11:00',
    });
    await instance.invite(meeting.id, world.networkId);
    const days = [at('2026-06-16T00:00', true), at('2026-06-18T09:00')];
    const poll = await world.open({ movesMeetingId: meeting.id, options: days });
    instance.mailServer.mails.length = 0;
    const taken = await world.take(poll, 0);
    expect(taken.meetingId).toBe(meeting.id);
    expect(await instance.ask('GET', `/meetings/${meeting.id}`)).toMatchObject({
      allDay: true,
      startsLocal: '2026-06-16T00:00',
      endsLocal: '2026-06-17T00:00',
    });
    const subjects = (await instance.mailsTo('anna@cluster.example')).map(
      ({ subject }) => subject.split(':')[0],
    );
    expect(subjects.toSorted()).toEqual(['Geändert', 'Termin steht']);
    expect(await instance.rows('SELECT id FROM invitation WHERE meeting_id = $1', [meeting.id])).toHaveLength(
      2,
    );
  });

  it('refuses a date that has passed meanwhile, one of another poll, and an old version', async () => {
    const poll = await world.open({
      options: [at('2026-03-25T10:00'), at('2026-04-16T10:00')],
      deadlineLocal: '2026-03-24T10:00',
    });
    const other = await world.open();
    await world.instance.goTo('2026-03-25T10:00:00Z');
    const ask = async (optionId: string | undefined, version: number) => {
      const reply = await instance.owner.send<{ code: string }>('POST', `/api/v1/polls/${poll.id}/take`, {
        body: { optionId },
        headers: { 'if-match': `"${version}"` },
      });
      return reply.body.code;
    };
    const { version } = await world.read(poll);
    expect(await ask(poll.options[0]?.id, version)).toBe('poll.option-past');
    expect(await ask(other.options[1]?.id, version)).toBe('poll.option-not-found');
    expect(await ask(poll.options[1]?.id, version - 1)).toBe('version.stale');
    expect((await world.read(poll)).state).toBe('closed');
  });
});
