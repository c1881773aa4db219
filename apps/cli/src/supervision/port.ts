import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../command.error.js';

/** A predecessor that was killed may need a moment to let go. */
const ATTEMPTS = 10;
const PAUSE_MS = 150;

/** Throws a CommandError if nothing can listen there. */
export async function checkPort(port: number, host: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const code = await tryListening(port, host);
    if (code === undefined) return;
    if (code !== 'EADDRINUSE')
      throw new CommandError(`Cannot listen on ${host} port ${port} (${code}): set HOST or PORT`);
    if (attempt === ATTEMPTS) {
      throw new CommandError(
        `Port ${port} is taken by another program: stop that one, or set PORT to another number`,
      );
    }
    await sleep(PAUSE_MS);
  }
}

function tryListening(port: number, host: string): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
