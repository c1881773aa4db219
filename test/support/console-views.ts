import type { TextKey } from '#i18n';
import { composeRows } from './compose-audience.js';
import type { ConsoleHost } from './console-host.js';

/** Rows of the sample network that the views are about. */
export interface SampleIds {
  /** Published, invited, partly answered. */
  readonly meeting: string;
  readonly draft: string;
  readonly cancelled: string;
  readonly network: string;
  /** Has an office with a holder and a vacant seat. */
  readonly cluster: string;
  /** With somebody in the chair. */
  readonly committee: string;
  readonly person: string;
  /** A cluster whose office is handed over next month; it has two deputies. */
  readonly handedOver: string;
  readonly mail: string;
  /** Saved, with an exclusion. */
  readonly audience: string;
  /** Files for the directory: just handed in, checked, and taken over. */
  readonly imports: { readonly mapping: string; readonly checked: string; readonly done: string };
}

/** One view of the console: where it is, and what is pressed there until it shows. */
export interface ConsoleView {
  readonly name: string;
  readonly path: (ids: SampleIds) => string;
  readonly open?: (host: ConsoleHost) => Promise<void>;
}

const ofNetwork = ({ network }: SampleIds) => `/directory/institutions/${network}`;

/** Every view that needs a session, dialogs and side panels too. */
export const consoleViews: readonly ConsoleView[] = [
  at('home', () => '/'),
  at('the account menu', () => '/', openAccountMenu),
  at('the rail of a small screen', () => '/', openRail),
  at('meetings', () => '/meetings'),
  at('past meetings', () => '/meetings?when=past'),
  at('no meetings', () => '/meetings?when=past&state=draft'),
  at('a new meeting', () => '/meetings/new'),
  at('a refused meeting', () => '/meetings/new', presses('console.meetings.save-draft')),
  at('a question of a new meeting', () => '/meetings/new', askSomething),
  at('a meeting', ({ meeting }) => `/meetings/${meeting}`),
  at('a draft', ({ draft }) => `/meetings/${draft}`),
  at('publishing', ({ draft }) => `/meetings/${draft}`, presses('console.publish.action')),
  at('a cancelled meeting', ({ cancelled }) => `/meetings/${cancelled}`),
  at('cancelling', ({ meeting }) => `/meetings/${meeting}`, startCancelling),
  at('no series', () => '/series'),
  at('a new series', () => '/series/new'),
  at('editing a meeting', ({ meeting }) => `/meetings/${meeting}/edit`),
  at('the preview of a change', ({ meeting }) => `/meetings/${meeting}/edit`, previewChange),
  at('inviting for a draft', ({ draft }) => `/meetings/${draft}/invitations`),
  at('whom to invite', ({ meeting }) => `/meetings/${meeting}/invitations`),
  at('inviting a saved audience', (ids) => `/meetings/${ids.meeting}/invitations?audience=${ids.audience}`),
  at('answers', ({ meeting }) => `/meetings/${meeting}/answers`),
  at('reminding', ({ meeting }) => `/meetings/${meeting}/answers`, presses('mail-plan.remind.action')),
  at('attendance', ({ meeting }) => `/meetings/${meeting}/attendance`),
  at('no answers', ({ draft }) => `/meetings/${draft}/answers`),
  at(
    'entering an answer',
    ({ meeting }) => `/meetings/${meeting}/answers`,
    fromMenu('console.answers.enter'),
  ),
  at('withdrawing', ({ meeting }) => `/meetings/${meeting}/answers`, fromMenu('console.answers.withdraw')),
  at('papers of a meeting', ({ meeting }) => `/meetings/${meeting}/papers`),
  at('messages', ({ meeting }) => `/meetings/${meeting}/messages`),
  at('notes and files', ({ meeting }) => `/meetings/${meeting}/files`),
  at('mails of a meeting', ({ meeting }) => `/meetings/${meeting}/mail`),
  at('mails', () => '/mail'),
  at('no mails', () => '/mail?state=bounced'),
  at('one mail', ({ mail }) => `/mail?mail=${mail}`),
  at('institutions', () => '/directory/institutions'),
  at('institutions of a Land', () => '/directory/institutions?kind=cluster&land=SN&columns=kind,seat'),
  at('the columns of institutions', () => '/directory/institutions', presses('directory.columns.choose')),
  at('the Länder to filter by', () => '/directory/institutions', openLands),
  at('a new institution', () => '/directory/institutions', presses('console.institution.new')),
  at(
    'a new committee',
    ({ cluster }) => `/directory/institutions/${cluster}`,
    presses('directory.committees.add'),
  ),
  at('a refused committee', () => '/directory/institutions?kind=committee', saveNothing),
  at('a network', ({ network }) => `/directory/institutions/${network}`),
  at('the head of papers', ofNetwork, presses('papers.console.head.action')),
  at('the logo of a network', ofNetwork, presses('directory.logo.title')),
  at('a network on an earlier day', ({ network }) => `/directory/institutions/${network}?asOf=2020-01-01`),
  at('the history of members', ofNetwork, openHistory),
  at('ending a membership', ofNetwork, ofMember('directory.membership.end')),
  at('correcting a membership', ofNetwork, ofMember('directory.membership.correct')),
  at('a new member', ofNetwork, presses('console.members.add')),
  at('a cluster', ({ cluster }) => `/directory/institutions/${cluster}`),
  at(
    'editing a cluster',
    ({ cluster }) => `/directory/institutions/${cluster}`,
    presses('console.form.edit'),
  ),
  at('a new office', ({ cluster }) => `/directory/institutions/${cluster}`, presses('console.office.new')),
  at(
    'editing an office',
    ({ cluster }) => `/directory/institutions/${cluster}`,
    fromMenu('console.form.edit'),
  ),
  at(
    'giving an office',
    ({ cluster }) => `/directory/institutions/${cluster}`,
    fromMenu('console.mandate.give'),
  ),
  at('handing over an office', ({ cluster }) => `/directory/institutions/${cluster}`, startHandingOver),
  at(
    'a handover to come',
    ({ handedOver }) => `/directory/institutions/${handedOver}`,
    (host) => host.page.getByRole('button', { name: callOff(host) }).waitFor(),
  ),
  at(
    'calling a handover off',
    ({ handedOver }) => `/directory/institutions/${handedOver}`,
    (host) => host.press(callOff(host)),
  ),
  at(
    'deputies',
    ({ handedOver }) => `/directory/institutions/${handedOver}`,
    fromMenu('handover.deputies.title'),
  ),
  at(
    'asking a deputy',
    ({ meeting }) => `/meetings/${meeting}/answers`,
    fromMenu('handover.ask.action', /Raman/),
  ),
  at('asking all deputies', ({ meeting }) => `/meetings/${meeting}/answers`, presses('handover.ask.all')),
  at('giving a role', ({ cluster }) => `/directory/institutions/${cluster}`, presses('rights.give')),
  at('who looks after a meeting', ({ meeting }) => `/meetings/${meeting}/access`),
  at('my account', () => '/me'),
  at('roles', () => '/settings/access'),
  at('a new owner', () => '/settings/access', presses('rights.settings.new-owner')),
  at('the log', () => '/log'),
  at('nothing in the log', () => '/log?area=grant&channel=import'),
  at(
    'the history of an office',
    ({ cluster }) => `/directory/institutions/${cluster}`,
    fromMenu('directory.history.open'),
  ),
  at('a committee', ({ committee }) => `/directory/institutions/${committee}`),
  at(
    'editing a committee',
    ({ committee }) => `/directory/institutions/${committee}`,
    presses('console.form.edit'),
  ),
  at('people', () => '/directory/people'),
  at(
    'people with their offices',
    () => '/directory/people?office=cluster_manager&columns=offices,home,addresses',
  ),
  at('a new person', () => '/directory/people', presses('console.person.new')),
  at('a person', ({ person }) => `/directory/people?person=${person}`),
  at('calendars', () => '/directory/calendars'),
  at('adding a calendar', () => '/directory/calendars', presses('calendars.add')),
  at('audiences', () => '/directory/audiences'),
  at('a new audience', () => '/directory/audiences/new', composeRows),
  at('an audience', ({ audience }) => `/directory/audiences/${audience}`),
  at(
    'deleting an audience',
    ({ audience }) => `/directory/audiences/${audience}`,
    presses('audiences.delete'),
  ),
  at('importing a file', () => '/directory/import'),
  at('matching columns', ({ imports }) => `/directory/import?import=${imports.mapping}`),
  at('a dry run', ({ imports }) => `/directory/import?import=${imports.checked}`),
  at('wrong rows', ({ imports }) => `/directory/import?import=${imports.checked}&state=wrong`),
  at('a row of a dry run', ({ imports }) => `/directory/import?import=${imports.checked}&row=3`),
  at('a file taken over', ({ imports }) => `/directory/import?import=${imports.done}`),
  at('downloading people', () => '/directory/people', presses('import.export')),
  at('searching', () => '/', searchFor('Zwill')),
  at('searching with a typing error', () => '/', searchFor('Zwilinng')),
  at('finding nothing', () => '/', searchFor('xqzw')),
  at('duplicates', () => '/directory/duplicates'),
  at('merging', () => '/directory/duplicates', startMerging),
  at('proposals', () => '/directory/proposals'),
];

function at(name: string, path: ConsoleView['path'], open?: ConsoleView['open']): ConsoleView {
  return { name, path, ...(open !== undefined && { open }) };
}

function presses(key: TextKey): NonNullable<ConsoleView['open']> {
  return (host) => host.press(host.t(key));
}

/** A question with answers to choose from. */
async function askSomething(host: ConsoleHost): Promise<void> {
  const { page, t } = host;
  await host.press(t('questions.add'));
  await page.getByRole('combobox', { name: t('questions.kind'), exact: true }).click();
  await page.getByRole('option', { name: t('questions.kinds.choice') }).click();
  await host.press(t('questions.add-option'));
}

function startCancelling(host: ConsoleHost): Promise<void> {
  return host.startCancelling();
}

async function openAccountMenu({ page }: ConsoleHost): Promise<void> {
  await page.getByRole('navigation').getByRole('button').last().click();
  await page.getByRole('menu').waitFor();
}

async function openRail({ page, t }: ConsoleHost): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page
    .getByRole('navigation', { name: t('console.nav.bar') })
    .getByRole('button', { name: t('console.nav.menu') })
    .click();
  await page.getByRole('link', { name: t('console.nav.directory') }).waitFor();
}

function callOff({ t }: ConsoleHost): RegExp {
  return new RegExp(t('handover.call-off.action-for', { name: '.*' }));
}

async function startHandingOver({ page, t }: ConsoleHost): Promise<void> {
  const name = new RegExp(t('handover.action-for', { name: '.*' }));
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('heading', { name: t('handover.preview.title') }).waitFor();
}

function searchFor(text: string): NonNullable<ConsoleView['open']> {
  return async ({ page, t, dialog }) => {
    await page.keyboard.press('Control+k');
    await dialog.getByRole('combobox', { name: t('people.search.label') }).fill(text);
    const nothing = page.getByText(t('people.search.none', { text }));
    await dialog.getByRole('option').first().or(nothing).waitFor();
  };
}

async function startMerging(host: ConsoleHost): Promise<void> {
  const { page, t } = host;
  const names = t('people.duplicates.merge-for', { names: '' });
  await page.getByRole('button', { name: names }).first().click();
  await host.dialog.getByRole('button', { name: t('people.merge.submit') }).waitFor();
}

async function previewChange(host: ConsoleHost): Promise<void> {
  await host.field(host.t('console.meeting.start-time')).fill('14:00');
  await host.press(host.t('console.change.check'));
  await host.dialog.getByRole('table').waitFor();
}

async function openLands(host: ConsoleHost): Promise<void> {
  await host.page.getByRole('button', { name: host.t('directory.filter.land') }).click();
  await host.page.getByRole('menu').waitFor();
}

async function saveNothing(host: ConsoleHost): Promise<void> {
  await host.press(host.t('console.institution.new'));
  await host.press(host.t('console.form.save'), host.dialog);
  await host.dialog.getByRole('alert').waitFor();
}

/** The first section that has a history is that of the members. */
async function openHistory(host: ConsoleHost): Promise<void> {
  await host.page
    .getByRole('button', { name: host.t('directory.history.open'), exact: true })
    .first()
    .click();
  await host.dialog.getByRole('list', { name: host.t('directory.history.member') }).waitFor();
}

/** From the menu of the first member. */
function ofMember(key: TextKey): NonNullable<ConsoleView['open']> {
  return async ({ page, t, dialog }) => {
    const members = page.getByRole('region', { name: t('console.members.title') });
    const actions = t('console.answers.actions-for', { name: '' }).trim();
    await members.getByRole('button', { name: actions }).first().click();
    await page.getByRole('menuitem', { name: t(key), exact: true }).click();
    await dialog.waitFor();
  };
}

/** From the menu of the first row, or of the first for this name. */
function fromMenu(key: TextKey, of = /./): NonNullable<ConsoleView['open']> {
  return async ({ page, t }) => {
    const actions = t('console.answers.actions-for', { name: '' }).trim();
    await page
      .getByRole('button', { name: actions })
      .and(page.getByRole('button', { name: of }))
      .first()
      .click();
    await page.getByRole('menuitem', { name: t(key), exact: true }).click();
    await page.getByRole('dialog').waitFor();
  };
}
