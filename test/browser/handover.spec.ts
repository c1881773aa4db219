import type { Browser, Page } from 'playwright-core';
import type { InvitationDto } from '#contracts';
import { launchChromium } from '../support/chromium.js';
import { ConsoleHost } from '../support/console-host.js';
import { looksWell } from '../support/looks-well.js';
import { answer, answerLink } from '../support/mailed-links.js';
import { aStoryInNrw, firstOfDecember, twentiethOfNovember } from '../support/nrw-story.js';
import type { NrwStory } from '../support/nrw-story.js';
import { TestInstance } from '../support/test-instance.js';
import { Visitor } from '../support/visitor.js';

/* Story 2 as people see it: the host at the console, predecessors and successors at their invitations. */

let browser: Browser;
let instance: TestInstance;
let story: NrwStory;
let host: ConsoleHost;

beforeAll(async () => {
  browser = await launchChromium();
  instance = await TestInstance.start({ at: twentiethOfNovember });
  story = await aStoryInNrw(instance);
  const visitor = await Visitor.with(browser);
  const session = { name: 'session', value: instance.owner.cookie('session') ?? '', url: instance.api.url };
  await visitor.page.context().addCookies([session]);
  host = new ConsoleHost(visitor, instance.api.url);
});

afterAll(async () => {
  await browser?.close();
  await instance?.close();
});

/** The address of the invitation's page that the last mail to this person leads to, on the port of the test. */
async function linkMailedTo(address: string): Promise<string> {
  return `${instance.api.url}${new URL(answerLink(await instance.lastMailTo(address))).pathname}`;
}

/** As `host.choose`, without the Escape that would close the dialog. */
async function chooseInDialog(name: string, text: string): Promise<void> {
  const box = host.dialog.getByRole('combobox', { name, exact: true });
  await box.click();
  await box.fill(text);
  await host.page.getByRole('option', { name: text, exact: true }).click();
}

/** Words on the screen, with plain spaces. */
const shown = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

it('hands two offices over at the console, seeing beforehand what follows', async () => {
  const { t, page } = host;
  const before = await linkMailedTo('vorher-2@nrw.example');
  await answer(browser, { link: before, choice: t('common.choice.yes') });
  for (const [number, { office, before, after }] of [story.first, story.second].entries()) {
    await host.open(`/directory/institutions/${office.institutionId}`);
    const name = `${before.givenName} ${before.familyName}`;
    const successor = `${after.givenName} ${after.familyName}`;
    await host.press(t('handover.action-for', { name }));
    await chooseInDialog(t('handover.successor'), successor);
    await host.field(t('handover.last-day', { name })).fill('30.11.2026');
    await page.getByRole('heading', { name: t('handover.preview.title') }).click();
    const words =
      number === 0
        ? t('handover.preview.withdraw')
        : t('handover.preview.decide', { answer: t('common.answer.yes') });
    await host.dialog.getByText(words).waitFor();
    await host.press(t('handover.submit'), host.dialog);
    await page
      .getByRole('button', { name: t('handover.call-off.action-for', { name: successor }) })
      .waitFor();
    expect(await shown(page)).toMatch(new RegExp(`ab Di., 1. Dez.\\w* 2026: ${successor}`));
  }
  await page.reload();
  await page.getByRole('heading', { name: t('console.office.title') }).waitFor();
  await looksWell(page);
});

it('leaves predecessor and successor as they are until the day', async () => {
  await instance.settled();
  const predecessor = await Visitor.with(browser);
  await predecessor.page.goto(await linkMailedTo('vorher-1@nrw.example'));
  await predecessor.heading(story.meeting.title.de ?? '');
  await predecessor.leave();
  expect(await instance.mailsTo('nachher-1@nrw.example')).toEqual([]);
});

it('shows the predecessor on 1 December that the invitation no longer holds, and whom to ask', async () => {
  await instance.goTo(firstOfDecember.add({ hours: 8 }));
  const link = story.invitations.find(({ person }) => person.id === story.first.before.id)?.link ?? '';
  const predecessor = await Visitor.with(browser);
  await predecessor.page.goto(`${instance.api.url}${new URL(link).pathname}`);
  await predecessor.heading(host.t('pages.token.withdrawn.title'));
  await looksWell(predecessor.page);
  await predecessor.leave();
});

it('lets the successor answer', async () => {
  const link = await linkMailedTo('nachher-1@nrw.example');
  await answer(browser, { link, choice: host.t('common.choice.yes') });
});

it('asks the host on the start page and at the meeting to decide about who had said yes', async () => {
  const { t, page } = host;
  await host.open('/');
  await host.visitor.heading(t('handover.decisions.open', { count: 1 }));
  await looksWell(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page
    .getByRole('main')
    .getByRole('link', { name: story.meeting.title.de ?? '' })
    .last()
    .click();
  await page.getByRole('heading', { name: t('handover.decisions.title') }).waitFor();
  await looksWell(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  const name = 'Alex Vorher 2';
  await host.visitor.sees(
    t('handover.decisions.text', { predecessor: name, answer: t('common.answer.yes') }),
  );
  await host.press(t('handover.decisions.replace', { name }));
  await host.visitor.sees(t('handover.decisions.done'));
  await instance.settled();
  await answer(browser, {
    link: await linkMailedTo('nachher-2@nrw.example'),
    choice: t('common.choice.yes'),
  });
  const invitations: readonly InvitationDto[] = await instance.invitations(story.meeting.id);
  const stateOf = (id: string) => invitations.find(({ person }) => person.id === id);
  expect(stateOf(story.second.before.id)).toMatchObject({ state: 'withdrawn' });
  expect(stateOf(story.second.after.id)).toMatchObject({ state: 'active', answer: 'yes' });
  expect(host.visitor.complaints).toEqual([]);
});
