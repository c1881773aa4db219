import { Agent, request } from 'undici';
import { Refused } from './fetch-outcome.js';
import type { FetchOutcome, Validators } from './fetch-outcome.js';
import { pinAddresses, resolveName } from './pinned-address.js';
import type { Resolve, ResolvedAddress } from './pinned-address.js';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.js';

const MAX_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export interface GuardedHttpOptions {
  /** Addresses and networks beyond the public ones that the operator allows. */
  readonly allowed: readonly string[];
  readonly userAgent: string;
  readonly resolve?: Resolve;
  readonly maxBytes?: number;
  readonly maxMs?: number;
}

type Response = Awaited<ReturnType<typeof request>>;

/** What the first response that is no redirect became. */
type Visit = FetchOutcome | { readonly kind: 'redirect'; readonly to: URL };

/** Fetches what other people's servers give, and no more of it than we want: addresses here come from users. */
export class GuardedHttp {
  private readonly options: Required<GuardedHttpOptions>;

  constructor(options: GuardedHttpOptions) {
    this.options = { resolve: resolveName, maxBytes: 10_000_000, maxMs: 20_000, ...options };
  }

  /**
   * GETs an http or https address, following up to five redirects. Every hop's name is resolved once, its addresses are
   * checked and the connection is bound to them. At most 10 MB, also after decompression, and 20 seconds in all. With
   * validators, the server may answer that nothing has changed. May run any number of times; throws nothing that a
   * server, a name or an address could cause.
   */
  async fetch(address: string, validators?: Validators): Promise<FetchOutcome> {
    const signal = AbortSignal.timeout(this.options.maxMs);
    try {
      return await this.follow(address, validators, signal);
    } catch (error) {
      if (error instanceof Refused) return { kind: 'refused', code: error.code, params: error.params };
      const code = signal.aborted ? 'outbound.too-slow' : 'outbound.unreachable';
      return { kind: 'refused', code, params: {} };
    }
  }

  private async follow(
    address: string,
    validators: Validators | undefined,
    signal: AbortSignal,
  ): Promise<FetchOutcome> {
    const visited = new Set<string>();
    let url = checkAddress(address);
    while (visited.size <= MAX_REDIRECTS) {
      if (visited.has(url.href)) throw new Refused('outbound.redirect-loop');
      visited.add(url.href);
      const visit = await this.visit(url, validators, signal);
      if (visit.kind !== 'redirect') return visit;
      url = visit.to;
    }
    throw new Refused('outbound.too-many-redirects', { redirects: MAX_REDIRECTS });
  }

  private async visit(url: URL, validators: Validators | undefined, signal: AbortSignal): Promise<Visit> {
    const { allowed, resolve } = this.options;
    const addresses = await untilAborted(pinAddresses(url, { resolve, allowed }), signal);
    // An agent for this hop alone: no connection is kept that another name could come to use.
    const agent = new Agent({ connect: { lookup: answeringWith(addresses) } });
    try {
      const response = await request(url, { dispatcher: agent, signal, headers: this.headers(validators) });
      const visit = await this.read(url, response, { validators, signal });
      return visit;
    } finally {
      await agent.destroy();
    }
  }

  private async read(
    url: URL,
    { statusCode, headers, body }: Response,
    { validators, signal }: { readonly validators: Validators | undefined; readonly signal: AbortSignal },
  ): Promise<Visit> {
    // Whatever is left unread goes with the agent.
    body.on('error', () => undefined);
    if (REDIRECTS.has(statusCode)) return { kind: 'redirect', to: targetOf(url, headers.location) };
    if (statusCode === 304 && validators !== undefined) return { kind: 'unchanged' };
    if (statusCode !== 200) throw new Refused('outbound.status', { status: statusCode });
    const encoding = first(headers['content-encoding']) ?? '';
    const bytes = await readBody(body, { encoding, maxBytes: this.options.maxBytes, signal });
    const etag = first(headers.etag);
    return { kind: 'fetched', bytes, etag, lastModified: first(headers['last-modified']) };
  }

  private headers(validators: Validators | undefined): Record<string, string> {
    const { etag = null, lastModified = null } = validators ?? {};
    return {
      'user-agent': this.options.userAgent,
      'accept-encoding': ACCEPTED_ENCODINGS,
      ...(etag !== null && { 'if-none-match': etag }),
      ...(lastModified !== null && { 'if-modified-since': lastModified }),
    };
  }
}

function checkAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null || url.hostname === '') throw new Refused('outbound.not-an-address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Refused('outbound.other-scheme');
  if (url.username !== '' || url.password !== '') throw new Refused('outbound.with-credentials');
  url.hash = '';
  return url;
}

function targetOf(url: URL, location: string | string[] | undefined): URL {
  const target = first(location);
  if (target === null) throw new Refused('outbound.redirect-nowhere');
  return checkAddress(target, url);
}

/** A look-up that knows no other answer than the one that was checked. */
function answeringWith(addresses: readonly ResolvedAddress[]) {
  return (
    _name: string,
    { all = false }: { readonly all?: boolean },
    answer: (error: null, address: string | ResolvedAddress[], family?: number) => void,
  ): void => {
    const [only = { address: '', family: 0 }] = addresses;
    if (all) answer(null, [...addresses]);
    else answer(null, only.address, only.family);
  };
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function first(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
