/** Placeholder until the queue's processors are composed here: stays until it is told to stop. */
const idle = setInterval(() => undefined, 60_000);
process.once('SIGTERM', () => clearInterval(idle));
