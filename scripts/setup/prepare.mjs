import { buildConsole, buildServer, isConsoleBuilt, isServerBuilt } from './build.mjs';
import { ensureInstalled, isReady } from './install.mjs';
import { withSetupLock } from './setup-lock.mjs';

/** Installs and builds what is missing or stale; says nothing and takes no lock when that is nothing. */
export async function prepare({ server = true, console: withConsole = true } = {}) {
  const isDone = () => isReady() && (!server || isServerBuilt()) && (!withConsole || isConsoleBuilt());
  if (isDone()) return;
  await withSetupLock(async () => {
    await ensureInstalled();
    if (server) await buildServer();
    if (withConsole) await buildConsole();
  });
}
