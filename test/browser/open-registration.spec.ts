import type { Browser } from 'playwright-core';
import type { Question } from '#contracts';
import { newId } from '#kernel';
import { launchChromium } from '../support/chromium.js';
import { fits } from '../support/looks-well.js';
import { OpenMeeting } from '../support/open-meeting.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/* Somebody whom nobody invited registers by telephone, without JavaScript and without an account. */

let browser: Browser;
let instance: TestInstance;
beforeAll(async () => {
  browser = await launchChromium();
  instance = await TestInstance.start();
});
afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

const diet: Question = {
  id: newId(),
  kind: 'diet',
  label: { de: 'Was dürfen wir Ihnen anbieten?' },
  options: [],
  required: false,
};
const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 760 }, isMobile: true };

it('registers on the public page, confirms by mail, brings somebody along and cancels', async () => {
  const open = await OpenMeeting.publish(instance, {
    capacity: 3,
    questions: [diet],
    seating: { companions: 2 },
  });
  const address = 'toni@unterwegs.example';
  const visitor = await Visitor.with(browser, phone);
  const { page } = visitor;
  const at = (path: string) => page.goto(`${instance.api.url}${path}`);

  await at(open.path);
  await visitor.sees('Es sind noch Plätze frei.');
  await fits(page);
  await page.getByLabel('Vorname').fill('Toni');
  await page.getByLabel('Mailadresse').fill(address);
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await visitor.heading('Ihre Anmeldung ist noch nicht abgeschickt');
  await fits(page);
  expect(await page.getByLabel('Vorname').inputValue()).toBe('Toni');
  await page.getByLabel('Nachname').fill('Weiß-Großmann');
  await page.getByLabel('Was dürfen wir Ihnen anbieten?').fill('Vegetarisch');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await visitor.heading('Bitte sehen Sie in Ihr Postfach');
  await fits(page);

  await at(await open.mailedPath(address));
  await visitor.heading('Möchten Sie sich anmelden?');
  await fits(page);
  await page.getByLabel('Ja, ich melde mich an').check();
  await page.getByRole('button', { name: 'Anmeldung bestätigen' }).click();
  await visitor.heading('Sie sind angemeldet. Wir freuen uns auf Sie.');
  await visitor.sees(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  await fits(page);

  await page.getByText('Angaben ändern').click();
  await page.getByText('Jemanden mitbringen').click();
  await page.getByLabel('Namen, soweit Sie sie kennen').fill('Kim Beispiel');
  await page.getByRole('button', { name: 'Änderungen speichern' }).click();
  await visitor.heading('Sie sind angemeldet, zusammen 2 Personen. Wir freuen uns auf Sie.');
  await fits(page);
  await page.getByText('Anmeldung zurückziehen').first().click();
  await page.getByLabel('Ich komme nicht; mein Platz kann an andere gehen').check();
  await page.getByRole('button', { name: 'Anmeldung zurückziehen' }).click();
  await visitor.heading('Sie haben abgesagt. Danke für Ihre Nachricht.');
  await fits(page);
  expect(visitor.complaints).toEqual([`422 POST ${open.path}`]);
  await visitor.leave();
});
