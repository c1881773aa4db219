import Sequencer from '@jest/test-sequencer';

/** Milliseconds, roughly, of what starts processes, has a browser look at everything, or goes through all routes. */
const LONG = {
  '/test/launch/': 60_000,
  '/rights/every-route': 30_000,
  '/test/browser/': 50_000,
  '/test/faults/': 30_000,
};

/** Begins with what failed and goes on with what takes long, so that no worker is left alone with it at the end. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const weights = new Map(tests.map((test) => [test, this.#weigh(test)]));
    return tests.toSorted((one, other) => weights.get(other) - weights.get(one));
  }

  /** By the last run; in a fresh clone by the folder, else by the size of the file. */
  #weigh(test) {
    if (this.hasFailed(test)) return Number.MAX_SAFE_INTEGER;
    const [, guess] = Object.entries(LONG).find(([folder]) => test.path.includes(folder)) ?? [];
    return this.time(test) ?? guess ?? test.context.hasteFS.getSize(test.path) ?? 0;
  }
}
