import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '#kernel';
import { fillSlots, renderMail, signInMail, welcomeMail, type MailParts, type MailTemplate } from '#mail';
import { copyMail } from '../../copies/copy.mail.js';
import { meetingMails } from './meeting-mails.js';
import { sampleChanges, sampleMeeting, samplePerson } from './meeting-mail.sample.js';

const folder = resolve(import.meta.dirname, '../../../../../test-results/mails');
const link = samplePerson('de').link;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

interface Written extends MailParts {
  readonly variant: string;
  readonly language: Language;
}

function written<Shared, Slot extends string>(template: MailTemplate<Shared, Slot>): Written[] {
  return (['de', 'en'] as const).flatMap((language) =>
    template.samples(language).map(({ variant, shared, personal }) => ({
      variant,
      language,
      ...fillSlots(renderMail(template, shared, language), personal),
    })),
  );
}

const mails = [
  ...written(meetingMails.invitation),
  ...written(meetingMails.confirmation),
  ...written(meetingMails.change),
  ...written(meetingMails.cancellation),
  ...written(meetingMails.withdrawal),
  ...written(meetingMails.saveTheDate),
  ...written(meetingMails.reminder),
  ...written(meetingMails.details),
  ...written(meetingMails.followUp),
  ...written(meetingMails.message),
  ...written(copyMail),
  ...written(signInMail),
  ...written(welcomeMail),
];
const mail = (variant: string, language: Language) =>
  mails.find((one) => one.variant === variant && one.language === language) ?? {
    subject: '',
    text: '',
    html: '',
  };

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

  it('names its language, and keeps its umlauts', () => {
    expect(one.html).toContain(`<html lang="${one.language}"`);
    expect(one.text).toContain('Kim Müller'.slice(4));
    expect(one.html).toContain('Müller');
  });

  it('has a subject on one line that a list can show', () => {
    expect(one.subject).not.toMatch(/\p{Cc}/u);
    expect(one.subject.length).toBeLessThan(120);
  });

  it('reads as plain text: no markup, lines of at most 72 characters but for addresses', () => {
    expect(one.text).not.toMatch(/<[a-z]|&[a-z]+;|\u00a0/);
    const long = one.text.split('\n').filter((line) => line.length > 72 && !line.includes('http'));
    expect(long).toEqual([]);
  });

  it('loads nothing and runs nothing', () => {
    expect(one.html).not.toMatch(/<script|<img|<link|url\(|javascript:/i);
  });
});

describe('subjects', () => {
  it.each([
    ['invitation', 'de', 'Einladung: Erfahrungsaustausch der Clustermanagements, Do., 4. März 2027'],
    ['invitation', 'en', 'Invitation: Exchange of the cluster managers, Thu, 4 Mar 2027'],
    ['change-tell', 'de', 'Geändert: Erfahrungsaustausch der Clustermanagements, Do., 4. März 2027'],
    ['cancellation', 'de', 'Abgesagt: Erfahrungsaustausch der Clustermanagements, Do., 4. März 2027'],
    [
      'confirmation-waitlisted',
      'de',
      'Warteliste: Erfahrungsaustausch der Clustermanagements, Do., 4. März 2027',
    ],
    ['reminder', 'de', 'Erinnerung: Erfahrungsaustausch der Clustermanagements, Do., 4. März 2027'],
    ['save-the-date', 'en', 'Save the date: Exchange of the cluster managers, Thu, 4 Mar 2027'],
    ['sign-in', 'en', 'Sign in to Jourfixe'],
  ] as const)('%s in %s', (variant, language, expected) => {
    expect(plain(mail(variant, language).subject)).toBe(expected);
  });
});

describe('the invitation', () => {
  it('greets, says when and where, and offers three answers of one weight', () => {
    const { text, html } = mail('invitation', 'de');
    expect(text.startsWith('Sehr geehrte Frau Dr. Müller,\n\nwir laden Sie herzlich ein.')).toBe(true);
    expect(text).toContain('Donnerstag, 4. März 2027, 10:00–13:00 Uhr MEZ');
    expect(text).toContain('Großer Saal');
    for (const answer of ['yes', 'maybe', 'no']) {
      expect(text).toContain(`${link}?answer=${answer}`);
      expect(html).toContain(`href="${link}?answer=${answer}"`);
    }
    const styles = [...html.matchAll(/href="[^"]*\?answer=\w+"[^>]*style="([^"]*)"/g)].map(
      ([, style]) => style,
    );
    expect([styles.length, new Set(styles).size]).toEqual([3, 1]);
  });

  it('shows the agenda with its times, before the description', () => {
    const { text, html } = mail('invitation', 'de');
    expect(text).toContain(
      [
        'Tagesordnung:',
        '10:00–10:45   Neues aus den Clustern',
        '10:45–11:00   Kaffee',
        '11:00         Klebstoffverbund: was kleine und mittlere Unternehmen',
        '              gemeinsam prüfen',
        '              Projektvorstellung · Dr. Mika Beispiel, Cluster',
        '              Chemie/Kunststoffe',
        '              Wie es weitergeht',
        '              Diskussion',
      ].join('\n'),
    );
    expect(text.indexOf('Tagesordnung:')).toBeLessThan(text.indexOf('Vor einem Jahr'));
    expect(html.indexOf('10:45–11:00')).toBeGreaterThan(html.indexOf('?answer=no'));
    expect(html.indexOf('10:45–11:00')).toBeLessThan(html.indexOf('Vor einem Jahr'));
    expect(mail('invitation', 'en').text).toContain('Project presentation · Dr. Mika Beispiel');
  });

  it('asks to answer by the link as long as answers from the calendar do not reach us', () => {
    expect(mail('invitation', 'de').text).toContain('Bitte antworten Sie über den Link');
    const shared = { ...sampleMeeting('de'), calendarAnswersReachUs: true };
    expect(renderMail(meetingMails.invitation, shared, 'de').text).not.toContain(
      'Bitte antworten Sie über den Link',
    );
  });

  it('says why it came and how to end it', () => {
    const { text } = mail('invitation', 'de');
    expect(text.replaceAll('\n', ' ')).toContain('wegen Ihres Amtes: Clustermanagement (OptoNet).');
    expect(text.replaceAll('\n', ' ')).toContain(
      'schreiben Sie bitte an Jana Grünberg (jana.gruenberg@initiative.example)',
    );
  });

  it('shows the description as people meant it, and raw HTML as text', () => {
    expect(mail('invitation', 'de').html).toContain('<strong>Diesmal</strong>');
    const sample = sampleMeeting('de');
    const shared = {
      ...sample,
      meeting: { ...sample.meeting, title: '<i>T</i>', description: '<img src=x>' },
    };
    const { html } = renderMail(meetingMails.invitation, shared, 'de');
    expect(html).toContain('&lt;img src=x&gt;');
    expect(html).toContain('&lt;i&gt;T&lt;/i&gt;');
  });

  it('lets no written text pretend to be a slot', () => {
    const sample = sampleMeeting('de');
    const shared = { ...sample, meeting: { ...sample.meeting, title: '\ue000link\ue001\ue002' } };
    const rendered = renderMail(meetingMails.invitation, shared, 'de');
    expect(rendered.subject.startsWith('Einladung: link, ')).toBe(true);
  });

  it('goes without what is not known', () => {
    const sample = sampleMeeting('en');
    const meeting = {
      ...sample.meeting,
      place: null,
      online: 'open' as const,
      onlineUrl: 'https://meet.example/abc',
      description: null,
      organiser: null,
      answerBy: null,
    };
    const { text, html } = renderMail(meetingMails.invitation, { ...sample, meeting }, 'en');
    expect(text).toContain('https://meet.example/abc');
    expect(html).not.toContain('OpenStreetMap');
    expect(text).not.toContain('Please answer by Th');
  });
});

describe('the change', () => {
  it('tells what was and what is', () => {
    const { text, html } = mail('change-confirm-again', 'de');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'bisher: Donnerstag, 25. Februar 2027, 10:00–13:00 Uhr MEZ jetzt: Donnerstag, 4. März 2027, 10:00–13:00 Uhr MEZ',
    );
    expect(plain(html)).toContain('<del>Donnerstag, 25. Februar 2027, 10:00–13:00 Uhr MEZ</del>');
    expect(text).toContain(sampleChanges('de').note);
  });

  it('asks as the reader’s answer needs it', () => {
    expect(mail('change-confirm-again', 'de').text).toContain('Ihr Platz bleibt Ihnen erhalten.');
    expect(mail('change-ask-afresh', 'de').text).toContain('noch einmal: Nehmen Sie teil?');
    expect(mail('change-tell', 'de').text).not.toContain('?answer=');
  });
});

describe('the confirmation', () => {
  it.each([
    ['confirmation-confirmed', 'Sie sind angemeldet. Wir freuen uns auf Sie.'],
    ['confirmation-waitlisted', 'Sie stehen auf der Warteliste.'],
    ['confirmation-tentative', 'Einen Platz halten wir damit noch nicht für Sie frei.'],
    ['confirmation-declined', 'Schade, dass Sie nicht kommen können.'],
  ])('%s says %s', (variant, sentence) => {
    const { text } = mail(variant, 'de');
    expect(text.replaceAll('\n', ' ')).toContain(sentence);
    expect(text).toContain(link);
  });
});

describe('the sign-in mail', () => {
  it('gives link, code and how long they hold', () => {
    const { text, html } = mail('sign-in', 'de');
    expect(text).toContain('204 917');
    expect(text).toContain('15 Minuten');
    expect(html).toContain('href="https://jourfixe.example/console/sign-in/');
  });
});
