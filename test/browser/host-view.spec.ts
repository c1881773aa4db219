import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { InvitationDto, MeetingDto } from '#contracts';
import type { Language } from '#kernel';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { looksWell } from '../support/looks-well.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/* What a host sees of a meeting: answers as they come, a message to some, a file that an invitee gets. */

const folder = 'test-results/host-view';
let browser: Browser;
let instance: TestInstance;
let meeting: MeetingDto;
let invited: readonly InvitationDto[];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  browser = await launchChromium();
  instance = await TestInstance.start();
  const people = ['Acker', 'Brandt', 'Chen'].map((familyName) => ({ familyName }));
  const { network } = await aNetworkOfManagers(instance.reader, people);
  meeting = await instance.publish({ institutionId: network.id });
  invited = await instance.invite(meeting.id, network.id);
});

afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

const nth = (place: number): InvitationDto => {
  const found = invited[place];
  if (found === undefined) throw new Error('so many are not invited');
  return found;
};

/** German on a telephone, English at a desk. */
async function hostAtConsole(language: Language): Promise<ConsoleHost> {
  const visitor = await Visitor.with(browser, { locale: language === 'de' ? 'de-DE' : 'en-GB' });
  const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
  await visitor.page.context().addCookies([session]);
  await visitor.page.setViewportSize(
    language === 'de' ? { width: 390, height: 844 } : { width: 1280, height: 900 },
  );
  return new ConsoleHost(visitor, instance.api.url, language);
}

async function pictured({ page }: ConsoleHost, name: string): Promise<void> {
  writeFileSync(`${folder}/${name}.png`, await page.screenshot({ fullPage: true }));
  await looksWell(page);
}

it('shows an answer given elsewhere without loading again', async () => {
  const host = await hostAtConsole('de');
  const { t, page } = host;
  await host.open(`/meetings/${meeting.id}/answers`);
  await host.visitor.sees(t('host-view.live.on'));
  const row = page.getByRole('row', { name: new RegExp(nth(0).person.name) });
  await row.getByText(t('common.state.silent'), { exact: true }).waitFor();
  await instance.answer(nth(0), 'yes');
  // Without being told, the page would look again after a minute, when patience is at an end.
  await row.getByText(t('common.state.confirmed'), { exact: true }).waitFor();
  await pictured(host, 'answers-de');
  expect(host.visitor.complaints).toEqual([]);
  await host.visitor.leave();
});

it('previews a message to some and sends it', async () => {
  const host = await hostAtConsole('de');
  const { t, page } = host;
  await host.open(`/meetings/${meeting.id}/messages`);
  await page.getByRole('checkbox', { name: t('host-view.states.confirmed'), exact: true }).check();
  const named = (label: string) =>
    t('console.form.in-language', { label, language: t('console.language.names.de') });
  const subject = 'Ausweis nicht vergessen';
  await page.getByRole('textbox', { name: named(t('host-view.message.subject')) }).fill(subject);
  await page.getByRole('textbox', { name: named(t('host-view.message.text')) }).fill('**Kim** 10:00');
  await host.press(t('host-view.message.preview'));
  await page.getByText(t('host-view.message.to')).waitFor();
  await page.frameLocator('iframe').getByText('10:00').first().waitFor();
  await pictured(host, 'message-de');
  await host.press(t('host-view.message.send'));
  await host.visitor.sees(t('host-view.message.sent'));
  await instance.settled();
  expect((await instance.lastMailTo(nth(0).address ?? '')).subject).toBe(subject);
  expect((await instance.lastMailTo(nth(2).address ?? '')).subject).not.toBe(subject);
  await page
    .getByText(t('host-view.messages.to', { count: 1 }))
    .first()
    .waitFor();
  expect(host.visitor.complaints).toEqual([]);
  await host.visitor.leave();
});

it('takes a file that the invitee then finds, and a note that stays inside', async () => {
  const host = await hostAtConsole('de');
  const { t, page } = host;
  await host.open(`/meetings/${meeting.id}/files`);
  const name = 'Protokoll.pdf';
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: t('host-view.files.choose') }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await host.press(t('host-view.files.add'));
  await page.getByRole('link', { name }).waitFor();
  await page.getByRole('textbox', { name: t('host-view.notes.text') }).fill('Kaffee für 20');
  await host.press(t('host-view.notes.add'));
  await page.getByText('Kaffee für 20').last().waitFor();
  await pictured(host, 'papers-de');
  expect(host.visitor.complaints).toEqual([]);
  await host.visitor.leave();
  const guest = await Visitor.with(browser, { javaScriptEnabled: false });
  await guest.page.goto(`${instance.api.url}${new URL(nth(0).link).pathname}`);
  const download = guest.page.waitForEvent('download');
  await guest.page.getByRole('link', { name }).click();
  expect((await download).suggestedFilename()).toBe(name);
  expect(await guest.page.content()).not.toContain('Kaffee');
  writeFileSync(`${folder}/invitee-de.png`, await guest.page.screenshot({ fullPage: true }));
  await guest.leave();
});

it('reads the same in English, at a desk', async () => {
  const host = await hostAtConsole('en');
  const { t, visitor } = host;
  await host.open(`/meetings/${meeting.id}/answers`);
  await visitor.sees(t('host-view.live.on'));
  await host.page.getByText(t('common.state.confirmed'), { exact: true }).first().waitFor();
  await pictured(host, 'answers-en');
  await host.go(`/meetings/${meeting.id}/messages`);
  await visitor.sees(t('host-view.messages.to', { count: 1 }));
  await pictured(host, 'message-en');
  await host.go(`/meetings/${meeting.id}/files`);
  await host.page.getByRole('link', { name: 'Protokoll.pdf' }).waitFor();
  await host.page.getByRole('textbox', { name: t('host-view.notes.text') }).waitFor();
  await pictured(host, 'papers-en');
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});
