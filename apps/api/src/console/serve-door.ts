import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const WORKER = 'door/worker.js';

/**
 * Serves the service worker of the page at the door, after `serveConsole`: it lies in the console's build, and below
 * `/d/`, so that no other page is in its reach. Asked for anew each time: a device must not stay behind the server.
 */
export function serveDoor(fastify: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, WORKER))) return;
  fastify.get('/d/worker.js', (_, reply) => {
    void reply.header('Cache-Control', 'no-cache');
    return reply.sendFile(WORKER, { cacheControl: false });
  });
}
