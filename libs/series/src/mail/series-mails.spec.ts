import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fillSlots, renderMail } from '#mail';
import type { MailTemplate } from '#mail';
import { hostMail } from './host.mail.js';
import { seriesChangeMail } from './series-change.mail.js';

const folder = resolve(import.meta.dirname, '../../../../test-results/mails');

function written<Shared, Slot extends string>(template: MailTemplate<Shared, Slot>) {
  return (['de', 'en'] as const).flatMap((language) =>
    template.samples(language).map(({ variant, shared, personal }) => ({
      variant,
      language,
      ...fillSlots(renderMail(template, shared, language), personal),
    })),
  );
}

const mails = [...written(seriesChangeMail), ...written(hostMail)];

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const { variant, language, subject, text, html } of mails) {
    writeFileSync(resolve(folder, `${variant}.${language}.html`), html);
    writeFileSync(resolve(folder, `${variant}.${language}.txt`), `${subject}\n\n${text}`);
  }
});

describe.each(mails.map((one) => [`${one.variant} in ${one.language}`, one] as const))('%s', (_, one) => {
  it('is whole: no open slot, no open placeholder, no missing text', () => {
    const everything = `${one.subject}${one.text}${one.html}`;
    expect(everything).not.toMatch(/[\ue000-\ue00f]|\{\{|undefined|\[object/);
    expect(everything).not.toMatch(/\b(?:mail|common)\.[a-z-]+\.[a-z-]+/);
  });

  it('names its language, has a short subject and reads as plain text', () => {
    expect(one.html).toContain(`<html lang="${one.language}"`);
    expect(one.subject.length).toBeLessThan(120);
    expect(one.text).not.toMatch(/<[a-z]|&[a-z]+;|\u00a0/);
    const long = one.text.split('\n').filter((line) => line.length > 72 && !line.includes('http'));
    expect(long).toEqual([]);
  });

  it('loads nothing and runs nothing', () => {
    expect(one.html).not.toMatch(/<script|<img|<link|url\(|javascript:/i);
  });
});
