import { sampleAnswered } from './invitation-parts.sample.js';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Language } from '#kernel';
import { InvitationPage } from './invitation.page.js';
import { MeetingPage } from './meeting.page.js';
import { sampleFrame, sampleInvitation, sampleMeetingView, samplePages } from './pages.sample.js';
import { renderPage } from './render-page.js';
import type { InvitationView } from './views/invitation.view.js';
import type { MeetingView } from './views/meeting.view.js';

const folder = resolve(import.meta.dirname, '../../../../test-results/pages');
const pages = (['de', 'en'] as const).flatMap((language) =>
  Object.entries(samplePages(language)).map(([name, page]) => ({ name, language, ...renderPage(page) })),
);
const invitation = (change: Partial<InvitationView> = {}, language: Language = 'de') =>
  renderPage(<InvitationPage view={{ ...sampleInvitation(language), ...change }} />).html;
const buttons = (html: string) => [...html.matchAll(/<button[^>]*>/g)].map(([button]) => button);
const publicMeeting = (change: Partial<MeetingView>) =>
  renderPage(
    <MeetingPage
      view={{
        frame: sampleFrame('en', true),
        meeting: { ...sampleMeetingView('en'), ...change },
        calendarUrl: '/m/x.ics',
        over: false,
        series: null,
        form: null,
        kept: null,
      }}
    />,
  ).html;

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  for (const { name, language, html } of pages)
    writeFileSync(resolve(folder, `${name}.${language}.html`), html);
});

describe.each(pages.map((page) => [`${page.name} in ${page.language}`, page] as const))('%s', (_, page) => {
  it('is whole, names its language and has one main heading', () => {
    expect(page.html).toContain(`<html lang="${page.language}"`);
    expect(page.html.match(/<h1/g)).toHaveLength(1);
    expect(page.html).not.toMatch(/\{\{|undefined|\[object|\bpages\.[a-z-]+\.[a-z-]+/);
  });

  it('runs nothing, loads nothing but our own pictures and stays below 20 KB', () => {
    expect(page.html).not.toMatch(
      /<script|<img(?! class="logo" src="\/files\/)|<link rel="stylesheet|@import|url\(|\son[a-z]+=|\sstyle=/i,
    );
    expect(Buffer.byteLength(page.html)).toBeLessThan(20_000);
    // A QR code does not become smaller.
    const most = page.html.includes('<svg class="code"') ? 7_000 : 6_000;
    expect(gzipSync(page.html).length).toBeLessThan(most);
  });

  it('allows exactly its own stylesheet', () => {
    const style = /<style>(.*?)<\/style>/s.exec(page.html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page.contentSecurityPolicy).toContain(`'sha256-${hash}'`);
  });
});

describe('the invitation', () => {
  it('offers three answers of one look, none of them preselected or focused', () => {
    const html = invitation();
    expect(buttons(html).map((button) => /value="(\w+)"/.exec(button)?.[1])).toEqual([
      'yes',
      'maybe',
      'no',
      'substitute',
    ]);
    const answers = buttons(html).slice(0, 3);
    expect(new Set(answers.map((button) => button.replace(/value="\w+"/, ''))).size).toBe(1);
    expect(html).not.toContain('autofocus');
    expect(html).toMatch(/<form action="\/i\/[a-z2-7]+" method="post">/);
  });

  it('moves the focus, and only that, to the choice taken in the mail', () => {
    const html = invitation({ chosen: 'maybe' });
    expect(buttons(html).map((button) => button.includes('autofocus'))).toEqual([false, true, false, false]);
    expect(new Set(buttons(html).map((button) => /class="([^"]*)"/.exec(button)?.[1])).size).toBe(1);
    expect(html).toContain('Sie haben in der Mail „Vielleicht“ gewählt');
  });

  it('says first for whom it is', () => {
    const html = invitation();
    expect(html.indexOf('Dr. Kim Müller')).toBeLessThan(html.indexOf('<h1'));
    expect(html).toContain('Das bin ich nicht');
  });

  it('keeps what was typed when the answer could not be saved, and says why', () => {
    const note = 'Ich bringe <b>Kuchen</b> & Kaffee mit.';
    const problem = { code: 'validation.too-long', params: { maximum: 2000 }, field: 'note', note } as const;
    const html = invitation({ problem });
    expect(html).toContain('Ich bringe &lt;b&gt;Kuchen&lt;/b&gt; &amp; Kaffee mit.</textarea>');
    expect(html).toContain('<title>Fehler: ');
    expect(html).toContain('role="alert"');
    expect(html).toContain('href="#note"');
    expect(html).toContain('Möglich sind 2000 Zeichen');
  });

  it.each([
    ['confirmed', 'Sie sind angemeldet. Wir freuen uns auf Sie.'],
    ['waitlisted', 'Sie stehen auf Platz 3 der Warteliste.'],
    ['tentative', 'Sie kommen vielleicht.'],
    ['declined', 'Sie haben abgesagt.'],
  ] as const)('says what became of the answer: %s', (state, sentence) => {
    const html = invitation({ answered: sampleAnswered(state) });
    expect(html).toContain(sentence);
    expect(html).toContain('Antwort ändern');
    expect(html.includes('meeting.ics')).toBe(state !== 'declined');
  });

  it('asks again, openly, when the date moved after the answer', () => {
    const html = invitation({ answered: { ...sampleAnswered(), toConfirmAgain: true } });
    expect(html).toContain('Ihr Platz bleibt Ihnen erhalten.');
    expect(html.indexOf('id="question"')).toBeGreaterThan(html.indexOf('Ihr Platz bleibt'));
    expect(html).not.toContain('class="change"');
  });

  it('takes a late no that is ticked first, and nothing else', () => {
    const html = invitation({ closed: 'answer-by', answered: sampleAnswered() });
    expect(html).toMatch(/<input type="checkbox" required="" name="answer" value="no"\/>/);
    expect(buttons(html).join()).not.toContain('answer');
    expect(invitation({ closed: 'answer-by', answered: sampleAnswered('declined') })).not.toContain('<form');
  });

  it.each(['cancelled', 'over'] as const)('takes no answer any more: %s', (closed) => {
    expect(invitation({ closed })).not.toContain('<form');
  });

  it('is not listed by search engines', () => {
    expect(invitation()).toContain('<meta name="robots" content="noindex, nofollow"/>');
  });
});

describe('the agenda', () => {
  it.each([
    ['on the invitation', invitation()],
    ['on the public page', publicMeeting({})],
  ])('stands before the description, with its times as far as they are known: %s', (_, html) => {
    const agenda = html.slice(html.indexOf('<ol class="agenda">'), html.indexOf('</ol>'));
    expect(html.indexOf('<ol class="agenda">')).toBeLessThan(html.indexOf('class="prose"'));
    expect(agenda).toContain('<time dateTime="10:00">10:00</time>–<time dateTime="10:45">10:45</time>');
    expect(agenda).toContain('Dr. Mika Beispiel, Cluster Chemie/Kunststoffe');
    expect(agenda.match(/class="clock"/g)).toHaveLength(3);
  });

  it('says what kind an item is, and in which language it was written', () => {
    const html = publicMeeting({});
    expect(html).toContain('Project presentation · Dr. Mika Beispiel');
    expect(html).toContain('<span lang="de">Wie es weitergeht</span>');
  });

  it('is not there when there is none', () => {
    expect(publicMeeting({ agenda: [] })).not.toContain('Agenda');
  });
});

describe('a meeting', () => {
  it('marks a text that is there in another language only', () => {
    expect(publicMeeting({ title: { text: 'Austausch', language: 'de' } })).toContain(
      '<h1 lang="de">Austausch</h1>',
    );
  });

  it('shows the reader’s own time where it differs', () => {
    expect(publicMeeting({ ownZone: 'Asia/Tokyo' })).toContain('18:00–21:00\u00a0GMT+9 your time');
    expect(publicMeeting({ ownZone: 'Europe/Vienna' })).not.toContain('your time');
  });

  it('keeps the way into an online meeting for those invited', () => {
    expect(publicMeeting({ online: 'for-guests' })).toContain('has a place is told how to join.');
    expect(publicMeeting({ online: 'open', onlineUrl: 'https://video.example/room' })).toContain(
      'href="https://video.example/room"',
    );
  });

  it('lets no written text become markup', () => {
    const written = publicMeeting({
      title: { text: '<script>1</script>', language: 'en' },
      description: { text: '<img src=x onerror=1> [x](javascript:1)', language: 'en' },
      hosts: ['<b>H</b>'],
    });
    expect(written).not.toMatch(/<script|<img|<b>|href="javascript/);
  });

  it('is listed by search engines', () => {
    expect(publicMeeting({})).not.toContain('noindex');
  });
});
