import { languages } from '#i18n';
import { fillSlots, renderMail } from '#mail';
import type { MailTemplate } from '#mail';
import { decisionMail } from './decision.mail.js';
import { samplePerson, samplePoll } from './poll-mail.sample.js';
import { questionMail, reminderMail } from './question.mail.js';

function inBrief<Shared, Slot extends string>(template: MailTemplate<Shared, Slot>) {
  return languages.flatMap((language) =>
    template.samples(language).map(({ shared, personal }) => {
      const { subject, text, html } = fillSlots(renderMail(template, shared, language), personal);
      const link = personal['link' as Slot];
      return {
        subject: subject.replaceAll('\u00a0', ' '),
        links: [text, html].every((part) => part.includes(link)),
      };
    }),
  );
}

it('says first what a mail is, in both languages, with the way back to the poll', () => {
  const [de, en] = ['Erfahrungsaustausch der Clustermanagements', 'Exchange of the cluster managers'];
  const links = true;
  expect(inBrief(questionMail)).toEqual([
    { subject: `Terminumfrage: ${de}`, links },
    { subject: `Date poll: ${en}`, links },
  ]);
  expect(inBrief(reminderMail)).toEqual([
    { subject: `Erinnerung: ${de}`, links },
    { subject: `Reminder: ${en}`, links },
  ]);
  expect(inBrief(decisionMail).map(({ subject }) => subject)).toEqual([
    `Termin steht: ${de}, Do., 4. März 2027`,
    `Termin steht: ${de}, Do., 4. März 2027`,
    `Date settled: ${en}, Thu, 4 Mar 2027`,
    `Date settled: ${en}, Thu, 4 Mar 2027`,
  ]);
});

it('escapes what people write', () => {
  const shared = { ...samplePoll('de'), title: '<b>Fett</b>', note: '<script>x</script>' };
  const { html } = fillSlots(renderMail(decisionMail, shared, 'de'), samplePerson('de'));
  expect(html).not.toMatch(/<b>Fett|<script/);
});
