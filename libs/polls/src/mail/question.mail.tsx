import type { ReactElement } from 'react';
import type { Translator } from '#i18n';
import {
  accentOf,
  Facts,
  letterText,
  MailLayout,
  MainButton,
  markdownToText,
  Paragraph,
  Prose,
  QuietParagraph,
  slot,
  underlined,
} from '#mail';
import type { MailTemplate } from '#mail';
import { samplePerson, samplePoll } from './poll-mail.sample.js';
import { pollFacts, pollFactsText } from './poll-mail.view.js';
import type { PollMailProps, PollMailSlot } from './poll-mail.view.js';

type Asking = 'question' | 'reminder';

/** Asks which dates suit. */
export const questionMail = askingMail('question');
/** Asks once more whoever is silent. */
export const reminderMail = askingMail('reminder');

function askingMail(asking: Asking): MailTemplate<PollMailProps, PollMailSlot> {
  return {
    name: `poll-${asking}`,
    slots: ['greeting', 'link', 'reason'],
    subject: ({ title }, t) => t(`polls.mail.${asking}.subject`, { title }),
    text: (props, t) => askingText(asking, props, t),
    html: (props, t) => <AskingLetter {...props} asking={asking} t={t} />,
    samples: (language) => [
      { variant: `poll-${asking}`, shared: samplePoll(language), personal: samplePerson(language) },
    ],
  };
}

function askingText(asking: Asking, props: PollMailProps, t: Translator): string {
  return letterText({
    letterhead: props.letterhead,
    t,
    blocks: [
      slot('greeting'),
      t(`polls.mail.${asking}.lead`),
      underlined(`${t(`polls.mail.${asking}.label`)}: ${props.title}`),
      props.options.map((option) => `- ${option}`).join('\n'),
      pollFactsText(props, t),
      `${t('polls.mail.vote')}:\n${slot('link')}`,
      `${t('polls.mail.until', { deadline: props.deadline })} ${t('polls.mail.again')}`,
      props.description !== null && markdownToText(props.description),
    ],
    why: slot('reason'),
    stop: null,
  });
}

interface LetterProps extends PollMailProps {
  readonly asking: Asking;
  readonly t: Translator;
}

function AskingLetter({ asking, t, ...props }: LetterProps): ReactElement {
  const { letterhead, title, options, deadline, description } = props;
  return (
    <MailLayout
      t={t}
      letterhead={letterhead}
      label={t(`polls.mail.${asking}.label`)}
      headline={title}
      preheader={t('polls.mail.until', { deadline })}
      why={slot('reason')}
      stop={null}
    >
      <Paragraph>{slot('greeting')}</Paragraph>
      <Paragraph>{t(`polls.mail.${asking}.lead`)}</Paragraph>
      <Paragraph>
        {options.map((option) => (
          <span key={option}>
            {option}
            <br />
          </span>
        ))}
      </Paragraph>
      <MainButton text={t('polls.mail.vote')} address={slot('link')} accent={accentOf(letterhead.colour)} />
      <QuietParagraph>
        {t('polls.mail.until', { deadline })} {t('polls.mail.again')}
      </QuietParagraph>
      <Facts facts={pollFacts(props, t)} />
      {description !== null && <Prose heading={t('mail.facts.description')} source={description} />}
    </MailLayout>
  );
}
