import { Paragraph, QuietParagraph, Quote, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

export interface CancellationMailProps extends MeetingMailProps {
  /** The host's word on it. */
  readonly note: string | null;
}

/** Tells that a meeting will not take place. */
export const cancellationMail: MailTemplate<CancellationMailProps, Exclude<MeetingMailSlot, 'link'>> = {
  name: 'cancellation',
  slots: ['greeting', 'reason'],
  subject: ({ meeting }, t) =>
    t('mail.cancellation.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.cancellation.label'),
      lead: t('mail.cancellation.lead'),
      below: [
        props.note === null ? null : `${t('mail.cancellation.note')}\n${props.note}`,
        t('mail.cancellation.calendar'),
      ],
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.cancellation.label')}
      preheader={t('mail.cancellation.preheader')}
      lead={t('mail.cancellation.lead')}
      struck
    >
      {props.note !== null && (
        <>
          <Paragraph>{t('mail.cancellation.note')}</Paragraph>
          <Quote>{props.note}</Quote>
        </>
      )}
      <QuietParagraph>{t('mail.cancellation.calendar')}</QuietParagraph>
    </MeetingLetter>
  ),
  samples: (language) => [
    {
      variant: 'cancellation',
      shared: {
        ...sampleMeeting(language),
        note:
          language === 'de'
            ? 'Der Saal steht uns leider nicht zur Verfügung.'
            : 'The hall is not available to us.',
      },
      personal: samplePerson(language),
    },
  ],
};
