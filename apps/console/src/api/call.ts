import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '#contracts';
import { problemOf, UnreachableError } from './problem-error.js';

const BASE = '/api/v1';
const RETRY_AFTER_MS = 400;

type Part<Name extends string, Value> = unknown extends Value
  ? { readonly [Key in Name]?: undefined }
  : Record<never, never> extends Value
    ? { readonly [Key in Name]?: Value }
    : { readonly [Key in Name]: Value };

/** What a call of the endpoint takes: the parts that it declares, and no other. */
export type CallInput<E> = Part<'params', ParamsOf<E>> &
  Part<'query', QueryOf<E>> &
  Part<'body', BodyOf<E>> & {
    /** The version that was seen, for If-Match. */
    readonly version?: number;
    /** For an endpoint that takes a file in place of a body. */
    readonly file?: File;
    readonly signal?: AbortSignal;
  };

export interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly version?: number;
  readonly file?: File;
  readonly signal?: AbortSignal;
}

/**
 * Asks the api and gives its reply. An unsafe call carries an Idempotency-Key, so that it can be sent a second time
 * when the first one got no answer, and be done once. Throws `ProblemError` (refused) or `UnreachableError`.
 */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ResponseOf<E>> {
  const loose: LooseInput = input;
  const request: RequestInit = {
    method: endpoint.method,
    headers: headersOf(endpoint, loose),
    credentials: 'same-origin',
    ...bodyOf(loose),
    ...(loose.signal === undefined ? {} : { signal: loose.signal }),
  };
  const response = await send(addressOf(endpoint, loose), request);
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as ResponseOf<E>;
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted === true) throw error;
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    return await fetch(address, request).catch((cause: unknown) => {
      throw new UnreachableError({ cause });
    });
  }
}

function bodyOf({ body, file }: LooseInput): Pick<RequestInit, 'body'> {
  if (file !== undefined) {
    const form = new FormData();
    form.set('file', file);
    return { body: form };
  }
  return body === undefined ? {} : { body: JSON.stringify(body) };
}

function headersOf(endpoint: Endpoint, input: LooseInput): Record<string, string> {
  return {
    Accept: 'application/json',
    ...(input.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(input.version === undefined ? {} : { 'If-Match': `"${input.version}"` }),
    ...(endpoint.method === 'GET' ? {} : { 'Idempotency-Key': randomKey() }),
  };
}

/** The address of an endpoint with its `:params` put in and the query's defined values. */
export function addressOf(endpoint: Pick<Endpoint, 'path'>, input: LooseInput): string {
  const params = new Map(Object.entries(input.params ?? {}));
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params.get(name))),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const search = query.toString();
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`;
}

// crypto.randomUUID exists on https only; an installation in a local network may be plain http.
function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
