import { deleteExpired, OperatorSignIn } from '#access';
import { UnitOfWork } from '#database';
import { enterAsOwner, owner, startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';
import type { TestBrowser } from '../../support/test-browser.js';

const { address } = owner;

const ask = (browser: TestBrowser, who: string = address) =>
  browser.post('/api/v1/sign-in', { address: who });
const complete = (browser: TestBrowser, proof: { token: string } | { code: string }) =>
  browser.post<{ code?: string; name?: string }>('/api/v1/sign-in/complete', proof);
const millisecondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

describe('signing in', () => {
  let api: TestApi;
  beforeAll(async () => (api = await startTestApi()));
  beforeEach(async () => {
    await api.database.clear();
    await enterAsOwner(api);
  });
  afterAll(() => api.close());

  /** What the latest mail says; without SMTP it is printed in the terminal. */
  const mail = (): { token: string; code: string } => {
    const [, token = '', code = ''] =
      /#([a-z2-7]{32}) \(code (\d{6})\)$/.exec(api.printed.at(-1) ?? '') ?? [];
    return { token, code };
  };
  const asked = async (who?: string): Promise<TestBrowser> => {
    const browser = api.browser();
    await ask(browser, who);
    return browser;
  };
  const wrongCode = () => ({ code: mail().code === '000000' ? '000001' : '000000' });

  it('signs in by the link in the browser that asked', async () => {
    const browser = await asked();
    const done = await complete(browser, { token: mail().token });
    expect(done).toMatchObject({ status: 200, body: { name: 'Kim Beispiel', address } });
    expect((await browser.get('/api/v1/session')).status).toBe(200);
  });

  it('does nothing in any other browser, and still works in the one that asked', async () => {
    const browser = await asked();
    const { token } = mail();
    for (const stranger of [api.browser(), await asked('nobody@netz.example')]) {
      expect(await complete(stranger, { token })).toMatchObject({
        status: 403,
        body: { code: 'sign-in.other-browser' },
      });
      expect((await stranger.get('/api/v1/session')).status).toBe(401);
    }
    expect((await complete(browser, { token })).status).toBe(200);
  });

  it('does nothing when the address of the link is only opened', async () => {
    const browser = await asked();
    const reply = await browser.get(`/api/v1/sign-in/complete?token=${mail().token}`);
    expect([404, 405]).toContain(reply.status);
    expect((await complete(browser, { token: mail().token })).status).toBe(200);
  });

  it('signs in by the six digits of the latest mail', async () => {
    const browser = await asked();
    const first = mail();
    await ask(browser);
    const second = mail();
    if (first.code !== second.code) {
      expect((await complete(browser, { code: first.code })).body.code).toBe('sign-in.wrong-code');
    }
    expect((await complete(browser, { code: second.code })).status).toBe(200);
  });

  it('still takes the link of an older mail', async () => {
    const browser = await asked();
    const { token } = mail();
    await ask(browser);
    expect((await complete(browser, { token })).status).toBe(200);
  });

  it('takes a link and a code once', async () => {
    const browser = await asked();
    const { token, code } = mail();
    expect((await complete(browser, { code })).status).toBe(200);
    for (const proof of [{ code }, { token }]) {
      expect(await complete(browser, proof)).toMatchObject({
        status: 410,
        body: { code: 'sign-in.expired' },
      });
    }
  });

  it('makes one session of two who complete at once', async () => {
    const browser = await asked();
    const { token } = mail();
    const replies = await Promise.all([complete(browser, { token }), complete(browser, { token })]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  it('ends after 15 minutes, not before', async () => {
    const browser = await asked();
    const { token, code } = mail();
    api.clock.advance({ minutes: 14, seconds: 59 });
    expect((await complete(browser, wrongCode())).body.code).toBe('sign-in.wrong-code');
    api.clock.advance({ seconds: 1 });
    expect((await complete(browser, { token })).body.code).toBe('sign-in.expired');
    expect((await complete(browser, { code })).body.code).toBe('sign-in.expired');
  });

  it('looks at five wrong codes and then at none', async () => {
    const browser = await asked();
    const { code } = mail();
    const codes: (string | undefined)[] = [];
    for (let n = 1; n <= 5; n += 1) codes.push((await complete(browser, wrongCode())).body.code);
    expect(codes).toEqual([...Array<string>(4).fill('sign-in.wrong-code'), 'sign-in.too-many-attempts']);
    expect(await complete(browser, { code })).toMatchObject({
      status: 429,
      body: { code: 'sign-in.too-many-attempts' },
    });
  });

  it('counts every one of many wrong codes that come at once', async () => {
    const browser = await asked();
    const wrong = wrongCode();
    await Promise.all(Array.from({ length: 8 }, () => complete(browser, wrong)));
    expect((await complete(browser, { code: mail().code })).body.code).toBe('sign-in.too-many-attempts');
  });

  it('answers the same for an address it does not know, at every step', async () => {
    const known = api.browser();
    const unknown = api.browser();
    const replies = [await ask(known), await ask(unknown, 'nobody@netz.example')];
    const shape = (reply: (typeof replies)[number]) => ({
      status: reply.status,
      body: reply.body,
      headers: [...reply.headers.keys()],
      cookie: reply.headers
        .getSetCookie()
        .join()
        .replace(/=[0-9a-f]{40}/, ''),
    });
    const [one, other] = replies.map(shape);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ status: 202, body: { minutes: 15 } });
    const wrong = wrongCode();
    for (let n = 0; n < 6; n += 1) {
      const [a, b] = [await complete(known, wrong), await complete(unknown, wrong)];
      expect([a.status, a.body.code]).toEqual([b.status, b.body.code]);
    }
  });

  it('takes about as long for an address it does not know', async () => {
    const known = await millisecondsOf(() => asked(address));
    const unknown = await millisecondsOf(() => asked('nobody@netz.example'));
    expect(Math.min(known, unknown)).toBeGreaterThanOrEqual(195);
  });

  it('writes a mail for a known address only, whatever its case, and no token into it', async () => {
    await asked('KIM@netz.EXAMPLE');
    await asked('nobody@netz.example');
    const mails = await api.database.dataSource.query<{ address: string; params: object }[]>(
      'SELECT address, params, kind FROM outgoing_mail',
    );
    expect(mails).toEqual([
      { address, kind: 'sign-in', params: { signInRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
    ]);
  });

  it('refuses the seventh question for one address in an hour, known or not', async () => {
    for (const who of [address, 'nobody@netz.example']) {
      for (let n = 1; n <= 6; n += 1) expect((await ask(api.browser(), who)).status).toBe(202);
      expect(await ask(api.browser(), who)).toMatchObject({
        status: 429,
        body: { code: 'sign-in.asked-too-often' },
      });
    }
    api.clock.advance({ hours: 1 });
    expect((await ask(api.browser())).status).toBe(202);
  });

  it('refuses it also when all questions come at once', async () => {
    const asked = Array.from({ length: 12 }, () =>
      api.browser().post('/api/v1/sign-in', { address: owner.address }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.filter((status) => status < 300)).toHaveLength(6);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
  });

  it('completes a link from the command line in any browser, once', async () => {
    const path = await api.app.get(OperatorSignIn).run(address);
    const token = path.split('#')[1] ?? '';
    expect(path).toMatch(/^\/console\/sign-in\/complete#/);
    expect((await complete(api.browser(), { token })).status).toBe(200);
    expect((await complete(api.browser(), { token })).body.code).toBe('sign-in.expired');
    await expect(api.app.get(OperatorSignIn).run('nobody@netz.example')).rejects.toThrow(
      'sign-in.unknown-address',
    );
  });

  it('refuses what has not the form of a code or token', async () => {
    const browser = await asked();
    for (const proof of [
      {},
      { code: '12345' },
      { code: 123456 },
      { token: '../../etc' },
      { token: 'A'.repeat(32) },
    ]) {
      expect((await browser.post('/api/v1/sign-in/complete', proof)).status).toBe(422);
    }
  });

  it('deletes what is long over, and may do so twice', async () => {
    await asked();
    api.clock.advance({ hours: 25 });
    const work = api.app.get(UnitOfWork);
    for (let n = 0; n < 2; n += 1) await work.run((tx) => deleteExpired(tx, api.clock.now()));
    expect(await api.database.dataSource.query('SELECT 1 FROM sign_in_request')).toEqual([]);
    expect(await api.database.dataSource.query('SELECT 1 FROM session')).toHaveLength(1);
    api.clock.advance({ hours: 30 * 24 });
    await work.run((tx) => deleteExpired(tx, api.clock.now()));
    expect(await api.database.dataSource.query('SELECT 1 FROM session')).toEqual([]);
  });
});
