import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// The sandbox needs rights that containers and root do not have; the rest keeps Chromium from looking for its makers.
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A real Chromium: the one that CHROME_PATH names, else an installed one, else the one from npm; throws without any. Its
 * camera films the file, which is opened each time the camera is turned on.
 */
export async function launchChromium(film?: string): Promise<Browser> {
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
  const args = film === undefined ? quietly : [...quietly, ...camera];
  return chromium.launch({ executablePath: await chromiumPath(), args, headless: true, timeout: 120_000 });
}

async function chromiumPath(): Promise<string> {
  const named = process.env['CHROME_PATH'] ?? installed.find((path) => existsSync(path));
  if (named !== undefined && named !== '') return named;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
