const LOOK_EVERY_MS = 30_000;
const LONG_MS = 120_000;

/** Names files that do not come to an end, so that a run which is cut off by a limit tells where it was. */
export default class UnderWayReporter {
  #startedAt = new Map();
  #timer;

  onRunStart() {
    this.#timer = setInterval(() => this.#tell(), LOOK_EVERY_MS).unref();
  }

  onTestFileStart({ path }) {
    this.#startedAt.set(path, performance.now());
  }

  onTestFileResult({ path }) {
    this.#startedAt.delete(path);
  }

  onRunComplete() {
    clearInterval(this.#timer);
  }

  #tell() {
    for (const [path, startedAt] of this.#startedAt) {
      const passed = performance.now() - startedAt;
      if (passed < LONG_MS) continue;
      process.stderr.write(`Still under way after ${Math.round(passed / 1000)} s: ${path}\n`);
    }
  }
}
