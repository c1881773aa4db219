import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is true; fails after a minute, which is meant for busy machines, or after as many seconds. */
export async function eventually(question: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (!(await question())) {
    if (Date.now() > until) throw new Error(`waited in vain for ${question.toString()}`);
    await sleep(20);
  }
}
