import type { InvitationDto, MeetingDto, Question } from '#contracts';
import { newId } from '#kernel';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { SeatMeeting } from '../../support/seat-meeting.js';
import { TestInstance } from '../../support/test-instance.js';

const [plant, dinner] = [newId(), newId()];
const questions: readonly Question[] = [
  { id: newId(), kind: 'text', label: { de: 'Thema?', en: 'Topic?' }, options: [], required: true },
  {
    id: newId(),
    kind: 'several',
    label: { de: 'Wobei?' },
    options: [
      { id: plant, label: { de: 'Führung', en: 'Tour' } },
      { id: dinner, label: { de: 'Essen', en: 'Dinner' } },
    ],
    required: false,
  },
  { id: newId(), kind: 'yes-no', label: { de: 'Bahn?' }, options: [], required: false },
  { id: newId(), kind: 'diet', label: { de: 'Verpflegung?' }, options: [], required: false },
];
const [topic, joins, train, diet] = questions.map(({ id }) => id);
const label = (place: number) => questions[place]?.label;

let instance: TestInstance;
let meeting: MeetingDto;
let invited: readonly InvitationDto[];
beforeAll(async () => {
  instance = await TestInstance.start();
});
afterAll(() => instance.close());
beforeEach(async () => {
  const { network } = await aNetworkOfManagers(instance.reader, [
    { familyName: 'Eins', addresses: [`eins-${newId()}@fragen.example`] },
    { familyName: 'Zwei', addresses: [`zwei-${newId()}@fragen.example`] },
  ]);
  meeting = await instance.publish({ institutionId: network.id, questions: [...questions] });
  invited = await instance.invite(meeting.id, network.id);
});

const first = () => invited[0] ?? ({} as InvitationDto);

/** Sends the form of the invitee's page. */
async function post(fields: readonly (readonly [string, string])[]) {
  const form = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]));
  return instance.api.browser().post<string>(new URL(first().link).pathname, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
}

const answered = async () => (await instance.invitations(meeting.id)).find(({ id }) => id === first().id);

const kept = () =>
  instance.rows(
    'SELECT value FROM question_answer JOIN registration ON registration.id = registration_id WHERE meeting_id = $1',
    [meeting.id],
  );
const enter = (body: object) =>
  instance.owner.send('POST', `/api/v1/invitations/${first().id}/answer`, { body });

it('asks on the invitation page, keeps what was answered, and shows it to the host but for what is sensitive', async () => {
  const page = await instance.api.browser().get<string>(new URL(first().link).pathname);
  expect(page.body).toContain('Thema?');
  const reply = await post([
    ['answer', 'yes'],
    [`question-${topic}`, '  =Klebstoffe & mehr '],
    [`question-${joins}`, plant],
    [`question-${joins}`, dinner],
    [`question-${train}`, 'no'],
    [`question-${diet}`, 'vegan'],
  ]);
  expect(reply.status).toBe(303);
  expect((await answered())?.answers).toEqual([
    {
      questionId: topic,
      label: label(0),
      value: { de: '=Klebstoffe & mehr', en: '=Klebstoffe & mehr' },
      given: '=Klebstoffe & mehr',
    },
    {
      questionId: joins,
      label: label(1),
      value: { de: 'Führung, Essen', en: 'Tour, Dinner' },
      given: [plant, dinner],
    },
    { questionId: train, label: label(2), value: { de: 'nein', en: 'no' }, given: false },
  ]);
  const again = await instance.api.browser().get<string>(new URL(first().link).pathname);
  expect(again.body).toMatch(/vegan<\/textarea>/);
  const file = await instance.owner.get<string>(`/api/v1/meetings/${meeting.id}/invitations?format=csv`);
  expect(file.body).toContain('Thema?: =Klebstoffe');
  expect(file.body).not.toContain('vegan');

  const seen = await instance.ask<{ items: unknown[] }>('GET', `/meetings/${meeting.id}/sensitive-answers`);
  expect(seen.items).toEqual([
    {
      person: first().person,
      answers: [{ questionId: diet, label: label(3), value: { de: 'vegan', en: 'vegan' }, given: 'vegan' }],
    },
  ]);
  const log = await instance.rows(
    `SELECT after FROM audit_entry WHERE action = 'meeting.read-sensitive' AND subject_id = $1`,
    [meeting.id],
  );
  expect(log).toEqual([{ after: { people: 1 } }]);
});

it('does not take a yes without what is required, changes nothing and keeps what was typed', async () => {
  const reply = await post([
    ['answer', 'yes'],
    ['note', 'Bis bald'],
    [`question-${joins}`, newId()],
    [`question-${diet}`, 'ohne Nüsse'],
  ]);
  expect(reply.status).toBe(422);
  expect(reply.body).toContain('Bitte beantworten Sie diese Frage, wenn Sie kommen.');
  expect(reply.body).toContain('Diese Antwort steht nicht (mehr) zur Wahl.');
  expect(reply.body).toMatch(/ohne Nüsse<\/textarea>/);
  expect(reply.body).toMatch(/Bis bald<\/textarea>/);
  expect(await answered()).toMatchObject({ answer: null, answers: [] });
  const control = await post([
    ['answer', 'yes'],
    [`question-${topic}`, 'x\u0000y'],
  ]);
  expect(control.status).toBe(422);
});

it('takes a no without any answer, and forgets what was answered before', async () => {
  await post([
    ['answer', 'maybe'],
    [`question-${diet}`, 'vegan'],
  ]);
  expect(await kept()).toEqual([{ value: 'vegan' }]);
  expect((await post([['answer', 'no']])).status).toBe(303);
  expect(await kept()).toEqual([]);
});

it('forgets what was answered by whoever is withdrawn', async () => {
  await post([
    ['answer', 'maybe'],
    [`question-${diet}`, 'vegan'],
  ]);
  expect(await kept()).toEqual([{ value: 'vegan' }]);
  await instance.ask('POST', `/invitations/${first().id}/withdraw`);
  expect(await kept()).toEqual([]);
});

it('lets the host enter an answer with or without them, says what is open, and refuses what does not fit', async () => {
  expect((await enter({ answer: 'yes' })).body).toMatchObject({
    open: [{ questionId: topic, label: label(0) }],
  });
  const told = await enter({ answer: 'yes', values: { [topic ?? '']: 'Am Telefon' } });
  expect(told).toMatchObject({ status: 200, body: { open: [] } });
  // Entered again without: what was said stays.
  await enter({ answer: 'maybe' });
  expect((await answered())?.answers).toMatchObject([{ questionId: topic }]);
  const refused = await enter({ answer: 'yes', values: { [train ?? '']: 'vielleicht', [newId()]: 'x' } });
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: 'validation.failed',
      errors: [{ pointer: `/values/${train}`, code: 'question.wrong-kind' }, { code: 'question.unknown' }],
    },
  });
});

it('leaves what the host does not name as it was answered, and takes away what they empty', async () => {
  await post([
    ['answer', 'yes'],
    [`question-${topic}`, 'Klebstoffe'],
    [`question-${joins}`, plant],
    [`question-${diet}`, 'vegan'],
  ]);
  await enter({ answer: 'yes', values: { [topic ?? '']: 'Lacke', [joins ?? '']: null } });
  expect(new Set(await kept())).toEqual(new Set([{ value: 'Lacke' }, { value: 'vegan' }]));
  expect((await answered())?.answers).toMatchObject([{ questionId: topic, given: 'Lacke' }]);
});

it('lets the host answer for a substitute, who gets the first one’s seat, and refuses what does not fit', async () => {
  await post([
    ['answer', 'yes'],
    [`question-${topic}`, 'Klebstoffe'],
  ]);
  const address = `vertretung-${newId()}@fragen.example`;
  const name = (values: object) =>
    instance.owner.send('POST', `/api/v1/invitations/${first().id}/substitute`, {
      body: { givenName: 'Toni', familyName: 'Drei', address, note: 'Im Urlaub', values },
    });
  expect(await name({ [train ?? '']: 'vielleicht' })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: `/values/${train}`, code: 'question.wrong-kind' }] },
  });
  expect(await name({ [train ?? '']: true })).toMatchObject({ status: 200, body: { note: 'Im Urlaub' } });
  const all = await instance.invitations(meeting.id);
  expect(all.find((one) => one.address === address)).toMatchObject({
    registration: 'confirmed',
    answers: [{ questionId: train, given: true }],
    open: [{ questionId: topic }],
  });
});

it('lets the host ask for a kind of seat and companions of a substitute where no seat is passed on', async () => {
  const [here, online] = [newId(), newId()];
  const met = await SeatMeeting.open(instance, ['schweigt', 'sitzt'], {
    capacity: 4,
    seating: {
      companions: 1,
      contingents: [
        { id: here, name: { de: 'Vor Ort' }, seats: null, online: false },
        { id: online, name: { de: 'Online' }, seats: null, online: true },
      ],
    },
  });
  await met.answer({ sitzt: 'yes' });
  const enter = (name: string, familyName: string, companions: readonly string[]) =>
    instance.owner.post<{ code?: string }>(`/api/v1/invitations/${met.of(name).id}/substitute`, {
      givenName: 'Toni',
      familyName,
      address: `${newId()}@fragen.example`,
      seats: { companions, contingentId: online },
    });
  // More than there can ever be: nobody is invited.
  const tooMany = await enter('schweigt', 'Viele', ['', '', '', '']);
  expect(tooMany).toMatchObject({ status: 409, body: { code: 'answer.above-capacity' } });
  expect(await instance.invitations(met.id)).toHaveLength(2);
  expect((await enter('schweigt', 'Fragt', ['Kim', ''])).status).toBe(200);
  expect((await enter('sitzt', 'Erbt', ['Kim', ''])).status).toBe(200);
  const all = await instance.invitations(met.id);
  const named = (name: string) => all.find(({ person }) => person.name === `Toni ${name}`);
  expect(named('Fragt')).toMatchObject({
    registration: 'confirmed',
    companions: ['Kim', ''],
    contingent: { id: online },
  });
  expect(named('Erbt')).toMatchObject({ registration: 'confirmed', seats: 1, contingent: { id: here } });
  // What the host has let somebody bring they keep, and no more.
  const save = async (companions: string) => {
    const { pathname } = new URL(named('Fragt')?.link ?? '');
    const form = new URLSearchParams({ answer: 'yes', note: 'Gern', contingent: online, companions });
    const kind = { 'content-type': 'application/x-www-form-urlencoded' };
    return instance.api.browser().post<string>(pathname, form.toString(), kind);
  };
  const tooMuch = await save('3');
  expect([tooMuch.status, tooMuch.body]).toEqual([422, expect.stringContaining('höchstens 2 Personen')]);
  expect((await save('2')).status).toBe(303);
});
