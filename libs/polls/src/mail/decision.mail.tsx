import type { ReactElement } from 'react';
import { formatWhen } from '#i18n';
import type { Translator } from '#i18n';
import {
  accentOf,
  ButtonRow,
  DateBlockTable,
  Facts,
  letterText,
  MailLayout,
  Paragraph,
  QuietParagraph,
  Quote,
  slot,
  underlined,
} from '#mail';
import type { MailTemplate } from '#mail';
import { samplePerson, samplePoll } from './poll-mail.sample.js';
import { pollFacts, pollFactsText } from './poll-mail.view.js';
import type { DecisionMailProps, PollMailSlot } from './poll-mail.view.js';

/** Tells everybody who was asked which date was taken. */
export const decisionMail: MailTemplate<DecisionMailProps, PollMailSlot> = {
  name: 'poll-decision',
  slots: ['greeting', 'link', 'reason'],
  subject: ({ title, day }, t) => t('polls.mail.decision.subject', { title, day }),
  text: (props, t) =>
    letterText({
      letterhead: props.letterhead,
      t,
      blocks: [
        slot('greeting'),
        t('polls.mail.decision.lead'),
        underlined(`${t('polls.mail.decision.label')}: ${props.title}`),
        `${t('mail.facts.when')}: ${formatWhen(props.when, t.language)}`,
        pollFactsText(props, t),
        props.note !== null && `${t('mail.change.note')}\n${props.note}`,
        nextStep(props, t),
        `${t('polls.mail.result')}:\n${slot('link')}`,
      ],
      why: slot('reason'),
      stop: null,
    }),
  html: (props, t) => <DecisionLetter {...props} t={t} />,
  samples: (language) => [
    { variant: 'poll-decision', shared: samplePoll(language), personal: samplePerson(language) },
    {
      variant: 'poll-decision-moves',
      shared: { ...samplePoll(language), moves: true, note: null },
      personal: samplePerson(language),
    },
  ],
};

function DecisionLetter({ t, ...props }: DecisionMailProps & { readonly t: Translator }): ReactElement {
  const { letterhead, title, when, note } = props;
  const accent = accentOf(letterhead.colour);
  return (
    <MailLayout
      t={t}
      letterhead={letterhead}
      label={t('polls.mail.decision.label')}
      headline={title}
      preheader={formatWhen(when, t.language)}
      why={slot('reason')}
      stop={null}
    >
      <Paragraph>{slot('greeting')}</Paragraph>
      <Paragraph>{t('polls.mail.decision.lead')}</Paragraph>
      <DateBlockTable when={when} t={t} accent={accent}>
        <Facts facts={pollFacts(props, t)} />
      </DateBlockTable>
      {note !== null && (
        <>
          <Paragraph>{t('mail.change.note')}</Paragraph>
          <Quote>{note}</Quote>
        </>
      )}
      <QuietParagraph>{nextStep(props, t)}</QuietParagraph>
      <ButtonRow buttons={[{ text: t('polls.mail.result'), address: slot('link') }]} accent={accent} />
    </MailLayout>
  );
}

function nextStep({ moves }: DecisionMailProps, t: Translator): string {
  return t(moves ? 'polls.mail.decision.moves' : 'polls.mail.decision.invites');
}
