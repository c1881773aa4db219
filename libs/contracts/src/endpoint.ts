import type { z } from 'zod';
import type { Action } from './action.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/**
 * One route of `/api/v1`, said once: the server's controllers, the console's client and the OpenAPI document are all
 * made from it.
 */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  /** operationId in OpenAPI. */
  readonly name: string;
  readonly method: Method;
  /** Below `/api/v1`, with `:param` segments. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly tag: string;
  /**
   * Who gets this far: everybody, everybody signed in (about themselves), or who may do it somewhere. Whether the
   * action is allowed for this very row is the use case's question.
   */
  readonly access: 'public' | 'signed-in' | Action;
  readonly status: 200 | 201 | 202 | 204;
  /** The row has a version: the answer carries an ETag, and a change needs If-Match. */
  readonly versioned?: boolean;
  /** Takes a file, as the field `file` of multipart/form-data, and no body. */
  readonly upload?: { readonly maxBytes: number };
  /** Gives a file of this media type, and no JSON. */
  readonly download?: string;
  /** The reply stays open and tells of what happens, as server-sent events whose data is this. */
  readonly events?: z.ZodType;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response?: Response;
}

/** What an endpoint takes and gives, seen from the client. */
export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type ResponseOf<E> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;

export function defineEndpoint<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
>(endpoint: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return Object.freeze(endpoint);
}
