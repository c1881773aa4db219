import { existsSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy } from '../http/security-headers.js';

const ONE_YEAR = '365d';
// Mantine writes its variables into style elements, and a mail's preview brings styles of its own.
const POLICY = contentSecurityPolicy({ 'style-src': ["'self'", "'unsafe-inline'"] });

/**
 * Serves the built console below `/console`: files by name, hashed ones for ever, and for every other path the one
 * page, which finds its way itself. Without a build there is nothing there.
 */
export async function serveConsole(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const files = new Set(filesIn(folder));
  await fastify.register(fastifyStatic, { root: folder, serve: false });
  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const path = pathOf(request);
    if (files.has(path) && path !== 'index.html') return sendFile(reply, path);
    return path.startsWith('assets/') ? notThere(reply) : sendPage(reply);
  };
  fastify.get('/console', answer);
  fastify.get('/console/*', answer);
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const hashed = path.startsWith('assets/');
  return reply.sendFile(path, hashed ? { maxAge: ONE_YEAR, immutable: true } : { maxAge: 0 });
}

function sendPage(reply: FastifyReply): FastifyReply {
  void reply.header('Content-Security-Policy', POLICY).header('Cache-Control', 'no-cache');
  return reply.sendFile('index.html', { cacheControl: false });
}

function notThere(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

function pathOf(request: FastifyRequest): string {
  const params: unknown = request.params;
  const rest = typeof params === 'object' && params !== null && '*' in params ? params['*'] : '';
  return typeof rest === 'string' ? rest : '';
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'));
}
