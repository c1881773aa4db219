import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { entityTag } from './if-match.js';
import { endpointCalled } from './endpoint-of.js';

/** Gives the reply of a versioned endpoint its ETag, and keeps every reply out of caches. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = endpointCalled(context);
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        void reply.header('Cache-Control', 'no-store');
        const version = endpoint.versioned === true ? versionOf(body) : undefined;
        if (version !== undefined) void reply.header('ETag', entityTag(version));
        return body;
      }),
    );
  }
}

function versionOf(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('version' in body)) return undefined;
  return typeof body.version === 'number' ? body.version : undefined;
}
