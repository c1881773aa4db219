import type { Browser } from 'playwright-core';
import { hashToken, newId } from '#kernel';
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
let host: ConsoleHost;

beforeAll(async () => {
  browser = await launchChromium();
  product = await startProduct();
  sample = await fillSample(product);
  const visitor = await Visitor.with(browser, { locale: 'de-DE' });
  const session = { name: 'session', value: sample.sessionCookie, url: product.url };
  await visitor.page.context().addCookies([session]);
  host = new ConsoleHost(visitor, product.url);
});

afterAll(async () => {
  await host?.visitor.leave();
  await browser?.close();
  await product?.close();
});

it('adds a committee to a cluster, which has its functions at once', async () => {
  const { t } = host;
  await host.go(`/directory/institutions/${sample.ids.cluster}`);
  await host.press(t('directory.committees.add'));
  const language = t('console.language.names.de');
  const name = t('console.form.in-language', { label: t('console.institution.name'), language });
  await host.dialog.getByRole('textbox', { name }).fill('Lenkungskreis');
  await host.press(t('console.form.save'), host.dialog);
  await host.visitor.heading('Lenkungskreis');
  for (const kind of ['chair', 'member', 'guest'] as const) {
    await host.visitor.heading(t(`directory.functions.${kind}`));
  }
});

it('shows who was in office on the day in the address, and the whole history drawn', async () => {
  const { t, page } = host;
  const year = new Date().getFullYear();
  await host.go(`/directory/institutions/${sample.ids.committee}?asOf=${year - 1}-06-01`);
  const chair = page.getByRole('region', { name: t('directory.functions.chair') });
  await chair.getByText(t('directory.committee.held', { held: 0, seats: 1 })).waitFor();
  await host.press(t('directory.as-of-today'));
  await chair.getByText(t('directory.committee.held', { held: 1, seats: 1 })).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await chair.getByRole('button', { name: t('directory.history.office', { office: 'Vorsitz' }) }).click();
  await host.dialog.getByRole('listitem').nth(1).waitFor();
  expect(await host.dialog.locator('svg[data-state]').count()).toBe(2);
});

it('filters and chooses columns in the address', async () => {
  const { t, page } = host;
  await host.go('/directory/institutions');
  await page.getByRole('button', { name: t('directory.filter.land') }).click();
  await page.getByRole('menuitem', { name: t('console.place.lands.TH') }).click();
  await host.field(t('directory.filter.field')).fill('photonik');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /^OptoNet/ }).waitFor();
  await page.getByRole('link', { name: /^ACOD/ }).waitFor({ state: 'detached' });
  await host.press(t('directory.columns.choose'));
  await page.getByRole('checkbox', { name: t('directory.institution.seat') }).click();
  await page.getByRole('columnheader', { name: t('directory.institution.seat') }).waitFor();
  const { searchParams } = new URL(page.url());
  expect(Object.fromEntries(searchParams)).toEqual({
    land: 'TH',
    field: 'photonik',
    columns: 'kind,field,laender,seat',
  });
});

it('says at once that a drawing is no logo, and keeps the one there is', async () => {
  const { t, page } = host;
  await host.go(`/directory/institutions/${sample.ids.network}`);
  await host.press(t('directory.logo.title'));
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: svg });
  await host.press(t('console.form.save'), host.dialog);
  await host.dialog.getByRole('alert').getByText('SVG').waitFor();
  expect(await host.dialog.getByRole('img', { name: t('directory.logo.present') }).count()).toBe(1);
});

it('marks a mailbox as shared at once, and still saves what is typed', async () => {
  const { t, page } = host;
  const words = t('directory.person.shared.label', { address: '' }).trim();
  const path = `/directory/people?person=${sample.ids.person}`;
  const marked = page.getByRole('checkbox', { name: words, checked: true });
  await host.go(path);
  await page.getByRole('checkbox', { name: words, checked: false }).first().waitFor();
  await host.field(t('console.person.position')).fill('Sprecherin');
  await page.getByRole('checkbox', { name: words, checked: false }).first().click();
  await marked.waitFor();
  await host.press(t('console.form.save'), host.dialog);
  await host.dialog.waitFor({ state: 'detached' });
  await host.go(path);
  await marked.waitFor();
  expect(await host.field(t('console.person.position')).inputValue()).toBe('Sprecherin');
});

it('narrows people and chooses columns in the address, and keeps them while somebody is looked at', async () => {
  const { t, page } = host;
  await host.go('/directory/people');
  await host.choose(t('directory.filter.institution'), 'OptoNet');
  await page.getByRole('button', { name: t('directory.filter.office') }).click();
  await page.getByRole('menuitem', { name: t('directory.office-kinds.cluster_manager') }).click();
  await host.press(t('directory.columns.choose'));
  await page.getByRole('checkbox', { name: t('directory.person.offices') }).click();
  await page.keyboard.press('Escape');
  const table = page.getByRole('table', { name: t('console.directory.people') });
  await table.getByRole('columnheader', { name: t('directory.person.offices') }).waitFor();
  await table.getByText('OptoNet').first().waitFor();
  const kept = {
    institution: sample.ids.cluster,
    office: 'cluster_manager',
    columns: 'position,offices,addresses,language',
  };
  await table.getByRole('link').nth(1).waitFor({ state: 'detached' });
  expect(await table.getByRole('link').count()).toBe(1);
  await table.getByRole('link').click();
  await host.dialog.waitFor();
  const { person, ...others } = Object.fromEntries(new URL(page.url()).searchParams);
  expect(person).toMatch(/^[0-9a-f-]{36}$/);
  expect(others).toEqual(kept);
  await page.keyboard.press('Escape');
  await host.dialog.waitFor({ state: 'detached' });
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(kept);
});

it('withdraws a sign-in after saying what follows, and says what was done in a message that can be closed', async () => {
  const { t, page } = host;
  const address = 'zoe@zwilling.example';
  await loginOf(await twin(1), address);
  await host.go(`/directory/people?person=${await twin(1)}`);
  await host.press(t('rights.login.withdraw-for', { address }));
  const dialog = page.getByRole('dialog', { name: t('rights.login.withdraw-title') });
  await dialog.getByText(t('rights.login.withdraw-last')).waitFor();
  await host.press(t('rights.login.withdraw'), dialog);
  await host.visitor.sees(t('rights.login.none'));
  expect(await product.rows('SELECT id FROM login WHERE address = $1', [address])).toEqual([]);
  const message = page.getByRole('alert').filter({ hasText: t('rights.login.withdrawn', { address }) });
  await message.getByRole('button', { name: t('console.close'), exact: true }).click();
  await message.waitFor({ state: 'detached' });
});

it('saves an audience with a tag, invites it, and shows on the meeting who has come to belong to it since', async () => {
  const { t, page } = host;
  await tag(await twin(1), 'Leitbild');
  await host.go('/directory/audiences/new');
  const language = t('console.language.names.de');
  await host
    .field(t('console.form.in-language', { label: t('audiences.name'), language }))
    .fill('Leitbildkreis');
  await host.choose(t('audiences.keeper'), 'Mitteldeutschland');
  await host.press(t('audiences.add-inclusion'));
  await page.getByRole('menuitem', { name: t('audiences.kinds.tag'), exact: true }).click();
  await host.choose(t('audiences.field.tag'), 'Leitbild');
  await page
    .getByRole('table', { name: t('audiences.preview-people') })
    .getByText('Zoë Zwilling')
    .waitFor();
  await host.press(t('console.form.save'));
  await host.visitor.heading('Leitbildkreis');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const path = `/meetings/${sample.ids.meeting}/invitations`;
  await host.go(`${path}?audience=${id}`);
  await page.getByRole('combobox', { name: t('audiences.newcomers-label') }).click();
  await page.getByRole('option', { name: t('audiences.newcomers.show') }).click();
  await host.press(t('console.invite.send', { count: 1 }));
  await host.press(t('console.invite.submit'), host.dialog);
  await host.visitor.sees(t('console.run.done'));
  await tag(await twin(2), 'Leitbild');
  await host.go(path);
  await host.visitor.heading(t('audiences.asked-title'));
  await host.visitor.sees(t('audiences.new-since', { count: 1 }));
});

it('takes a calendar in from a file, and deletes it', async () => {
  const { t, page } = host;
  const language = t('console.language.names.de');
  const name = t('console.form.in-language', { label: t('calendars.columns.name'), language });
  await host.go('/directory/calendars');
  await host.press(t('calendars.add'));
  await host.dialog.getByRole('textbox', { name }).fill('Hausferien');
  const event = [
    'UID:1@haus.example',
    'DTSTAMP:20260101T000000Z',
    'DTSTART;VALUE=DATE:20261221',
    'SUMMARY:Ruhe',
  ];
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Haus//DE', 'BEGIN:VEVENT', ...event];
  const buffer = Buffer.from([...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'));
  const file = { name: 'ferien.ics', mimeType: 'text/calendar', buffer };
  await host.dialog.locator('input[type=file]').setInputFiles(file);
  await host.press(t('calendars.add'), host.dialog);
  await host.dialog.waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: 'Hausferien' });
  await row.getByRole('cell', { name: '1', exact: true }).waitFor();
  await host.press(t('console.answers.actions-for', { name: 'Hausferien' }));
  await page.getByRole('menuitem', { name: t('calendars.delete') }).click();
  await host.press(t('calendars.delete'), host.dialog);
  await row.waitFor({ state: 'detached' });
});

it('shows to read whose details one may not change, and sends what should be changed as a proposal', async () => {
  const [elsewhere] = await product.rows<{ id: string }>(
    `SELECT id FROM institution WHERE kind = 'cluster' AND id <> $1 ORDER BY id LIMIT 1`,
    [sample.ids.cluster],
  );
  const move = 'UPDATE person SET home_institution_id = $2 WHERE id = $1';
  await product.rows(move, [sample.ids.person, elsewhere?.id]);
  const manager = await signedIn(await managerOf(sample.ids.cluster));
  const { t, page } = manager;
  await manager.open(`/directory/people?person=${sample.ids.person}`);
  await manager.press(t('people.proposals.make'), manager.dialog);
  await manager.field(t('console.person.phone')).fill('+49 341 5');
  await manager.press(t('people.proposals.send'), manager.dialog);
  const message = page.getByRole('alert').filter({ hasText: t('people.proposals.sent') });
  await message.getByRole('button', { name: t('console.close'), exact: true }).click();
  await manager.dialog.getByText(t('people.proposals.make')).waitFor();
  expect(await manager.dialog.getByRole('textbox', { name: t('console.person.phone') }).count()).toBe(0);
  expect(
    await product.rows('SELECT patch, state FROM person_proposal WHERE person_id = $1', [sample.ids.person]),
  ).toEqual([{ patch: { phone: '+49 341 5' }, state: 'open' }]);
  expect(manager.visitor.complaints).toEqual([]);
  await manager.visitor.leave();
});

async function twin(number: 1 | 2): Promise<string> {
  const rows = await product.rows<{ id: string }>(
    `SELECT id FROM person WHERE family_name = 'Zwilling' ORDER BY id`,
  );
  return rows[number - 1]?.id ?? '';
}

/** Puts a word on a person, kept by the network. */
async function tag(personId: string, word: string): Promise<void> {
  const { t, page } = host;
  await host.go(`/directory/people?person=${personId}`);
  // Not by `host.choose`, whose Escape would close the panel.
  await page.getByRole('combobox', { name: t('audiences.tags.keeper') }).fill('Mitteldeutschland');
  await page.getByRole('option', { name: 'Mitteldeutschland' }).first().click();
  await page.getByRole('combobox', { name: t('audiences.tags.title'), exact: true }).fill(word);
  await page.keyboard.press('Enter');
  await host.visitor.sees(t('audiences.tags.saved'));
}

async function managerOf(institutionId: string): Promise<string> {
  const [holder] = await product.rows<{ id: string }>(
    `SELECT person_id AS id FROM mandate JOIN office ON office.id = office_id
      WHERE institution_id = $1 AND kind = 'cluster_manager' AND valid_from <= current_date
        AND coalesce(valid_until >= current_date, true)`,
    [institutionId],
  );
  return holder?.id ?? '';
}

async function loginOf(personId: string, address: string): Promise<string> {
  const id = newId();
  const columns = 'id, person_id, address, address_folded, created_at';
  await product.rows(`INSERT INTO login (${columns}) VALUES ($1, $2, $3, $3, now())`, [
    id,
    personId,
    address,
  ]);
  return id;
}

/** Somebody at a browser of their own, who reads English. */
async function signedIn(personId: string): Promise<ConsoleHost> {
  const secret = 'b'.repeat(32);
  const loginId = await loginOf(personId, `${personId}@firma.example`);
  await product.rows(
    `INSERT INTO session (id, login_id, secret_hash, created_at, expires_at)
     VALUES ($1, $2, $3, now(), now() + interval '1 day')`,
    [newId(), loginId, hashToken(secret)],
  );
  const visitor = await Visitor.with(browser, { locale: 'en-GB' });
  await visitor.page.context().addCookies([{ name: 'session', value: secret, url: product.url }]);
  return new ConsoleHost(visitor, product.url, 'en');
}
