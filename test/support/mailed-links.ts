import type { Browser } from 'playwright-core';
import type { ReadMail } from './received-mail.js';
import { Visitor } from './visitor.js';

/** The two ways in of a sign-in mail. */
export function signInMail({ text }: ReadMail): { link: string; code: string } {
  const link = /http:\S+\/console\/sign-in\/complete#[a-z2-7]{32}/.exec(text)?.[0];
  const code = /^\s*(\d{3}\s?\d{3})\s*$/m.exec(text)?.[1];
  if (link === undefined || code === undefined) throw new Error(`no link and code in: ${text}`);
  return { link, code };
}

/** Where the mail asks for an answer. */
export function answerLink({ text }: ReadMail): string {
  const link = /http:\S+\/i\/[a-z2-7]{32}/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link in: ${text}`);
  return link;
}

interface Answering {
  readonly link: string;
  readonly choice: string;
  readonly note?: string;
}

/** Opens the mailed link in a browser without JavaScript, presses the button, and waits for the thanks. */
export async function answer(browser: Browser, { link, choice, note: words }: Answering): Promise<void> {
  const guest = await Visitor.with(browser, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 700 },
  });
  await guest.page.goto(link);
  if (words !== undefined) {
    await guest.page.getByText('Eine Nachricht mitschicken').click();
    await guest.page.getByRole('textbox').fill(words);
  }
  await guest.page.getByRole('button', { name: choice }).click();
  await guest.page.waitForURL('**/answered?lang=de');
  expect(await guest.page.title()).toContain('Danke für Ihre Antwort');
  expect(guest.complaints).toEqual([]);
  await guest.leave();
}
