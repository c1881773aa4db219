import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** One line for each answered request, which names the route by its pattern: the path may be a token. */
export function logRequests(fastify: FastifyInstance, pino: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId } = request;
    const route = request.routeOptions.url ?? 'none';
    const level = reply.statusCode >= 500 ? 'error' : route.startsWith('/health/') ? 'debug' : 'info';
    pino[level]({ requestId, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) });
    done();
  });
}
