import type { ReactElement } from 'react';
import type { Translator } from '#i18n';
import type { Language } from '#kernel';
import {
  accentOf,
  Facts,
  letterText,
  MailLayout,
  MainButton,
  Paragraph,
  QuietParagraph,
  Quote,
  slot,
  underlined,
} from '#mail';
import type { Fact, Letterhead, MailTemplate, SlotValues } from '#mail';

/** Asked, reminded, asked for a swap; a swap that was done or is off; a date that nobody takes. */
export type HostMailVariant =
  'asked' | 'reminder' | 'swap' | 'swapped' | 'swap-off' | 'swap-taken-back' | 'nobody';

export interface HostMailProps {
  readonly letterhead: Letterhead;
  readonly variant: HostMailVariant;
  readonly series: string;
  /** For whom the reader answers. */
  readonly host: string;
  /** The first date, for the subject. */
  readonly day: string;
  /** Each date with its host. */
  readonly dates: readonly Fact[];
  /** Until when an answer counts; null where none is asked for. */
  readonly deadline: string | null;
  /** Why a swap is off, in the refusing host's words. */
  readonly reason: string | null;
}

/** `link`: the reader's own page, or the series in the console. */
export type HostMailSlot = 'greeting' | 'link';

/** Mails to whoever answers for a host, and to whoever keeps a series that nobody hosts. */
export const hostMail: MailTemplate<HostMailProps, HostMailSlot> = {
  name: 'host',
  slots: ['greeting', 'link'],
  subject: ({ variant, series, day }, t) => t(`mail.host.${variant}.subject`, { series, day }),
  text: (props, t) =>
    letterText({
      letterhead: props.letterhead,
      t,
      blocks: [
        slot('greeting'),
        leadOf(props, t),
        underlined(`${t(`mail.host.${props.variant}.label`)}: ${props.series}`),
        ...props.dates.map(({ label, lines }) => [label, ...lines].join('\n')),
        props.reason !== null && `${t('mail.host.reason')}\n${props.reason}`,
        props.deadline !== null && t('mail.host.by', { moment: props.deadline }),
        `${t(`mail.host.${props.variant}.button`)}:\n${slot('link')}`,
        nextOf(props, t),
      ],
      why: t(whyOf(props), { host: props.host, series: props.series }),
      stop: null,
    }),
  html: (props, t) => <HostLetter {...props} t={t} />,
  samples: (language) =>
    (['asked', 'reminder', 'swap', 'swapped', 'swap-off', 'swap-taken-back', 'nobody'] as const).map(
      (variant) => ({
        variant: `host-${variant}`,
        shared: sampleOf(language, variant),
        personal: samplePerson(language),
      }),
    ),
};

function HostLetter({ t, ...props }: HostMailProps & { t: Translator }): ReactElement {
  const { letterhead, variant, dates, deadline, reason, host, series } = props;
  return (
    <MailLayout
      t={t}
      letterhead={letterhead}
      label={t(`mail.host.${variant}.label`)}
      headline={series}
      preheader={dates.map(({ lines }) => lines[0] ?? '').join(' · ')}
      why={t(whyOf(props), { host, series })}
      stop={null}
    >
      <Paragraph>{slot('greeting')}</Paragraph>
      <Paragraph>{leadOf(props, t)}</Paragraph>
      <Facts facts={dates} />
      {reason !== null && (
        <>
          <Paragraph>{t('mail.host.reason')}</Paragraph>
          <Quote>{reason}</Quote>
        </>
      )}
      {deadline !== null && <Paragraph>{t('mail.host.by', { moment: deadline })}</Paragraph>}
      <MainButton
        text={t(`mail.host.${variant}.button`)}
        address={slot('link')}
        accent={accentOf(letterhead.colour)}
      />
      <QuietParagraph>{nextOf(props, t)}</QuietParagraph>
    </MailLayout>
  );
}

function leadOf({ variant, host, series }: HostMailProps, t: Translator): string {
  return t(`mail.host.${variant}.lead`, { host, series });
}

function nextOf({ variant }: HostMailProps, t: Translator): string {
  return t(`mail.host.${variant}.next`);
}

function whyOf({ variant }: HostMailProps): 'mail.host.why-series' | 'mail.host.why' {
  return variant === 'nobody' ? 'mail.host.why-series' : 'mail.host.why';
}

function sampleOf(language: Language, variant: HostMailVariant): HostMailProps {
  const isGerman = language === 'de';
  const june = isGerman ? 'Donnerstag, 3. Juni 2027, 10:00 Uhr' : 'Thursday 3 June 2027, 10:00';
  const july = isGerman ? 'Donnerstag, 1. Juli 2027, 10:00 Uhr' : 'Thursday 1 July 2027, 10:00';
  const isSwap = variant.startsWith('swap');
  const isAsking = variant === 'asked' || variant === 'reminder' || variant === 'swap';
  return {
    letterhead: {
      sender: 'Wirtschaftsinitiative Mitteldeutschland',
      colour: '#0b6b5d',
      siteUrl: 'https://jourfixe.example',
      imprint: ['Wirtschaftsinitiative Mitteldeutschland', 'Beispielstraße 1, 04103 Leipzig'],
    },
    variant,
    series: isGerman ? 'Erfahrungsaustausch der Clustermanagements' : 'Exchange of the cluster managers',
    host: 'OptoNet',
    day: isGerman ? '3. Juni 2027' : '3 June 2027',
    dates: [
      { label: 'OptoNet', lines: [june] },
      ...(isSwap ? [{ label: 'Solarvalley', lines: [july] }] : []),
    ],
    deadline: isAsking ? (isGerman ? '19. März 2027, 23:59 Uhr' : '19 March 2027, 23:59') : null,
    reason:
      variant === 'swap-off'
        ? isGerman
          ? 'Im Juli wird bei uns gebaut.'
          : 'We are building in July.'
        : null,
  };
}

function samplePerson(language: Language): SlotValues<HostMailSlot> {
  return {
    greeting: language === 'de' ? 'Guten Tag Frau Dr. Müller,' : 'Dear Dr Müller,',
    link: 'https://jourfixe.example/h/abcdefghijklmnopqrstuvwxyz234567',
  };
}
