import type { Locator, Page } from 'playwright-core';
import { translator } from '#i18n';
import type { Translator } from '#i18n';
import type { Language } from '#kernel';
import type { Visitor } from './visitor.js';

/** What a host types into the form of a meeting. */
export interface TypedMeeting {
  readonly title: string;
  /** As people write it: `4.3.2027`. */
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly city: string;
  readonly institution: string;
  readonly listing: string;
  readonly seats: string;
}

/** Somebody at the console who goes by the words on the screen. */
export class ConsoleHost {
  readonly t: Translator;

  constructor(
    readonly visitor: Visitor,
    private readonly url: string,
    language: Language = 'de',
  ) {
    this.t = translator(language);
  }

  get page(): Page {
    return this.visitor.page;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}/console${path}`);
  }

  /** Goes on within the console, which is loaded once: leaves whatever is open, and what was typed, for the path. */
  async go(path: string): Promise<void> {
    const { t, page } = this;
    if (!page.url().startsWith(`${this.url}/console`)) await this.open('/nowhere');
    const nowhere = page.getByRole('heading', { name: t('console.unknown-page.title') });
    const leave = page.getByRole('button', { name: t('console.leave.discard'), exact: true });
    await page.keyboard.press('Escape');
    await this.followUntil('/nowhere', nowhere.or(leave).first());
    if (await leave.isVisible()) await leave.click();
    await nowhere.waitFor();
    await this.follow(path);
    await nowhere.waitFor({ state: 'detached' });
  }

  /** A panel that Escape closes goes to an address of its own, which may overtake ours: then once more. */
  private async followUntil(path: string, there: Locator): Promise<void> {
    for (let tries = 1; tries < 6; tries += 1) {
      await this.follow(path);
      const isThere = await there.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return;
    }
    await there.waitFor();
  }

  /** As the router itself does it for a link. */
  private async follow(path: string): Promise<void> {
    const to = JSON.stringify(`/console${path}`);
    await this.page.evaluate(`
      history.pushState({ idx: (history.state?.idx ?? 0) + 1 }, '', ${to});
      dispatchEvent(new PopStateEvent('popstate'));`);
  }

  /** Opens the set-up link and becomes the owner, with the sample network. */
  async setUp(
    link: string,
    owner: { givenName: string; familyName: string; address: string },
  ): Promise<void> {
    const { t, page } = this;
    await page.goto(link);
    await this.field(t('console.person.given-name')).fill(owner.givenName);
    await this.field(t('console.person.family-name')).fill(owner.familyName);
    await this.field(t('console.setup.address')).fill(owner.address);
    await page.getByRole('checkbox', { name: t('console.setup.sample') }).check();
    await this.press(t('console.setup.submit'));
    await this.isIn();
  }

  /** Waits for the start page, which only who is signed in sees. */
  async isIn(): Promise<void> {
    await this.page.getByRole('heading', { name: this.t('console.nav.home'), exact: true }).waitFor();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button').last().click();
    await this.page.getByRole('menuitem', { name: this.t('console.nav.sign-out') }).click();
    await this.visitor.heading(this.t('console.sign-in.title'));
  }

  /** Asks for the sign-in mail. */
  async askForMail(address: string): Promise<void> {
    await this.open('/sign-in');
    await this.field(this.t('console.sign-in.address')).fill(address);
    await this.press(this.t('console.sign-in.ask'));
    await this.visitor.heading(this.t('console.sign-in.asked-title'));
  }

  /** Drafts a meeting and gives its id. */
  async draft(meeting: TypedMeeting): Promise<string> {
    const { t } = this;
    await this.open('/meetings/new');
    await this.field(this.titleField).fill(meeting.title);
    await this.field(t('console.meeting.start-day')).fill(meeting.day);
    await this.field(t('console.meeting.start-time')).fill(meeting.from);
    await this.field(t('console.meeting.end-time')).fill(meeting.until);
    await this.field(t('console.place.city')).fill(meeting.city);
    await this.choose(t('console.meeting.institution'), meeting.institution);
    await this.choose(t('console.meeting.listings'), meeting.listing);
    await this.field(t('console.meeting.capacity')).fill(meeting.seats);
    await this.press(t('console.meetings.save-draft'));
    await this.visitor.heading(meeting.title);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  async publish(): Promise<void> {
    const { t } = this;
    await this.press(t('console.publish.action'));
    await this.press(t('console.publish.action'), this.dialog);
    await this.visitor.sees(t('console.publish.done'));
  }

  /** Invites the managers of the first network's clusters, present and known, from the meeting's page, and waits. */
  async invite(people: number): Promise<void> {
    const { t } = this;
    await this.page
      .getByRole('link', { name: t('console.meeting.invitations'), exact: true })
      .first()
      .click();
    await this.askSuccessorsAtOnce();
    await this.press(t('console.invite.send', { count: people }));
    await this.press(t('console.invite.submit'), this.dialog);
    await this.visitor.sees(t('console.run.done'));
  }

  /** On the page of a meeting's invitations: whoever takes an office over by then is invited at once. */
  async askSuccessorsAtOnce(): Promise<void> {
    const { t, page } = this;
    await page.getByRole('combobox', { name: t('audiences.successors-label') }).click();
    await page.getByRole('option', { name: t('audiences.successors.at-once') }).click();
  }

  /** Opens the preview of a cancellation, from the meeting's page. */
  async startCancelling(): Promise<void> {
    const { t } = this;
    await this.press(t('console.more-actions'));
    await this.page.getByRole('menuitem', { name: t('console.cancel.action') }).click();
  }

  /** Cancels the meeting, from its page. */
  async cancel(): Promise<void> {
    await this.startCancelling();
    await this.press(this.t('console.cancel.submit'), this.dialog);
    await this.visitor.sees(this.t('console.cancel.done'));
  }

  get titleField(): string {
    const { t } = this;
    const [label, language] = [t('console.meeting.title'), t('console.language.names.de')];
    return t('console.form.in-language', { label, language });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Presses a button, in a dialog if one is given. */
  async press(name: string | RegExp, within: Locator | Page = this.page): Promise<void> {
    const button = within.getByRole('button', { name, exact: true });
    await button.waitFor();
    await this.visitor.atRest();
    await button.click();
  }

  /** Takes the first choice that begins with the text. */
  async choose(name: string, text: string): Promise<void> {
    const box = this.page.getByRole('combobox', { name, exact: true });
    await box.click();
    await box.fill(text);
    await this.page
      .getByRole('option', { name: new RegExp(`^${text}`) })
      .first()
      .click();
    await this.page.keyboard.press('Escape');
  }
}
