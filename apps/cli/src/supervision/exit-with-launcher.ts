/**
 * Loaded into api and worker before their own code: ends them when the launcher is gone, even if it was killed, so
 * that nothing goes on holding the port or working on a database that the next start takes over.
 */
const PATIENCE_MS = 10_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
});
process.channel?.unref();
