import { Catch, Logger } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ErrorPages } from './error-pages.js';
import { problemOf } from './problem.js';

/** Answers every error: problem+json below `/api`, a page elsewhere. What is our fault is logged, with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly pages: ErrorPages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) this.logger.error({ err: error, requestId: request.id });
    if (reply.sent) return;
    void reply.status(problem.status).header('Cache-Control', 'no-store');
    if (request.url.startsWith('/api/') || !wantsPage(request)) {
      void reply.type('application/problem+json').send(JSON.stringify(problem));
      return;
    }
    const { html, contentSecurityPolicy } = this.pages.render(problem, request);
    void reply
      .header('Content-Security-Policy', contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(html);
  }
}

function wantsPage(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') ?? false;
}
