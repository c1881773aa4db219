import { ordinarySeating } from '#contracts';
import { UnitOfWork } from '#database';
import { newId, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { aMeeting, anInvitation } from '../../factories/meetings.factory.js';
import { startTestApi, testKeys } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

let api: TestApi;
beforeAll(async () => (api = await startTestApi()));
afterAll(() => api.close());

it.each([
  ['too long', 'ä'.repeat(2001), 'Möglich sind 2000 Zeichen'],
  ['with characters nobody sees', 'bin\u0007 dabei', 'Zeichen, die man nicht sieht'],
])('a note %s is refused with what is wrong, and stays', async (_, note, said) => {
  const { token } = await anInvitation(api.app.get(UnitOfWork).reader, testKeys);
  const form = new URLSearchParams({ answer: 'yes', note });
  const { status, body } = await api.browser().post<string>(`/i/${token}?lang=de`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect(status).toBe(422);
  expect(body).toContain(said);
  expect(body).toContain(`>${note}</textarea>`);
});

const at = (text: string) => Temporal.Instant.from(`2026-03-${text}Z`);
const dueBy = (text: string) => ({
  answerByAt: at(text),
  answerByLocal: at(text).toZonedDateTimeISO('Europe/Berlin').toPlainDateTime(),
});
const off = { state: 'cancelled', cancelledAt: at('01T09:00') } as const;
const past = { startsAt: at('02T06:00'), endsAt: at('02T08:00') };

const [topic, train, joins, dinner, online] = [newId(), newId(), newId(), newId(), newId()];
const asking: Pick<Meeting, 'questions' | 'seating'> = {
  questions: [
    { id: topic, kind: 'text', label: { de: 'Thema?' }, options: [], required: false },
    { id: train, kind: 'yes-no', label: { de: 'Bahn?' }, options: [], required: false },
    {
      id: joins,
      kind: 'several',
      label: { de: 'Wobei?' },
      options: [{ id: dinner, label: { de: 'Abendessen' } }],
      required: false,
    },
  ],
  seating: {
    ...ordinarySeating,
    companions: 2,
    contingents: [
      { id: newId(), name: { de: 'Vor Ort' }, seats: null, online: false },
      { id: online, name: { de: 'Am Bildschirm' }, seats: null, online: true },
    ],
  },
};
const typed = {
  [`question-${topic}`]: 'Über Lacke',
  [`question-${train}`]: 'yes',
  [`question-${joins}`]: dinner,
  contingent: online,
  companions: '2',
  companionNames: 'Toni Beispiel',
};
const texts = ['Am Bildschirm', '2', 'Toni Beispiel', 'Über Lacke', 'ja', 'Abendessen'];
const isKept = (text: string, page: string) =>
  new RegExp(`<textarea[^>]*readonly[^>]*>${text}</textarea>`, 'i').test(page);

/* The clock stands on 2 March 2026, 9:00. */
it.each([
  ['in time is taken', dueBy('02T09:00'), 'active', 303, ''],
  ['after it was due is refused', dueBy('02T08:59'), 'active', 422, 'Anmeldefrist ist abgelaufen'],
  ['to a meeting that is off is refused', off, 'active', 422, 'inzwischen abgesagt'],
  ['to a meeting that is over is refused', past, 'active', 422, 'Das Treffen ist vorbei'],
  ['by a link that was withdrawn is refused', {}, 'withdrawn', 410, 'Was Sie eingegeben haben'],
] as const)('an answer %s; a refusal changes nothing, and all that was typed stays', async (...given) => {
  const [, fields, state, status, words] = given;
  const { reader } = api.app.get(UnitOfWork);
  const { id: meetingId } = await aMeeting(reader, { ...fields, ...asking, capacity: 3 });
  const withdrawnAt = state === 'withdrawn' ? at('01T09:00') : null;
  const { id, token } = await anInvitation(reader, testKeys, { meetingId, state, withdrawnAt });
  const note = 'Ich käme gern „etwas“ später.';
  const form = new URLSearchParams({ answer: 'yes', note, ...typed });
  const reply = await api.browser().post<string>(`/i/${token}?lang=de`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  const all = [...texts, note];
  expect([reply.status, all.filter((text) => isKept(text, reply.body))]).toEqual([
    status,
    status === 303 ? [] : all,
  ]);
  expect(reply.body).toContain(words);
  const left = await reader.manager.query(
    `SELECT answer, answer_note AS note,
            (SELECT count(*) FROM registration WHERE invitation_id = $1)::int AS registered,
            (SELECT count(*) FROM outgoing_mail WHERE topic_id = meeting_id)::int AS mails
       FROM invitation WHERE id = $1`,
    [id],
  );
  const taken = { answer: 'yes', note, registered: 1, mails: 1 };
  expect(left).toEqual([status === 303 ? taken : { answer: null, note: null, registered: 0, mails: 0 }]);
});

it('who would send a colleague too late gets back all that was typed', async () => {
  const { reader } = api.app.get(UnitOfWork);
  const { id: meetingId } = await aMeeting(reader, { ...dueBy('02T08:59'), ...asking });
  const { token } = await anInvitation(reader, testKeys, { meetingId });
  const form = new URLSearchParams({ answer: 'substitute', note: 'Im Urlaub', ...typed });
  const { status, body } = await api
    .browser()
    .post<string>(`/i/${token}/substitute?lang=de`, form.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
  expect(status).toBe(422);
  expect([...texts, 'Im Urlaub'].filter((text) => !isKept(text, body))).toEqual([]);
});

it('who names a colleague by a link that was withdrawn gets back whom they named', async () => {
  const withdrawn = { state: 'withdrawn', withdrawnAt: at('01T09:00') } as const;
  const { token } = await anInvitation(api.app.get(UnitOfWork).reader, testKeys, withdrawn);
  const form = new URLSearchParams({ givenName: 'Toni', familyName: 'Neu', address: 'toni@neu.example' });
  const { status, body } = await api.browser().post<string>(`/i/${token}/substitute`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect([status, isKept('Toni Neu toni@neu.example', body)]).toEqual([410, true]);
});
