import type { Translator } from '#i18n';
import { Paragraph, QuietParagraph, Quote, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

export interface CancellationMailProps extends MeetingMailProps {
  /** The host's word on it. */
  readonly note: string | null;
  /** A summary of a whole series tells the rest. */
  readonly briefly: boolean;
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
      lead: leadOf(props, t),
      below: [
        props.note === null || props.briefly ? null : `${t('mail.cancellation.note')}\n${props.note}`,
        t('mail.cancellation.calendar'),
      ],
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.cancellation.label')}
      preheader={t('mail.cancellation.preheader')}
      lead={leadOf(props, t)}
      struck
    >
      {props.note !== null && !props.briefly && (
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
        briefly: false,
      },
      personal: samplePerson(language),
    },
  ],
};

function leadOf({ briefly }: CancellationMailProps, t: Translator): string {
  return t(briefly ? 'mail.cancellation.lead-brief' : 'mail.cancellation.lead');
}
