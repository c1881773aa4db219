import { HttpCode, RequestMapping, RequestMethod, SetMetadata, applyDecorators } from '@nestjs/common';
import type { Endpoint } from '#contracts';
import type { z } from 'zod';

const ENDPOINT = Symbol('endpoint');
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
 * what it takes come from the contract, and the reply's type is checked against it. The guard, `@Input()` and the
 * reply's interceptor read it from here.
 */
export function Route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
): RouteDecorator<R> {
  const decorate = applyDecorators(
    SetMetadata(ENDPOINT, endpoint),
    RequestMapping({ path: `${BASE_PATH}${endpoint.path}`, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.status),
  );
  return (target, name, descriptor) => decorate(target, name, descriptor);
}

/** The endpoint a controller method serves; undefined for pages, feeds and the like. */
export function endpointOf(handler: object): Endpoint | undefined {
  return Reflect.getMetadata(ENDPOINT, handler);
}
