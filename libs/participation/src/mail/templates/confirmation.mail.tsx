import { accentOf, MainButton, Paragraph, QuietParagraph, slot, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

/** What an answer became, as far as it is confirmed by this mail. */
export type ConfirmedOutcome = 'confirmed' | 'waitlisted' | 'tentative' | 'declined';

export interface ConfirmationMailProps extends MeetingMailProps {
  readonly outcome: ConfirmedOutcome;
  /** It follows from an answer to the whole series. */
  readonly standing: boolean;
}

const outcomes = [
  'confirmed',
  'waitlisted',
  'tentative',
  'declined',
] as const satisfies readonly ConfirmedOutcome[];

const calendarWords = {
  confirmed: 'mail.confirmation.calendar',
  waitlisted: 'mail.confirmation.calendar-tentative',
  tentative: 'mail.confirmation.calendar-tentative',
  declined: 'mail.confirmation.calendar-removed',
} as const satisfies Record<ConfirmedOutcome, string>;

/** Tells a person what became of the answer and how to change it. */
export const confirmationMail: MailTemplate<ConfirmationMailProps, MeetingMailSlot> = {
  name: 'confirmation',
  slots: ['greeting', 'link', 'reason'],
  subject: ({ meeting, outcome }, t) =>
    t(`mail.confirmation.${outcome}.subject`, { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t(`mail.confirmation.${props.outcome}.label`),
      lead: t(`mail.confirmation.${props.outcome}.lead`),
      above: [
        t(`mail.confirmation.${props.outcome}.next`),
        props.standing ? t('mail.confirmation.standing') : null,
      ],
      below: [
        t(calendarWords[props.outcome]),
        props.outcome === 'confirmed' ? t('mail.confirmation.change-why') : null,
        `${t('mail.confirmation.change')}:\n${slot('link')}`,
      ],
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t(`mail.confirmation.${props.outcome}.label`)}
      preheader={t(`mail.confirmation.${props.outcome}.next`)}
      lead={t(`mail.confirmation.${props.outcome}.lead`)}
      above={
        <>
          <Paragraph>{t(`mail.confirmation.${props.outcome}.next`)}</Paragraph>
          {props.standing && <Paragraph>{t('mail.confirmation.standing')}</Paragraph>}
        </>
      }
    >
      <MainButton
        text={t('mail.confirmation.change')}
        address={slot('link')}
        accent={accentOf(props.letterhead.colour)}
      />
      <QuietParagraph>
        {t(calendarWords[props.outcome])} {props.outcome === 'confirmed' && t('mail.confirmation.change-why')}
      </QuietParagraph>
    </MeetingLetter>
  ),
  samples: (language) =>
    [
      ...outcomes.map((outcome) => ({ outcome, standing: false })),
      { outcome: 'confirmed' as const, standing: true },
    ].map((facts) => ({
      variant: `confirmation-${facts.standing ? 'standing' : facts.outcome}`,
      shared: { ...sampleMeeting(language), ...facts },
      personal: samplePerson(language),
    })),
};
