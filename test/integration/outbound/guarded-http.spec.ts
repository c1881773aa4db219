import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { GuardedHttp } from '#outbound';
import type { FetchOutcome } from '#outbound';

const MEGABYTE = Buffer.alloc(1_000_000);
/** On the loopback only this one is allowed: 127.0.0.2 is the same machine and must not be reached. */
const ALLOWED = '127.0.0.1';

let server: Server;
let port: number;
let respond: RequestListener;
let seen: IncomingMessage[];
let sent: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    respond(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '0.0.0.0', resolve);
  });
  ({ port } = server.address() as AddressInfo);
});

beforeEach(() => {
  seen = [];
  sent = 0;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const http = (options: Partial<ConstructorParameters<typeof GuardedHttp>[0]> = {}) =>
  new GuardedHttp({ allowed: [ALLOWED], userAgent: 'Jourfixe (+https://meetings.example)', ...options });
const never = () => new Promise<never>(() => undefined);
const unknown = () => Promise.reject(new Error('ENOTFOUND'));
const both = async () => [
  { address: ALLOWED, family: 4 },
  { address: '127.0.0.2', family: 4 },
];
const address = (path = '/', host = ALLOWED) => `http://${host}:${port}${path}`;
const codeOf = (outcome: FetchOutcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind);
const bytesOf = (outcome: FetchOutcome) => (outcome.kind === 'fetched' ? outcome.bytes.toString() : outcome);
const redirecting =
  (to: (path: string) => string | undefined): RequestListener =>
  ({ url = '' }, response) => {
    const location = to(url);
    if (location === undefined) response.end('secret');
    else response.writeHead(302, { location }).end();
  };

/** Sends chunks for as long as somebody takes them. */
const pour =
  (chunk: Buffer, headers = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(200, headers);
    const more = () => {
      while (sent < 100 && !response.destroyed) {
        sent += 1;
        if (!response.write(chunk)) {
          response.once('drain', more);
          return;
        }
      }
      if (!response.destroyed) response.end();
    };
    more();
  };

describe('a guarded request', () => {
  it('fetches with its own name, gives the validators, and learns that nothing has changed', async () => {
    const validators = { etag: '"1"', lastModified: 'Sat, 28 Nov 2026 05:00:00 GMT' };
    respond = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"1"', 'last-modified': validators.lastModified })
          .end('BEGIN:VCALENDAR');
    };
    const outcome = await http().fetch(address());
    expect(outcome).toEqual({ kind: 'fetched', bytes: Buffer.from('BEGIN:VCALENDAR'), ...validators });
    expect(await http().fetch(address(), validators)).toEqual({ kind: 'unchanged' });
    expect(seen.map(({ headers }) => headers['user-agent'])).toEqual(
      Array(2).fill('Jourfixe (+https://meetings.example)'),
    );
    expect(seen[1]?.headers['if-modified-since']).toBe(validators.lastModified);
  });

  it('undoes gzip', async () => {
    respond = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('calendar'));
    expect(bytesOf(await http().fetch(address()))).toBe('calendar');
  });

  it('puts 100 MB down after 10', async () => {
    respond = pour(MEGABYTE);
    expect(await http().fetch(address())).toEqual({
      kind: 'refused',
      code: 'outbound.too-large',
      params: { megabytes: 10 },
    });
    expect(sent).toBeLessThan(60);
  });

  it('puts a gzip bomb down, though it came small', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000));
    expect(bomb.length).toBeLessThan(200_000);
    respond = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(codeOf(await http().fetch(address()))).toBe('outbound.too-large');
    respond = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
    expect(codeOf(await http().fetch(address()))).toBe('outbound.damaged');
    respond = (_request, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('x');
    expect(codeOf(await http().fetch(address()))).toBe('outbound.unknown-encoding');
  });

  it.each([
    ['a body that drips', (response) => void response.writeHead(200).write('BEGIN')],
    ['a server that says nothing', () => undefined],
  ] as [string, (response: Parameters<RequestListener>[1]) => void][])(
    'waits no longer than it may for %s',
    async (_what, answer) => {
      respond = (_request, response) => answer(response);
      const startedAt = performance.now();
      expect(codeOf(await http({ maxMs: 300 }).fetch(address()))).toBe('outbound.too-slow');
      // Unless told otherwise it waits for 20 seconds.
      expect(performance.now() - startedAt).toBeLessThan(18_000);
    },
  );

  it('waits no longer for a name either', async () => {
    expect(codeOf(await http({ maxMs: 100, resolve: never }).fetch('http://slow.example/'))).toBe(
      'outbound.too-slow',
    );
  });

  it('follows five redirects, not six, and no loop', async () => {
    respond = redirecting((path) => (path === '/0' ? undefined : `/${Number(path.slice(1)) - 1}`));
    expect(bytesOf(await http().fetch(address('/5')))).toBe('secret');
    expect(codeOf(await http().fetch(address('/6')))).toBe('outbound.too-many-redirects');
    respond = redirecting((path) => (path === '/a' ? '/b' : '/a'));
    expect(codeOf(await http().fetch(address('/a')))).toBe('outbound.redirect-loop');
    respond = (_request, response) => response.writeHead(302).end();
    expect(codeOf(await http().fetch(address()))).toBe('outbound.redirect-nowhere');
  });

  describe('to an address that is nobody’s but ours', () => {
    const spellings = ['127.0.0.2', '2130706434', '0177.0.0.2', '0x7f000002', '127.2', '[::ffff:127.0.0.2]'];

    it.each(spellings)('is refused as %s, directly and by a redirect', async (host) => {
      respond = redirecting((path) => (path === '/start' ? address('/secret', host) : undefined));
      // What is refused is there: where the operator allows it, it is read.
      expect(bytesOf(await http({ allowed: ['127.0.0.0/8'] }).fetch(address('/start')))).toBe('secret');
      seen = [];
      expect(codeOf(await http().fetch(address('/secret', host)))).toBe('outbound.private-address');
      expect(codeOf(await http().fetch(address('/start')))).toBe('outbound.private-address');
      expect(seen.map(({ url }) => url)).toEqual(['/start']);
    });

    it.each(['192.168.1.1', '10.0.0.1', '169.254.169.254', '100.64.0.1', '[::1]', '[fd00::1]', 'localhost'])(
      'is refused as %s',
      async (host) => {
        respond = redirecting(() => address('/secret', host));
        const strict = http({ resolve: async () => [{ address: '::1', family: 6 }] });
        expect(codeOf(await strict.fetch(address('/start')))).toBe('outbound.private-address');
      },
    );

    it('is refused when one of a name’s addresses is', async () => {
      expect(codeOf(await http({ resolve: both }).fetch(address('/', 'both.example')))).toBe(
        'outbound.private-address',
      );
    });

    it('is not reached by a name that answers otherwise when asked again', async () => {
      const answers = [ALLOWED, '127.0.0.2'];
      const resolve = async () => [{ address: answers.shift() ?? '127.0.0.2', family: 4 }];
      respond = ({ socket }, response) => response.end(socket.localAddress);
      expect(bytesOf(await http({ resolve }).fetch(address('/', 'rebinding.example')))).toContain(ALLOWED);
      expect(answers).toEqual(['127.0.0.2']);
    });
  });

  it.each([
    ['ftp://calendar.example/', 'outbound.other-scheme'],
    ['file:///etc/passwd', 'outbound.not-an-address'],
    ['webcal', 'outbound.not-an-address'],
    ['https://user:secret@calendar.example/', 'outbound.with-credentials'],
  ])('refuses %s', async (given, code) => {
    expect(codeOf(await http().fetch(given))).toBe(code);
    respond = redirecting(() => given);
    if (given !== 'webcal') expect(codeOf(await http().fetch(address()))).toBe(code);
  });

  it('says what else went wrong', async () => {
    respond = (_request, response) => response.writeHead(503).end('sorry');
    expect(await http().fetch(address())).toEqual({
      kind: 'refused',
      code: 'outbound.status',
      params: { status: 503 },
    });
    respond = ({ socket }) => socket.destroy();
    expect(codeOf(await http().fetch(address()))).toBe('outbound.unreachable');
    expect(codeOf(await http().fetch(`http://${ALLOWED}:1/`))).toBe('outbound.unreachable');
    expect(codeOf(await http({ resolve: unknown }).fetch('http://nowhere.example/'))).toBe(
      'outbound.name-unknown',
    );
  });
});
