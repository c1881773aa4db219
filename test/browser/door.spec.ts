import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { translator } from '#i18n';
import { newId } from '#kernel';
import type { Language } from '#kernel';
import { entryCode } from '#participation';
import { findViolations } from '../support/accessibility.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { aMark, DoorWorld } from '../support/door-world.js';
import { filmCode } from '../support/film-code.js';
import { testKeys } from '../support/test-api.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/* Two helpers with telephones, one of them in a cellar: what is marked without a connection arrives later, once. */

let browser: Browser;
let instance: TestInstance;
let folder: string;
let film: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'door-'));
  film = join(folder, 'camera.y4m');
  await filmCode(film, 'nothing yet');
  browser = await launchChromium(film);
  instance = await TestInstance.start();
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
  await rm(folder, { recursive: true });
});

async function aHelper(path: string, language: Language): Promise<Visitor> {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const helper = await Visitor.with(browser, { locale, viewport: { width: 360, height: 740 } });
  await helper.page.goto(`${instance.api.url}${path}`);
  await helper.sees(translator(language)('door.sync.done'));
  return helper;
}

/** Keeps marks from arriving until the returned function is called. */
async function holdBack(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const place = /\/marks\?/;
  await page.route(place, async (route) => {
    await promise;
    await route.continue();
  });
  return () => resolve(undefined);
}

/** As who says no when the browser asks; nothing can say so to a browser without a window. */
async function denyCamera(page: Page): Promise<void> {
  await page.context().clearPermissions();
  const session = await page.context().newCDPSession(page);
  const { browserContextId } = (await session.send('Target.getTargetInfo')).targetInfo;
  const denied = { permission: { name: 'camera' }, setting: 'denied' } as const;
  await session.send('Browser.setPermission', {
    ...denied,
    ...(browserContextId !== undefined && { browserContextId }),
  });
}

it('checks in without a connection and synchronises', async () => {
  const language = 'de';
  const t = translator(language);
  const door = await DoorWorld.create(instance);
  const [first, second] = await Promise.all(
    ['Nord', 'Süd'].map(async (name) => aHelper((await door.link(name)).path, language)),
  );
  if (first === undefined || second === undefined) throw new Error('two helpers are needed');
  const { page } = first;
  const button = (of: Visitor, key: 'door.mark-name' | 'door.undo-name', name: string) =>
    of.page.getByRole('button', { name: t(key, { name }), exact: true });

  expect(await findViolations(page)).toEqual([]);
  // Over a slow line the mark is on its way; only what has arrived is called sent.
  const letThrough = await holdBack(page);
  await button(first, 'door.mark-name', 'Kim Drei').click();
  expect(await page.getByText(t('door.sync.done')).count()).toBe(0);
  await first.sees(t('door.sync.waiting', { count: 1 }));
  letThrough();
  await button(second, 'door.undo-name', 'Kim Drei').waitFor();
  await second.sees(t('door.count', { here: 1, expected: 2 }));

  // Until the worker has the page, a reload without a connection would find nothing.
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.waitForFunction(
    `caches.open('door').then((kept) => kept.keys()).then((keys) => keys.length >= 2)`,
  );
  await page.context().setOffline(true);
  await page.getByLabel(t('door.code.label')).fill((await door.code(door.guests[1])).toLowerCase());
  await page.getByRole('button', { name: t('door.code.check') }).click();
  await first.sees(t('door.said.here', { name: 'Kim Eins' }));
  await page.getByLabel(t('door.guest.name'), { exact: true }).fill('Rut Gast');
  await page.getByRole('button', { name: t('door.guest.add') }).click();
  await first.sees(t('door.sync.waiting', { count: 2 }));
  expect(await door.states()).toEqual(['present', null]);
  await page.reload();
  await first.sees(t('door.sync.waiting', { count: 2 }));
  await first.sees(t('door.count', { here: 3, expected: 3 }));
  await page.getByLabel(t('door.code.label')).fill('ZZZZ-AAAA-BBBB-CCCC');
  await page.getByRole('button', { name: t('door.code.check') }).click();
  await first.sees(t('door.said.other-meeting'));
  expect(await findViolations(page)).toEqual([]);

  await page.context().setOffline(false);
  await first.sees(t('door.sync.done'));
  expect(await door.sum()).toMatchObject({ present: 3, walkIns: 1, total: 3 });
  await button(second, 'door.undo-name', 'Rut Gast').waitFor();
  await button(second, 'door.undo-name', 'Kim Eins').click();
  await button(first, 'door.mark-name', 'Kim Eins').waitFor();
  await page.getByLabel(t('door.search')).fill('gast');
  await page.waitForFunction(`document.querySelectorAll('#door-list li').length === 1`);
  expect(second.complaints).toEqual([]);
  await Promise.all([first.leave(), second.leave()]);
});

it('reads the code that the camera sees, once, by the library where the browser cannot', async () => {
  const t = translator('de');
  const door = await DoorWorld.create(instance);
  const link = await door.link();
  const helper = await aHelper(link.path, 'de');
  const { page } = helper;
  await page.context().grantPermissions(['camera']);
  // Linux has none, other systems do.
  await page.evaluate('delete globalThis.BarcodeDetector');
  const press = (key: 'door.code.scan' | 'door.code.stop') =>
    page.getByRole('button', { name: t(key) }).click();
  // What is said, each time it is said.
  await page.evaluate(`
    globalThis.said = [];
    const output = document.querySelector('#door-said');
    new MutationObserver(() => said.push(output.textContent)).observe(output, { childList: true });
  `);
  const look = async (code: string, words: string) => {
    await filmCode(film, code);
    await press('door.code.scan');
    await helper.sees(words);
  };

  await look(await door.code(door.guests[1]), t('door.said.here', { name: 'Kim Eins' }));
  expect(await page.evaluate(`document.querySelector('video').clientWidth <= innerWidth`)).toBe(true);
  expect(await findViolations(page)).toEqual([]);
  // Five more looks at the same picture.
  await page.waitForTimeout(1300);
  await press('door.code.stop');
  expect(await page.evaluate('said')).toEqual([t('door.said.here', { name: 'Kim Eins' })]);
  await helper.sees(t('door.sync.done'));
  expect(await door.states()).toEqual([null, 'present']);

  const elsewhere = entryCode(testKeys, { meetingId: newId(), registrationId: newId() });
  await look(elsewhere, t('door.said.other-meeting'));
  await press('door.code.stop');
  expect(await page.evaluate(`document.querySelector('video').srcObject`)).toBeNull();
  await denyCamera(page);
  await press('door.code.scan');
  await helper.sees(t('door.code.denied'));
  await page.getByRole('button', { name: t('door.code.scan') }).waitFor();
  expect(await door.sum()).toMatchObject({ present: 1, total: 2 });
  expect(helper.complaints).toEqual([]);

  await instance.ask('POST', `/door-links/${link.id}/revoke`);
  await page.getByRole('button', { name: t('door.mark-name', { name: 'Kim Drei' }), exact: true }).click();
  await helper.heading(t('door.problem.revoked.title'));
  expect(await page.evaluate('localStorage.length')).toBe(0);
  expect(await door.states()).toEqual([null, 'present']);
  await helper.leave();
});

async function aHost(language: Language): Promise<ConsoleHost> {
  const visitor = await Visitor.with(browser, { locale: language === 'de' ? 'de-DE' : 'en-GB' });
  const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
  await visitor.page.context().addCookies([session]);
  return new ConsoleHost(visitor, instance.api.url, language);
}

it('shows the host who was there', async () => {
  const door = await DoorWorld.create(instance);
  const host = await aHost('de');
  const { t, page, visitor } = host;
  await host.open(door.path);
  await page.getByLabel(t('attendance.door.name'), { exact: false }).fill('Nord');
  await host.press(t('attendance.door.make'));
  await host.press(t('attendance.door.show-of', { name: 'Nord' }));
  const code = page.getByRole('img', { name: t('attendance.door.code-of', { name: 'Nord' }) });
  await code.waitFor();
  await host.press(t('attendance.door.hide'));

  const { path } = await door.link('Süd');
  await door.send(path, aMark(door.keys[0], true));
  await visitor.heading(t('attendance.count', { present: 1, total: 2 }));
  await page.getByLabel(t('attendance.state-of', { name: 'Kim Eins' })).selectOption('excused');
  const buffer = Buffer.from('Name;Firma;E-Mail\nRut Gast;Gasthaus;\n;Ohne Namen;');
  await page.locator('input[type=file]').setInputFiles({ name: 'gaeste.csv', mimeType: 'text/csv', buffer });
  const text = t('errors.validation.required');
  await visitor.sees(t('attendance.add.problem', { row: 3, column: 'Name', text }));
  expect(await findViolations(page)).toEqual([]);
  await host.press(t('attendance.add.confirm', { count: 1 }));
  await visitor.heading(t('attendance.count', { present: 2, total: 3 }));
  await host.press(t('attendance.close.action'));
  await host.press(t('attendance.close.action'), host.dialog);
  await visitor.sees(t('attendance.close.done'));
  expect(await door.states()).toEqual(['present', 'excused', 'present']);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

it('reads the same in English, at the door and at the console, with who takes part online apart', async () => {
  const door = await DoorWorld.hybrid(instance);
  const helper = await aHelper((await door.link('North')).path, 'en');
  const say = translator('en');
  await helper.sees(say('door.count', { here: 0, expected: 1 }));
  await helper.heading(say('door.online-group'));
  expect(await findViolations(helper.page)).toEqual([]);
  await helper.page.context().setOffline(true);
  await helper.page.getByRole('button', { name: say('door.mark-name', { name: 'Kim Eins' }) }).click();
  await helper.sees(say('door.count-online', { here: 1, expected: 1 }));
  await helper.sees(say('door.count', { here: 0, expected: 1 }));
  await helper.page.context().setOffline(false);
  await helper.sees(say('door.sync.done'));
  const host = await aHost('en');
  await host.open(door.path);
  await host.visitor.heading(host.t('attendance.count', { present: 0, total: 1 }));
  await host.visitor.sees(host.t('attendance.online-count', { present: 1, total: 1 }));
  await host.visitor.sees(host.t('attendance.online'));
  await host.page.getByLabel(host.t('attendance.state-of', { name: 'Kim Eins' })).waitFor();
  expect(await findViolations(host.page)).toEqual([]);
  expect([...helper.complaints, ...host.visitor.complaints]).toEqual([]);
  await Promise.all([helper.leave(), host.visitor.leave()]);
});
