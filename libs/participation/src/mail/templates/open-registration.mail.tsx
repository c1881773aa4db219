import type { Translator } from '#i18n';
import { accentOf, MainButton, Paragraph, QuietParagraph, slot, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

export interface OpenRegistrationMailProps extends MeetingMailProps {
  /** Whoever has the address is invited already: the mail leads to that invitation instead. */
  readonly isInvited: boolean;
}

/** `link`: where it is confirmed, or the invitation; `until`: until when the seat is held. */
export type OpenRegistrationSlot = 'greeting' | 'link' | 'until';

/** Asks whether somebody has registered on a public page; nothing happens without their confirming it. */
export const openRegistrationMail: MailTemplate<OpenRegistrationMailProps, OpenRegistrationSlot> = {
  name: 'open-registration',
  slots: ['greeting', 'link', 'until'],
  subject: ({ meeting, isInvited }, t) =>
    t(`mail.open-registration.${variantOf({ isInvited })}.subject`, {
      title: meeting.title,
      day: shortDay(meeting, t),
    }),
  text: (props, t) => {
    const words = wordsOf(props, t);
    return meetingText({
      ...props,
      t,
      label: words.label,
      lead: words.lead,
      above: [`${words.button}:\n${slot('link')}`, words.next],
      below: [t('mail.open-registration.not-you')],
      why: t('mail.open-registration.why'),
    });
  },
  html: (props, t) => {
    const { label, lead, button, next } = wordsOf(props, t);
    return (
      <MeetingLetter
        {...props}
        t={t}
        label={label}
        preheader={next}
        lead={lead}
        why={t('mail.open-registration.why')}
        above={<Paragraph>{next}</Paragraph>}
      >
        <MainButton text={button} address={slot('link')} accent={accentOf(props.letterhead.colour)} />
        <QuietParagraph>{t('mail.open-registration.not-you')}</QuietParagraph>
      </MeetingLetter>
    );
  },
  samples: (language) =>
    [false, true].map((isInvited) => ({
      variant: `open-registration-${variantOf({ isInvited })}`,
      shared: { ...sampleMeeting(language), isInvited },
      personal: {
        ...samplePerson(language),
        until:
          language === 'de'
            ? 'Freitag, 26. Februar 2027, 10:00 Uhr MEZ'
            : 'Friday, 26 February 2027, 10:00 CET',
      },
    })),
};

function variantOf({ isInvited }: Pick<OpenRegistrationMailProps, 'isInvited'>) {
  return isInvited ? ('invited' as const) : ('confirm' as const);
}

function wordsOf(props: OpenRegistrationMailProps, t: Translator) {
  const variant = variantOf(props);
  return {
    label: t(`mail.open-registration.${variant}.label`),
    lead: t(`mail.open-registration.${variant}.lead`),
    button: t(`mail.open-registration.${variant}.button`),
    next: t(`mail.open-registration.${variant}.next`, { until: slot('until') }),
  };
}
