import {
  applyDecorators,
  HttpCode,
  RequestMapping,
  RequestMethod,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import type { Endpoint } from '#contracts';
import type { z } from 'zod';
import { ListFileInterceptor } from '../exchange/list-file.interceptor.js';
import { AccessGuard } from './access.guard.js';
import { Serves } from './endpoint-of.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { ReplyInterceptor } from './reply.interceptor.js';

const BASE_PATH = '/api/v1';

type Reply<Value> = Value extends object ? { readonly [Key in keyof Value]: Reply<Value[Key]> } : Value;

type Handler<Response extends z.ZodType> = (
  ...args: never[]
) => Reply<z.output<Response>> | Promise<Reply<z.output<Response>>>;

type RouteDecorator<Response extends z.ZodType> = <Method extends Handler<Response>>(
  target: object,
  name: string | symbol,
  descriptor: TypedPropertyDescriptor<Method>,
) => void;

/**
 * Makes a controller method the server's side of an endpoint: method, path below `/api/v1`, status, who may call it and
 * what it takes come from the contract, and the reply's type is checked against it. Pages and feeds go without the guard
 * and the interceptors.
 */
export function Route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
): RouteDecorator<R> {
  const decorate = applyDecorators(
    Serves(endpoint),
    RequestMapping({ path: `${BASE_PATH}${endpoint.path}`, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.status),
    UseGuards(AccessGuard),
    // The first one is the outermost: a repeated reply gets its ETag too. The last one calls a list several times.
    UseInterceptors(ReplyInterceptor, IdempotencyInterceptor, ListFileInterceptor),
  );
  return (target, name, descriptor) => decorate(target, name, descriptor);
}
