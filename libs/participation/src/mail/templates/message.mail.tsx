import { accentOf, MainButton, markdownToText, Prose, slot, type MailTemplate } from '#mail';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

export interface MessageMailProps extends MeetingMailProps {
  /** What the host calls it. */
  readonly subject: string;
  /** What the host writes. Markdown. */
  readonly words: string;
}

/** What a host writes to some of those invited, in their own words. */
export const messageMail: MailTemplate<MessageMailProps, MeetingMailSlot> = {
  name: 'message',
  slots: ['greeting', 'link', 'reason'],
  subject: ({ subject }) => subject,
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.message.label'),
      lead: t('mail.message.lead'),
      above: [markdownToText(props.words)],
      below: [`${t('mail.message.invitation')}\n${slot('link')}`],
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.message.label')}
      preheader={props.subject}
      lead={t('mail.message.lead')}
      above={<Prose heading={props.subject} source={props.words} />}
    >
      <MainButton
        text={t('mail.message.invitation')}
        address={slot('link')}
        accent={accentOf(props.letterhead.colour)}
      />
    </MeetingLetter>
  ),
  samples: (language) => [
    {
      variant: 'message',
      shared: {
        ...sampleMeeting(language),
        subject:
          language === 'de' ? 'Bitte an den Personalausweis denken' : 'Please bring your identity card',
        words:
          language === 'de'
            ? 'Am Empfang wird der **Personalausweis** verlangt. Bitte kommen Sie zehn Minuten früher.'
            : 'Reception asks for your **identity card**. Please come ten minutes early.',
      },
      personal: samplePerson(language),
    },
  ],
};
