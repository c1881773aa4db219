import type { Browser } from 'playwright-core';
import { findViolations } from '../support/accessibility.js';
import { aPng } from '../support/a-png.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { longest, PaperMeeting } from '../support/paper-meeting.js';
import { readPdf } from '../support/read-pdf.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/* Papers as a host gets them: the head is said once, then a sheet is made, watched and downloaded. */

let browser: Browser;
let instance: TestInstance;
let meeting: PaperMeeting;
beforeAll(async () => {
  browser = await launchChromium();
  instance = await TestInstance.start();
  meeting = await PaperMeeting.open(instance);
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

it('leads from the institution’s paper head to a sign-in sheet on the host’s disk', async () => {
  const visitor = await Visitor.with(browser, { locale: 'de-DE' });
  const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
  await visitor.page.context().addCookies([session]);
  const host = new ConsoleHost(visitor, instance.api.url, 'de');
  const { page, t } = host;

  await host.open(`/directory/institutions/${meeting.institutionId}`);
  await host.press(t('papers.console.head.action'));
  await page.getByLabel(t('papers.console.head.unions.co-funded')).check();
  await page
    .getByLabel(t('console.form.in-language', { label: t('papers.console.head.line'), language: 'Deutsch' }))
    .fill('Gefördert durch den Freistaat Sachsen');
  await host.press(t('console.form.save'));
  await page.getByText(t('console.form.saved')).first().waitFor();
  await host.press(t('papers.console.head.action'));
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText(t('directory.logo.placeholder')).click(),
  ]);
  await chooser.setFiles({ name: 'land.png', mimeType: 'image/png', buffer: aPng() });
  await page.getByAltText(t('papers.console.head.logo', { number: 1 })).waitFor();
  expect(await findViolations(page)).toEqual([]);

  await host.open(`/meetings/${meeting.id}/papers`);
  const sheet = page.getByRole('group', { name: t('papers.file-names.sign-in-sheet') });
  await sheet.getByRole('button', { name: t('papers.console.make') }).click();
  const download = sheet.getByRole('link', { name: t('papers.console.download') });
  await download.waitFor();
  expect(await findViolations(page)).toEqual([]);
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  expect(file.suggestedFilename()).toBe('Teilnahmeliste.pdf');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const [first] = (await readPdf(Buffer.concat(chunks))).pages;
  expect(first?.text).toContain(longest.givenName);
  expect(first?.text).toContain('Kofinanziert von der Europäischen Union');
  expect(first?.text).toContain('Gefördert durch den Freistaat Sachsen');

  const refused = page.getByRole('group', { name: t('papers.console.certificates') });
  await refused.getByRole('button', { name: t('papers.console.make') }).click();
  await refused.getByText(t('errors.paper.nobody-present')).waitFor();

  // The clock of the browser is today's, the meeting's year another one.
  await meeting.wasPresent('Źródlański');
  await host.open(`/directory/people?person=${meeting.personId('Źródlański')}`);
  await host.press(t('papers.console.year.action'));
  await host.field(t('papers.console.year.year')).fill('2026');
  // Escape, as a choice is left elsewhere, would close the panel.
  await page.getByRole('combobox', { name: t('papers.console.year.institution'), exact: true }).click();
  await page.getByRole('option', { name: 'Mitteldeutschland' }).click();
  await host.press(t('papers.console.make'));
  await page.getByRole('link', { name: t('papers.console.download') }).waitFor();
  expect(await findViolations(page)).toEqual([]);
  await visitor.leave();
});
