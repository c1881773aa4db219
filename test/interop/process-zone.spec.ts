import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const hooks = fileURLToPath(new URL('./typescript-hooks.mjs', import.meta.url));
const program = fileURLToPath(new URL('./print-renderings.ts', import.meta.url));

async function renderIn(zone: string): Promise<{ offset: string; hashes: Record<string, string> }> {
  const args = ['--conditions=source', '--import', hooks, program];
  const { stdout } = await run(process.execPath, args, {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
  });
  return JSON.parse(stdout);
}

it("renders the same bytes whatever the process's own zone is", async () => {
  const zones = ['UTC', 'America/New_York', 'Europe/Berlin'];
  const [inUtc, inNewYork, inBerlin] = await Promise.all(zones.map(renderIn));
  expect([inUtc?.offset, inNewYork?.offset, inBerlin?.offset]).toEqual(['0', '240', '-120']);
  expect(Object.keys(inUtc?.hashes ?? {})).toEqual(['request', 'cancel', 'file', 'feed']);
  expect(inNewYork?.hashes).toEqual(inUtc?.hashes);
  expect(inBerlin?.hashes).toEqual(inUtc?.hashes);
});
