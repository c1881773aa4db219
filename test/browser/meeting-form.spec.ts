import type { Browser } from 'playwright-core';
import { errorText } from '#i18n';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { fillSample } from '../support/fill-sample.js';
import type { FilledSample } from '../support/fill-sample.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { Visitor } from '../support/visitor.js';

let browser: Browser;
let product: Product;
let sample: FilledSample;

beforeAll(async () => {
  browser = await launchChromium();
  product = await startProduct();
  sample = await fillSample(product);
});

afterAll(async () => {
  await browser?.close();
  await product?.close();
});

const german = {
  language: 'de',
  locale: 'de-DE',
  day: '04.03.2031',
  laterDay: '11.03.2031',
  network: 'Mitteldeutschland',
  repentanceDay: '20.11.2030',
  repentance: /Buß- und Bettag\s+betrifft .*\bund\b/,
} as const;
const english = {
  language: 'en',
  locale: 'en-GB',
  day: '04/03/2031',
  laterDay: '12/03/2031',
  network: 'Central Germany',
  repentanceDay: '20/11/2030',
  repentance: /\S+\s+affects .*\band\b/,
} as const;

describe('the form of a meeting', () => {
  const { language, locale, day, laterDay, network } = german;

  it('names every field that does not fit, and keeps what was typed', async () => {
    const visitor = await Visitor.with(browser, { locale });
    const { page } = visitor;
    const { length: meetings } = await product.rows('SELECT id FROM meeting');
    await page.context().addCookies([{ name: 'session', value: sample.sessionCookie, url: product.url }]);
    const host = new ConsoleHost(visitor, product.url, language);
    const { t } = host;
    const typed = [
      ['meeting.start-day', day],
      ['meeting.start-time', '10:00'],
      ['meeting.end-time', '09:00'],
      ['place.city', 'Halle (Saale)'],
      ['meeting.capacity', '-1'],
    ] as const;
    await host.open('/meetings/new');
    for (const [name, text] of typed) await host.field(t(`console.${name}`)).fill(text);
    await host.press(t('console.meetings.save-draft'));

    const told = (field: string, code: string, params = {}) => `${field}: ${errorText(t, code, params)}`;
    expect((await page.getByRole('alert').innerText()).split('\n').filter((line) => line !== '')).toEqual([
      t('console.form.check'),
      told(t('console.meeting.institution'), 'validation.required'),
      told(host.titleField, 'validation.one-language-needed'),
      told(t('console.meeting.capacity'), 'validation.too-small', { minimum: 1 }),
      told(t('console.meeting.end-day'), 'meeting.ends-before-start'),
    ]);
    for (const [name, text] of typed) {
      expect(await host.field(t(`console.${name}`)).inputValue()).toBe(text);
    }
    expect(await host.field(t('console.meeting.capacity')).getAttribute('aria-invalid')).toBe('true');
    await page
      .getByRole('alert')
      .getByRole('button', { name: t('console.meeting.capacity') })
      .click();
    expect(await page.locator('input:focus').getAttribute('data-path')).toBe('capacity');
    expect(await product.rows('SELECT id FROM meeting')).toHaveLength(meetings);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('keeps the questions and the mails that the host plans', async () => {
    const visitor = await Visitor.with(browser, { locale });
    const { page } = visitor;
    await page.context().addCookies([{ name: 'session', value: sample.sessionCookie, url: product.url }]);
    const host = new ConsoleHost(visitor, product.url, language);
    const { t } = host;
    const named = (label: string, one: 'de' | 'en' = language) =>
      t('console.form.in-language', { label, language: t(`console.language.names.${one}`) });
    await host.open('/meetings/new');
    await host.field(host.titleField).fill(`Fragen ${locale}`);
    await host.field(t('console.meeting.start-day')).fill(laterDay);
    await host.choose(t('console.meeting.institution'), network);
    await host.press(t('questions.add'));
    await host.field(named(t('questions.label'))).fill('Was noch?');
    await page.getByRole('combobox', { name: t('questions.kind'), exact: true }).click();
    await page.getByRole('option', { name: t('questions.kinds.choice') }).click();
    await page.getByRole('checkbox', { name: t('questions.required') }).check();
    await host.press(t('questions.add-option'));
    await host.field(named(t('questions.option', { number: 1 }))).fill('Essen');
    await host.press(t('console.meetings.save-draft'));
    // One answer is no choice.
    await page.getByRole('alert').getByText(errorText(t, 'question.needs-options')).waitFor();
    await host.press(t('questions.add-option'));
    await host.field(named(t('questions.option', { number: 2 }))).fill('Führung');
    await host.field(t('mail-plan.second')).fill('');
    await host.press(t('console.meetings.save-draft'));
    await visitor.heading(`Fragen ${locale}`);
    const [kept] = await product.rows<{ questions: object[]; plan: object }>(
      `SELECT questions, mail_plan AS plan FROM meeting WHERE title ->> 'de' = $1`,
      [`Fragen ${locale}`],
    );
    expect(kept?.questions).toMatchObject([
      {
        kind: 'choice',
        required: true,
        label: { [language]: 'Was noch?' },
        options: [{ label: { [language]: 'Essen' } }, { label: { [language]: 'Führung' } }],
      },
    ]);
    expect(kept?.plan).toEqual({ reminderDays: [14], deputyDays: null, detailsDays: 3, followUp: null });
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it.each([german, english])(
    'says under the date what stands against it, and whom that affects, $locale',
    async (way) => {
      const { language, locale, day, network, repentanceDay, repentance } = way;
      const visitor = await Visitor.with(browser, { locale });
      const { page } = visitor;
      await page.context().addCookies([{ name: 'session', value: sample.sessionCookie, url: product.url }]);
      const host = new ConsoleHost(visitor, product.url, language);
      const { t } = host;
      const against = page.getByRole('region', { name: t('console.conflicts.title') });
      await host.open('/meetings/new');
      await host.choose(t('console.meeting.institution'), network);
      await host.field(t('console.meeting.start-day')).fill(repentanceDay);
      await against.waitFor();
      expect(await against.innerText()).toMatch(repentance);
      await host.field(t('console.meeting.start-day')).fill(day);
      await against.waitFor({ state: 'detached' });
      expect(visitor.complaints).toEqual([]);
      await visitor.leave();
    },
  );
});
