import { Injectable, Logger } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { IdempotentReplies } from '#access';
import type { KeyedCall } from '#access';
import type { Endpoint } from '#contracts';
import { DomainError, sha256 } from '#kernel';
import { actorOf } from './current-actor.decorator.js';
import { endpointCalled } from './endpoint-of.js';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Answers a repeated unsafe call with the reply of the first one. Calls without Idempotency-Key and of guests pass
 * through. Refusals and failures are not kept: the same key may try again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(IdempotencyInterceptor.name);

  constructor(private readonly replies: IdempotentReplies) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = endpointCalled(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const call = keyedCall(endpoint, request);
    if (call === null) return next.handle();
    return from(this.replies.claim(call)).pipe(
      mergeMap((first) => (first === null ? this.handle(call, endpoint.status, next) : of(first.reply))),
    );
  }

  private handle(call: KeyedCall, status: number, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (reply: unknown) => {
        await this.quietly(this.replies.keep(call, { status, reply }));
        return reply;
      }),
      catchError((error: unknown) =>
        from(this.quietly(this.replies.release(call))).pipe(mergeMap(() => throwError(() => error))),
      ),
    );
  }

  // What was done is done: a reply that could not be kept must not turn it into a failure.
  private async quietly(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => this.logger.error(error));
  }
}

function keyedCall(endpoint: Endpoint, request: FastifyRequest): KeyedCall | null {
  const key = request.headers['idempotency-key'];
  const { personId } = actorOf(request);
  if (key === undefined || personId === null || endpoint.method === 'GET') return null;
  if (typeof key !== 'string' || !KEY.test(key)) throw new DomainError('idempotency.key-not-valid');
  const { method, url, headers, body } = request;
  // A file is not read yet; its length stands for it.
  const sent = endpoint.upload === undefined ? body : headers['content-length'];
  const asked = JSON.stringify([method, url, headers['if-match'] ?? null, sent ?? null]);
  return { personId, key, requestHash: sha256(asked) };
}
