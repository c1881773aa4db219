import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '#config';

const POLL_MS = 50;
const REQUEST_PATIENCE_MS = 5000;

/** Resolves when the api says that it is ready, however long that takes. */
export async function waitUntilReady(config: Config, signal: AbortSignal): Promise<void> {
  const url = `http://${hostToAsk(config.host)}:${config.port}/health/ready`;
  while (!signal.aborted && !(await isReady(url))) await sleep(POLL_MS);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(REQUEST_PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}

/** An address that means "all of them" cannot be asked everywhere. */
function hostToAsk(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
