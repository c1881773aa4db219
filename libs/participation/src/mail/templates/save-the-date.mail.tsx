import { formatWhen } from '#i18n';
import { QuietParagraph, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

/** Asks to keep a date free, long before the invitation: nothing to answer. */
export const saveTheDateMail: MailTemplate<MeetingMailProps, Exclude<MeetingMailSlot, 'link'>> = {
  name: 'save-the-date',
  slots: ['greeting', 'reason'],
  subject: ({ meeting }, t) =>
    t('mail.save-the-date.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.save-the-date.label'),
      lead: t('mail.save-the-date.lead'),
      below: [t('mail.save-the-date.next')],
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.save-the-date.label')}
      preheader={t('mail.save-the-date.preheader', { when: formatWhen(props.meeting.when, t.language) })}
      lead={t('mail.save-the-date.lead')}
    >
      <QuietParagraph>{t('mail.save-the-date.next')}</QuietParagraph>
    </MeetingLetter>
  ),
  samples: (language) => [
    { variant: 'save-the-date', shared: sampleMeeting(language), personal: samplePerson(language) },
  ],
};
