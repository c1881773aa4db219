import { SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Endpoint } from '#contracts';

const ENDPOINT = Symbol('endpoint');

/** Remembers which endpoint a controller method serves. */
export function Serves(endpoint: Endpoint): MethodDecorator {
  return SetMetadata(ENDPOINT, endpoint);
}

/** The endpoint a controller method serves; undefined for pages, feeds and the like. */
export function endpointOf(handler: object): Endpoint | undefined {
  return Reflect.getMetadata(ENDPOINT, handler);
}

/** The endpoint that was called, for what stands before its method. */
export function endpointCalled(context: ExecutionContext): Endpoint {
  const endpoint = endpointOf(context.getHandler());
  if (endpoint === undefined) throw new Error('only endpoints of the contract have guard and interceptors');
  return endpoint;
}
