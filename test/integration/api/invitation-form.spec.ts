import { UnitOfWork } from '#database';
import { Temporal } from '#kernel';
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

/* The clock stands on 2 March 2026, 9:00. */
it.each([
  ['in time is taken', dueBy('02T09:00'), 'active', 303, ''],
  ['after it was due is refused', dueBy('02T08:59'), 'active', 422, 'Anmeldefrist ist abgelaufen'],
  ['to a meeting that is off is refused', off, 'active', 422, 'inzwischen abgesagt'],
  ['to a meeting that is over is refused', past, 'active', 422, 'Das Treffen ist vorbei'],
  ['by a link that was withdrawn is refused', {}, 'withdrawn', 410, 'Das hatten Sie dazu geschrieben'],
] as const)('an answer %s; a refusal changes nothing, and what was written stays', async (...given) => {
  const [, fields, state, status, words] = given;
  const { reader } = api.app.get(UnitOfWork);
  const { id: meetingId } = await aMeeting(reader, { ...fields, capacity: 3 });
  const withdrawnAt = state === 'withdrawn' ? at('01T09:00') : null;
  const { id, token } = await anInvitation(reader, testKeys, { meetingId, state, withdrawnAt });
  const note = 'Ich käme gern „etwas“ später.';
  const form = new URLSearchParams({ answer: 'yes', note });
  const reply = await api.browser().post<string>(`/i/${token}?lang=de`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect([reply.status, reply.body.includes(`>${note}</textarea>`)]).toEqual([status, status !== 303]);
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
