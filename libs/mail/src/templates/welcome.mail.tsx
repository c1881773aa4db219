import type { ReactElement } from 'react';
import type { Translator } from '#i18n';
import type { Language } from '#kernel';
import { accentOf } from '../layout/accent.js';
import { MainButton } from '../layout/buttons.js';
import { letterText } from '../layout/letter-text.js';
import { MailLayout, type Letterhead } from '../layout/mail-layout.js';
import type { MailTemplate } from '../layout/mail-template.js';
import { Paragraph, QuietParagraph } from '../layout/prose.js';
import { slot } from '../layout/slots.js';

/** What everybody who may sign in here reads. */
export interface WelcomeMailProps {
  readonly letterhead: Letterhead;
  /** The site's name. */
  readonly site: string;
  /** Where one asks for a sign-in mail. */
  readonly link: string;
}

/** `address`: what the person signs in with. */
export type WelcomeSlot = 'greeting' | 'address';

const subject = ({ site }: WelcomeMailProps, t: Translator): string => t('mail.welcome.subject', { site });

/** The mail that tells a person that they may sign in, and how. */
export const welcomeMail: MailTemplate<WelcomeMailProps, WelcomeSlot> = {
  name: 'welcome',
  slots: ['greeting', 'address'],
  subject,
  text: ({ letterhead, site, link }, t) =>
    letterText({
      letterhead,
      t,
      blocks: [
        slot('greeting'),
        t('mail.welcome.lead', { site }),
        link,
        t('mail.welcome.how'),
        `    ${slot('address')}`,
        t('mail.welcome.not-you'),
      ],
      why: t('mail.welcome.why'),
      stop: null,
    }),
  html: (props, t) => <WelcomeLetter {...props} t={t} />,
  samples: sampleOf,
};

function WelcomeLetter({ t, ...props }: WelcomeMailProps & { t: Translator }): ReactElement {
  const { letterhead, site, link } = props;
  return (
    <MailLayout
      t={t}
      letterhead={letterhead}
      label={t('mail.welcome.label')}
      headline={site}
      preheader={t('mail.welcome.preheader')}
      why={t('mail.welcome.why')}
      stop={null}
    >
      <Paragraph>{slot('greeting')}</Paragraph>
      <Paragraph>{t('mail.welcome.lead', { site })}</Paragraph>
      <MainButton text={t('mail.welcome.button')} address={link} accent={accentOf(letterhead.colour)} />
      <Paragraph>{t('mail.welcome.how')}</Paragraph>
      <Paragraph>{slot('address')}</Paragraph>
      <QuietParagraph>{t('mail.welcome.not-you')}</QuietParagraph>
    </MailLayout>
  );
}

function sampleOf(language: Language): ReturnType<MailTemplate<WelcomeMailProps, WelcomeSlot>['samples']> {
  return [
    {
      variant: 'welcome',
      shared: {
        letterhead: {
          sender: 'Jourfixe',
          colour: null,
          siteUrl: 'https://jourfixe.example',
          imprint: ['Jourfixe', 'Beispielstraße 1, 04103 Leipzig'],
        },
        site: 'Jourfixe',
        link: 'https://jourfixe.example/console/sign-in',
      },
      personal: {
        greeting: language === 'de' ? 'Guten Tag Kim Müller,' : 'Dear Kim Müller,',
        address: 'kim.mueller@cluster.example',
      },
    },
  ];
}
