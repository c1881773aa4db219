import type { Translator } from '#i18n';
import { Paragraph, QuietParagraph, type MailTemplate } from '#mail';
import { contactOf, shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

/** Tells one person that the invitation no longer holds; the meeting itself goes on. */
export const withdrawalMail: MailTemplate<MeetingMailProps, 'greeting'> = {
  name: 'withdrawal',
  slots: ['greeting'],
  subject: ({ meeting }, t) =>
    t('mail.withdrawal.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.withdrawal.label'),
      lead: t('mail.withdrawal.lead'),
      below: [mistake(props, t), t('mail.withdrawal.calendar')],
      why: t('mail.withdrawal.why'),
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.withdrawal.label')}
      preheader={t('mail.withdrawal.preheader')}
      lead={t('mail.withdrawal.lead')}
      why={t('mail.withdrawal.why')}
    >
      <Paragraph>{mistake(props, t)}</Paragraph>
      <QuietParagraph>{t('mail.withdrawal.calendar')}</QuietParagraph>
    </MeetingLetter>
  ),
  samples: (language) => [
    {
      variant: 'withdrawal',
      shared: sampleMeeting(language),
      personal: { greeting: samplePerson(language).greeting },
    },
  ],
};

function mistake({ meeting }: MeetingMailProps, t: Translator): string | null {
  return meeting.organiser === null
    ? null
    : t('mail.withdrawal.mistake', { contact: contactOf(meeting.organiser) });
}
