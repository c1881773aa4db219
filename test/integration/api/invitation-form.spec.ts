import { UnitOfWork } from '#database';
import { anInvitation } from '../../factories/meetings.factory.js';
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
