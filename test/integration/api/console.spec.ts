import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApi } from '../../support/test-api.js';
import type { TestApi } from '../../support/test-api.js';

describe('the console’s files', () => {
  let api: TestApi;
  const folder = mkdtempSync(join(tmpdir(), 'jourfixe-console-'));
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Console</title>');
    writeFileSync(join(folder, 'ring.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'assets/index-a1b2c3.js'), 'export {};'.repeat(500));
    writeFileSync(join(folder, '../jourfixe-secret.txt'), 'secret');
    api = await startTestApi({}, { consoleFolder: folder });
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true });
    rmSync(join(folder, '../jourfixe-secret.txt'));
  });

  it.each(['/console', '/console/', '/console/index.html', '/console/meetings/1?tab=mail', '/console/setup'])(
    'gives the one page at %s, asked for again each time',
    async (path) => {
      const reply = await api.browser().get(path);
      expect(reply).toMatchObject({ status: 200, body: '<!doctype html><title>Console</title>' });
      expect(reply.headers.get('cache-control')).toBe('no-cache');
      expect(reply.headers.get('content-security-policy')).toMatch(
        /script-src 'self'; style-src 'self' 'unsafe-inline'/,
      );
    },
  );

  it('gives hashed files for ever, and packed', async () => {
    const reply = await api.browser().get('/console/assets/index-a1b2c3.js', { 'accept-encoding': 'br' });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(reply.headers.get('content-type')).toMatch(/javascript/);
    expect(reply.headers.get('content-encoding')).toBe('br');
  });

  it('gives other files to be checked each time', async () => {
    const reply = await api.browser().get('/console/ring.svg');
    expect(reply.headers.get('cache-control')).toBe('public, max-age=0');
  });

  it('does not pass off the page as a missing file', async () => {
    expect((await api.browser().get('/console/assets/index-old.js')).status).toBe(404);
  });

  it.each([
    '/console/..%2fjourfixe-secret.txt',
    '/console/%2e%2e/jourfixe-secret.txt',
    '/console/assets/..%5c..%5cx',
  ])('stays in its folder: %s', async (path) => {
    const reply = await api.browser().get<string>(path);
    expect(JSON.stringify(reply.body)).not.toContain('secret"');
    expect([200, 404]).toContain(reply.status);
  });
});
