import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const hooks = fileURLToPath(new URL('../typescript-hooks.mjs', import.meta.url));
const program = fileURLToPath(new URL('./expand-twice.ts', import.meta.url));

const RULES = 400;
/** Another one every run; a failure names it, and `RULES_SEED=…` brings it back. */
const seed = process.env.RULES_SEED ?? String(Date.now() % 2 ** 31);

interface Compared {
  readonly offset: string;
  readonly rules: number;
  readonly dates: number;
  readonly empty: number;
  readonly hash: string;
  readonly failure: string | null;
}

async function expandTwice(zone: string, ...control: string[]): Promise<Compared> {
  const args = ['--conditions=source', '--import', hooks, program, seed, String(RULES), ...control];
  const { stdout } = await run(process.execPath, args, {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout);
}

it(`agrees with a second engine on ${RULES} generated rules, wherever the process stands`, async () => {
  const [inUtc, inNewYork] = await Promise.all(['UTC', 'America/New_York'].map((zone) => expandTwice(zone)));
  const { rules, dates, empty } = inUtc ?? { rules: 0, dates: 0, empty: 0 };
  process.stdout.write(`rules: seed ${seed}, ${rules} rules, ${dates} dates, ${empty} rules without any\n`);
  expect({ seed, failure: inUtc?.failure }).toEqual({ seed, failure: null });
  expect(rules).toBe(RULES);
  expect(empty).toBeLessThan(RULES / 3);
  expect([inUtc?.offset, inNewYork?.offset]).toEqual(['0', '240']);
  expect({ ...inNewYork, offset: '' }).toEqual({ ...inUtc, offset: '' });
});

it.each(['INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT'])(
  'would notice a second engine that reads no %s',
  async (part) => expect((await expandTwice('UTC', part)).failure).toMatch(/^Error: date \d+: ours/),
);
