/** A reply as a test looks at it. */
export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed if it is JSON, else the text. */
  readonly body: Body;
}

interface Sending {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Speaks to the api as a browser does: keeps its cookies and says where its requests come from. */
export class TestBrowser {
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly origin: string,
    readonly sentHeaders: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ) {}

  get<Body>(path: string, headers?: Sending['headers']): Promise<Reply<Body>> {
    return this.send('GET', path, { headers });
  }

  post<Body>(path: string, body?: unknown, headers?: Sending['headers']): Promise<Reply<Body>> {
    return this.send('POST', path, { body, headers });
  }

  patch<Body>(path: string, body?: unknown, headers?: Sending['headers']): Promise<Reply<Body>> {
    return this.send('PATCH', path, { body, headers });
  }

  delete<Body>(path: string): Promise<Reply<Body>> {
    return this.send('DELETE', path);
  }

  /** A string or bytes go as they are, everything else as JSON; redirects are not followed. */
  async send<Body>(method: string, path: string, { body, headers }: Sending = {}): Promise<Reply<Body>> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.origin}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...this.sentHeaders,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookies.size === 0 ? {} : { cookie: this.cookieHeader() }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    });
    this.keep(response.headers.getSetCookie());
    const type = response.headers.get('content-type') ?? '';
    const json = /json/.test(type);
    const text = type.startsWith('text/event-stream') ? await firstEvent(response) : await response.text();
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  /** A file, as its bytes. */
  async getBytes(path: string): Promise<Reply<Uint8Array>> {
    const headers = {
      ...this.sentHeaders,
      ...(this.cookies.size === 0 ? {} : { cookie: this.cookieHeader() }),
    };
    const response = await fetch(`${this.origin}${path}`, { headers });
    const body = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body };
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/; Max-Age=0(;|$)/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** A stream of events has no end: its first one, and then the connection is dropped. */
async function firstEvent({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return Buffer.from(first?.value ?? []).toString();
}
