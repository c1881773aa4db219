import type { Browser } from 'playwright-core';
import type { DoorLinkDto } from '#contracts';
import { Temporal } from '#kernel';
import { translator } from '#i18n';
import { aDeputy } from '../factories/handover.factory.js';
import { meetingBody } from '../factories/meetings.factory.js';
import { aNetworkOfManagers } from '../factories/network.factory.js';
import { aPerson } from '../factories/directory.factory.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { readPdf } from '../support/read-pdf.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/*
 * The exchange of seven clusters in a room of four seats: one manager is stood in for by the deputy, two stay silent,
 * one declines late, and whoever waited has the seat. From the invitation to the certificate, in the browser.
 */

const t = translator('de');
// The meeting is soon enough for one sign-in, and far enough away for the offer of a seat to take its time.
const begins = Temporal.Instant.from('2026-06-08T08:00:00Z');
const managers = ['Auto', 'Bio', 'Chemie', 'Daten', 'Optik', 'Solar', 'Logistik'] as const;

let browser: Browser;
let instance: TestInstance;
let host: ConsoleHost;
let meetingId: string;
let networkId: string;
beforeAll(async () => {
  browser = await launchChromium();
  instance = await TestInstance.start({ at: begins });
  const { network, clusters } = await aNetworkOfManagers(
    instance.reader,
    managers.map((familyName) => ({
      familyName,
      addresses: [`${familyName.toLowerCase()}@geschichte.example`],
    })),
  );
  const deputy = await aPerson(instance.reader, {
    familyName: 'Vertretung',
    addresses: ['vertretung@geschichte.example'],
  });
  await aDeputy(instance.reader, { officeId: clusters[3]?.office.id ?? '', personId: deputy.id });
  networkId = network.id;
  const visitor = await Visitor.with(browser, { locale: 'de-DE' });
  const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
  await visitor.page.context().addCookies([session]);
  host = new ConsoleHost(visitor, instance.api.url, 'de');
  const made = await instance.ask<{ id: string; version: number }>(
    'POST',
    '/meetings',
    meetingBody({ institutionId: network.id, capacity: 4, hostIds: [network.id] }),
  );
  meetingId = made.id;
  await instance.ask('POST', `/meetings/${made.id}/publish`, undefined, made.version);
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

/** Answers on the page behind the link of the last mail, with a telephone and without JavaScript. */
async function answers(address: string, answer: 'yes' | 'no', sentence: string): Promise<void> {
  const mail = await instance.lastMailTo(address);
  const [path = ''] = /\/i\/[a-z2-7]{32}/.exec(mail.text) ?? [];
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'de-DE' };
  const guest = await Visitor.with(browser, phone);
  await guest.page.goto(`${instance.api.url}${path}`);
  const change = guest.page.getByText(t('pages.invitation.change'));
  if (await change.isVisible()) await change.click();
  await guest.page.getByRole('button', { name: t(`common.choice.${answer}`) }).click();
  await guest.heading(sentence);
  await guest.leave();
  await instance.settled();
}

const standing = async (name: string) =>
  (await instance.invitations(meetingId)).find(({ person }) => person.name.endsWith(name))?.registration;

it('fills the room, and whoever comes too late waits', async () => {
  await instance.invite(meetingId, networkId);
  for (const name of ['auto', 'bio', 'chemie']) {
    await answers(`${name}@geschichte.example`, 'yes', t('pages.state.confirmed'));
  }
  await host.open(`/meetings/${meetingId}/answers`);
  await host.visitor.sees(t('console.answers.clusters', { done: 3, count: 7 }));
  await host.visitor.sees(t('console.answers.seats', { confirmed: 3, capacity: 4 }));
});

it('asks the deputy of who is silent, and reminds the others', async () => {
  const row = host.page.getByRole('row').filter({ hasText: 'Kim Daten' });
  await row.getByRole('button').last().click();
  await host.page.getByRole('menuitem', { name: t('handover.ask.action') }).click();
  await host.dialog.getByRole('button').last().click();
  await host.dialog.waitFor({ state: 'hidden' });
  await instance.settled();
  await host.press(t('mail-plan.remind.action'));
  await host.press(t('mail-plan.remind.submit'), host.dialog);
  await host.dialog.waitFor({ state: 'hidden' });
  await instance.settled();
  expect((await instance.lastMailTo('solar@geschichte.example')).subject).toMatch(/^Erinnerung: /);
  await answers('vertretung@geschichte.example', 'yes', t('pages.state.confirmed'));
  await answers('optik@geschichte.example', 'yes', t('pages.state.waitlisted-place', { place: 1 }));
  await host.go(`/meetings/${meetingId}/answers`);
  await host.visitor.sees(t('console.answers.clusters', { done: 5, count: 7 }));
});

it('offers the seat that comes free to who waits, and the guest who takes it is in', async () => {
  await answers('auto@geschichte.example', 'no', t('pages.state.declined'));
  expect(await standing('Optik')).toBe('offered');
  expect((await instance.lastMailTo('optik@geschichte.example')).subject).toMatch(/^Platz frei: /);
  await answers('optik@geschichte.example', 'yes', t('pages.state.confirmed'));
  await host.go(`/meetings/${meetingId}/answers`);
  await host.visitor.sees(t('console.answers.seats', { confirmed: 4, capacity: 4 }));
  const silent = await Promise.all(['Solar', 'Logistik'].map(standing));
  expect(silent).toEqual([null, null]);
});

it('lets a helper with a telephone check the guests in, on the day', async () => {
  await instance.goTo('2026-06-18T07:30:00Z');
  const links = `/meetings/${meetingId}/door-links`;
  await host.go(`/meetings/${meetingId}/attendance`);
  await host.page.getByLabel(t('attendance.door.name'), { exact: false }).fill('Eingang');
  await host.press(t('attendance.door.make'));
  await host.press(t('attendance.door.show-of', { name: 'Eingang' }));
  await host.press(t('attendance.door.hide'));
  const { items } = await instance.ask<{ items: DoorLinkDto[] }>('GET', links);
  const helper = await Visitor.with(browser, { viewport: { width: 360, height: 740 }, locale: 'de-DE' });
  await helper.page.goto(`${instance.api.url}${new URL(items[0]?.link ?? '').pathname}`);
  await helper.sees(t('door.sync.done'));
  for (const name of ['Kim Bio', 'Kim Optik', 'Kim Vertretung']) {
    await helper.page.getByRole('button', { name: t('door.mark-name', { name }), exact: true }).click();
  }
  await helper.sees(t('door.count', { here: 3, expected: 4 }));
  await helper.sees(t('door.sync.done'));
  await helper.leave();
  await host.visitor.heading(t('attendance.count', { present: 3, total: 4 }));
});

it('certifies who was there', async () => {
  await host.go(`/meetings/${meetingId}/papers`);
  const certificates = host.page.getByRole('group', { name: t('papers.console.certificates') });
  await certificates.getByRole('button', { name: t('papers.console.make') }).click();
  const download = certificates.getByRole('link', { name: t('papers.console.download') });
  const [file] = await Promise.all([host.page.waitForEvent('download'), download.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const { pages } = await readPdf(Buffer.concat(chunks));
  expect(pages.map(({ text }) => /Kim (\w+)/.exec(text)?.[1]).toSorted()).toEqual([
    'Bio',
    'Optik',
    'Vertretung',
  ]);
  // Nobody expects a certificate of somebody who was not there.
  expect(pages.some(({ text }) => text.includes('Chemie'))).toBe(false);
  expect(host.visitor.complaints).toEqual([]);
});
