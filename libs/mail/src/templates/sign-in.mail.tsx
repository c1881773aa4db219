import type { ReactElement } from 'react';
import type { Language } from '#kernel';
import type { Translator } from '#i18n';
import { accentOf } from '../layout/accent.js';
import { MainButton } from '../layout/buttons.js';
import { MailLayout, type Letterhead } from '../layout/mail-layout.js';
import { light } from '../layout/mail-styles.js';
import type { MailTemplate } from '../layout/mail-template.js';
import { letterText } from '../layout/letter-text.js';
import { Paragraph, QuietParagraph } from '../layout/prose.js';
import { slot } from '../layout/slots.js';

/** What everybody who signs in here reads. */
export interface SignInMailProps {
  readonly letterhead: Letterhead;
  /** The site's name. */
  readonly site: string;
  readonly minutes: number;
}

/** `link`: the address that signs in; `code`: the six digits, best as "123 456". */
export type SignInSlot = 'greeting' | 'link' | 'code';

const subject = ({ site }: SignInMailProps, t: Translator): string => t('mail.sign-in.subject', { site });

/** The mail that signs a person in, by a link or by a code. */
export const signInMail: MailTemplate<SignInMailProps, SignInSlot> = {
  name: 'sign-in',
  slots: ['greeting', 'link', 'code'],
  subject,
  text: ({ letterhead, minutes }, t) =>
    letterText({
      letterhead,
      t,
      blocks: [
        slot('greeting'),
        t('mail.sign-in.lead'),
        slot('link'),
        t('mail.sign-in.code'),
        `    ${slot('code')}`,
        t('mail.sign-in.valid', { minutes }),
        t('mail.sign-in.not-you'),
      ],
      why: t('mail.sign-in.why'),
      stop: null,
    }),
  html: (props, t) => <SignInLetter {...props} t={t} />,
  samples: sampleOf,
};

function SignInLetter({ t, ...props }: SignInMailProps & { t: Translator }): ReactElement {
  const { letterhead, site, minutes } = props;
  const accent = accentOf(letterhead.colour);
  return (
    <MailLayout
      t={t}
      letterhead={letterhead}
      label={t('mail.sign-in.button')}
      headline={site}
      preheader={t('mail.sign-in.preheader', { minutes })}
      why={t('mail.sign-in.why')}
      stop={null}
    >
      <Paragraph>{slot('greeting')}</Paragraph>
      <Paragraph>{t('mail.sign-in.lead')}</Paragraph>
      <MainButton text={t('mail.sign-in.button')} address={slot('link')} accent={accent} />
      <Paragraph>{t('mail.sign-in.code')}</Paragraph>
      <p
        className="ink"
        style={{
          fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
          fontSize: '32px',
          lineHeight: '40px',
          letterSpacing: '2px',
          margin: '0 0 24px',
          color: light.ink,
        }}
      >
        {slot('code')}
      </p>
      <QuietParagraph>{t('mail.sign-in.valid', { minutes })}</QuietParagraph>
      <QuietParagraph>{t('mail.sign-in.not-you')}</QuietParagraph>
    </MailLayout>
  );
}

function sampleOf(language: Language): ReturnType<MailTemplate<SignInMailProps, SignInSlot>['samples']> {
  return [
    {
      variant: 'sign-in',
      shared: {
        letterhead: {
          sender: 'Jourfixe',
          colour: null,
          siteUrl: 'https://jourfixe.example',
          imprint: ['Jourfixe', 'Beispielstraße 1, 04103 Leipzig'],
        },
        site: 'Jourfixe',
        minutes: 15,
      },
      personal: {
        greeting: language === 'de' ? 'Guten Tag Kim Müller,' : 'Dear Kim Müller,',
        link: 'https://jourfixe.example/console/sign-in/abcdefghijklmnopqrstuvwxyz234567',
        code: '204 917',
      },
    },
  ];
}
