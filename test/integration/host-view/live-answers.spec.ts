import type { AnswersByDayDto, AnswersSummaryDto, InvitationDto } from '#contracts';
import { MeetingWatch } from '../../../apps/api/src/live/meeting-watch.js';
import { aKey } from '../../factories/access.factory.js';
import { aNetworkOfManagers } from '../../factories/network.factory.js';
import { eventually } from '../../support/eventually.js';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import { TestInstance } from '../../support/test-instance.js';
import type { TestBrowser } from '../../support/test-browser.js';

let instance: TestInstance;
let other: TestApi;
let meetingId: string;
let invited: readonly InvitationDto[];
beforeAll(async () => {
  instance = await TestInstance.start();
  other = await startTestApi({}, { beside: instance.api });
  const people = ['one', 'two', 'three'].map((familyName) => ({ familyName }));
  const { network } = await aNetworkOfManagers(instance.reader, people);
  ({ id: meetingId } = await instance.publish({ institutionId: network.id }));
  invited = await instance.invite(meetingId, network.id);
});
afterAll(() => instance.close());

const path = () => `/api/v1/meetings/${meetingId}/answers/events`;

const nth = (place: number): InvitationDto => {
  const found = invited[place];
  if (found === undefined) throw new Error('so many are not invited');
  return found;
};

/** Listens until it is ended from the other side. */
async function listen(url: string, who: Readonly<Record<string, string>>) {
  const response = await fetch(`${url}${path()}`, { headers: { ...who, 'sec-fetch-site': 'same-origin' } });
  const heard = { status: response.status, versions: [] as string[], ended: false };
  void (async () => {
    for await (const chunk of response.body ?? []) {
      for (const [, data = ''] of Buffer.from(chunk)
        .toString()
        .matchAll(/^data: (.*)$/gm))
        heard.versions.push(data);
    }
    heard.ended = true;
  })().catch(() => undefined);
  return heard;
}

const sessionOf = (browser: TestBrowser) => ({ cookie: `session=${browser.cookie('session') ?? ''}` });

it('tells of an answer that another api took, with a version that differs, and of nothing else', async () => {
  const heard = await listen(other.url, sessionOf(instance.owner));
  await eventually(async () => heard.versions.length === 1);
  await instance.answer(nth(0), 'yes');
  await eventually(async () => heard.versions.length === 2);
  expect(heard.versions[1]).not.toBe(heard.versions[0]);
  expect(JSON.parse(heard.versions[1] ?? '')).toEqual({ version: expect.any(String) });
  // Facts of other things wake it as well: whoever has come later to listen is told that it has looked again.
  await instance.settled();
  let looks = 0;
  const tell = async () => void (looks += 1);
  const stop = await other.app.get(MeetingWatch).add({ meetingId, tell, end: () => undefined });
  const before = looks;
  await instance.rows(`SELECT pg_notify('jourfixe_fact', '')`);
  await eventually(() => looks > before);
  stop();
  // What was told comes before the version of a later answer.
  await instance.answer(nth(0), 'maybe');
  await eventually(() => heard.versions.length >= 3);
  expect(new Set(heard.versions).size).toBe(heard.versions.length);
});

it('is not for strangers, and ends with the session before it tells anything more', async () => {
  expect((await listen(instance.api.url, {})).status).toBe(401);
  expect((await listen(instance.api.url, { cookie: `session=${'a'.repeat(32)}` })).status).toBe(401);
  const heard = await listen(instance.api.url, sessionOf(instance.owner));
  await eventually(async () => heard.versions.length === 1);
  expect((await instance.owner.send('DELETE', '/api/v1/session')).status).toBe(204);
  await instance.answer(nth(1), 'maybe');
  await eventually(async () => heard.ended);
  expect(heard.versions).toHaveLength(1);
  await instance.useKey();
});

it('keeps so many open at once, and refuses one more', async () => {
  const watch = other.app.get(MeetingWatch);
  const quiet = { meetingId, tell: () => Promise.resolve(), end: () => undefined };
  const stops = await Promise.all(Array.from({ length: 200 }, () => watch.add({ ...quiet })));
  const [person] = await instance.rows<{ id: string }>('SELECT person_id AS id FROM login LIMIT 1');
  const authorization = `Bearer ${await aKey(instance.reader, person?.id ?? '')}`;
  const refused = await other.browser({ authorization }).get(path());
  expect([refused.status, refused.body]).toMatchObject([429, { code: 'answers.too-many-watchers' }]);
  for (const stop of stops) stop();
  expect((await other.browser({ authorization }).get(path())).status).toBe(200);
});

it('marks a yes within seconds of the delivery until the person answers again', async () => {
  const { id } = nth(2);
  const suspects = async () =>
    (
      await instance.ask<{ items: InvitationDto[] }>('GET', `/meetings/${meetingId}/invitations?only=suspect`)
    ).items.map((one) => one.id);
  const delivered = instance.clock.now().subtract({ minutes: 10 });
  await instance.rows('UPDATE outgoing_mail SET sent_at = $1', [delivered]);
  await instance.answer(nth(2), 'yes');
  expect(await suspects()).toEqual([]);
  await instance.rows(`UPDATE outgoing_mail SET sent_at = $1 WHERE thread_id = $2 AND kind = 'invitation'`, [
    instance.clock.now().subtract({ seconds: 4 }),
    id,
  ]);
  expect(await suspects()).toEqual([id]);
  const summary = await instance.ask<AnswersSummaryDto>('GET', `/meetings/${meetingId}/answers`);
  expect(summary.suspect).toBe(1);
  const csv = await instance.owner.get<string>(
    `/api/v1/meetings/${meetingId}/invitations?only=suspect&format=csv&lang=en`,
  );
  expect(csv.body).toContain('Suspect');
  await instance.later({ minutes: 5 });
  await instance.answer(nth(2), 'yes');
  expect(await suspects()).toEqual([]);
});

it('counts by day as the answers came, and lists who is silent', async () => {
  await instance.later({ hours: 24 });
  await instance.answer(nth(0), 'no');
  const { items } = await instance.ask<AnswersByDayDto>('GET', `/meetings/${meetingId}/answers/by-day`);
  const withoutDay = items.map((day) => ({ ...day, on: undefined }));
  expect(withoutDay).toEqual([
    { on: undefined, confirmed: 2, waiting: 0, maybe: 1, declined: 0, silent: 0 },
    { on: undefined, confirmed: 1, waiting: 0, maybe: 1, declined: 1, silent: 0 },
  ]);
  const silent = await instance.ask<{ items: InvitationDto[] }>(
    'GET',
    `/meetings/${meetingId}/invitations?only=silent`,
  );
  expect(silent.items).toEqual([]);
});

it('ends with its api, which does not wait for whoever listens', async () => {
  const heard = await listen(other.url, instance.owner.sentHeaders);
  await eventually(() => heard.versions.length === 1);
  // It would wait for ever: nobody here stops listening.
  await other.close();
  await eventually(() => heard.ended);
});
