import type { FastifyRequest } from 'fastify';

const BEARER = /^Bearer +(.+)$/i;

/** The key a program sends (RFC 6750). */
export function bearerOf(request: FastifyRequest): string | undefined {
  return BEARER.exec(request.headers.authorization ?? '')?.[1];
}
