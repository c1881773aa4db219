import type { Browser } from 'playwright-core';
import { newId } from '#kernel';
import { findViolations } from '../support/accessibility.js';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { fits } from '../support/looks-well.js';
import { SeatMeeting } from '../support/seat-meeting.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/* A colleague who comes instead, and further ones, on a telephone without JavaScript and at the console. */

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

const viewport = { width: 375, height: 740 };

const linkOf = (link: string) => `${instance.api.url}${new URL(link).pathname}`;

describe('who cannot come', () => {
  it('sends a colleague, who is told for whom and declines by one press', async () => {
    const met = await SeatMeeting.open(instance, ['Ackermann'], { seating: { colleagues: 2 } });
    const invitee = await Visitor.with(browser, { viewport, javaScriptEnabled: false });
    const { page } = invitee;
    await page.goto(linkOf(met.of('Ackermann').link));
    await page.getByText('Nachricht').first().click();
    await page.locator('#note').fill('Ich bin im Urlaub.');
    await page.getByRole('button', { name: 'Meine Vertretung kommt' }).click();
    await invitee.heading('Wer kommt für Sie?');
    expect(await page.locator('#note').inputValue()).toBe('Ich bin im Urlaub.');
    await page.getByLabel('Vorname').fill('Toni');
    await page.getByLabel('Nachname').fill('Öztürk-Langenhagen');
    await page.getByLabel('Mailadresse').fill('toni@nirgends');
    await page.getByRole('button', { name: 'Vertretung einladen' }).click();
    await invitee.sees('Das ist keine vollständige Mailadresse.');
    expect(await page.getByLabel('Nachname').inputValue()).toBe('Öztürk-Langenhagen');
    await page.getByLabel('Mailadresse').fill('toni@vertretung.example');
    await page.getByRole('button', { name: 'Vertretung einladen' }).click();
    await invitee.heading('An Ihrer Stelle ist Toni Öztürk-Langenhagen eingeladen.');
    await invitee.leave();

    await instance.settled();
    const all = await instance.invitations(met.id);
    const substitute = all.find(({ inPlaceOf }) => inPlaceOf?.id === met.of('Ackermann').person.id);
    const colleague = await Visitor.with(browser, { viewport, javaScriptEnabled: false });
    await colleague.page.goto(linkOf(substitute?.link ?? ''));
    await colleague.sees(/in Vertretung für .*Ackermann/);
    await colleague.page.getByText('Antwort ändern').click();
    await colleague.page.getByRole('button', { name: 'Nein, leider nicht' }).click();
    await colleague.page.waitForURL('**/answered*');
    expect((await instance.invitations(met.id)).map(({ registration }) => registration).toSorted()).toEqual([
      'cancelled',
      'declined',
    ]);
    await colleague.leave();
  });

  it('registers others of the organisation, and sees them on the page of the invitation', async () => {
    const met = await SeatMeeting.open(instance, ['Bergmann'], { seating: { colleagues: 2 } });
    const { page, ...visitor } = await phone();
    await page.goto(linkOf(met.of('Bergmann').link));
    await page.getByRole('link', { name: 'Weitere aus meiner Organisation anmelden' }).click();
    await fits(page);
    expect(await findViolations(page)).toEqual([]);
    const second = page.getByRole('group', { name: '2. Person' });
    await second.getByLabel('Vorname').fill('Alex');
    await second.getByLabel('Nachname').fill('Musterhaft');
    await second.getByLabel('Mailadresse').fill('alex@haus.example');
    await page.getByLabel('Wir möchten nur gemeinsam teilnehmen').check();
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Alex Musterhaft – ').waitFor();
    await fits(page);
    expect(await findViolations(page)).toEqual([]);
    await visitor.leave();
  });

  it('is entered by the host, who sees for whom somebody comes', async () => {
    const [topic, online] = [newId(), newId()];
    const met = await SeatMeeting.open(instance, ['Clemens'], {
      questions: [
        { id: topic, kind: 'text', label: { de: 'Thema?' }, options: [], required: true },
        { id: newId(), kind: 'yes-no', label: { de: 'Bahn?' }, options: [], required: true },
      ],
      seating: {
        companions: 2,
        contingents: [
          { id: newId(), name: { de: 'Vor Ort' }, seats: null, online: false },
          { id: online, name: { de: 'Online' }, seats: null, online: true },
        ],
      },
    });
    const visitor = await Visitor.with(browser);
    const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
    await visitor.page.context().addCookies([session]);
    const host = new ConsoleHost(visitor, instance.api.url, 'de');
    await host.open(`/meetings/${met.id}/answers`);
    const { name } = met.of('Clemens').person;
    await host.page.getByRole('button', { name: host.t('console.answers.actions-for', { name }) }).click();
    await host.page.getByRole('menuitem', { name: host.t('seating.substitute.action') }).click();
    await host.field(host.t('pages.substitute.given-name')).fill('Kim');
    await host.field(host.t('pages.substitute.family-name')).fill('Ersatz');
    await host.field(host.t('pages.substitute.address')).fill('kim@ersatz.example');
    await host.page.getByRole('radio', { name: 'Online' }).check();
    expect(await findViolations(host.page, ['region'])).toEqual([]);
    await host.field(host.t('seating.entered.names')).fill('Alex Begleitet');
    await host.field('Thema?').fill('Klebstoffe');
    await host.press(host.t('pages.substitute.send'));
    await visitor.sees(host.t('seating.substitute.for', { name }));
    await visitor.sees('Noch offen: Bahn?');
    const all = await instance.invitations(met.id);
    expect(all.find(({ inPlaceOf }) => inPlaceOf !== null)).toMatchObject({
      companions: ['Alex Begleitet'],
      contingent: { id: online },
      answers: [{ questionId: topic, given: 'Klebstoffe' }],
    });
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});

async function phone() {
  const visitor = await Visitor.with(browser, { viewport });
  return { page: visitor.page, leave: () => visitor.leave() };
}
