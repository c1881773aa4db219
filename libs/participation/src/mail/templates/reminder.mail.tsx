import { formatWhen } from '#i18n';
import { Paragraph, QuietParagraph, type MailTemplate } from '#mail';
import { answerHints, shortDay } from './meeting-facts.js';
import { AnswerButtons, MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

/** Asks whoever is silent once more: the facts, and one link per answer. */
export const reminderMail: MailTemplate<MeetingMailProps, MeetingMailSlot> = {
  name: 'reminder',
  slots: ['greeting', 'link', 'reason'],
  subject: ({ meeting }, t) =>
    t('mail.reminder.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.reminder.label'),
      lead: t('mail.reminder.lead'),
      below: [`${t('mail.answer.question')} ${answerHints(props.meeting, props.calendarAnswersReachUs, t)}`],
      withAnswers: true,
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.reminder.label')}
      preheader={t('mail.reminder.preheader', { when: formatWhen(props.meeting.when, t.language) })}
      lead={t('mail.reminder.lead')}
    >
      <Paragraph>
        <strong>{t('mail.answer.question')}</strong>
      </Paragraph>
      <AnswerButtons letterhead={props.letterhead} t={t} />
      <QuietParagraph>{answerHints(props.meeting, props.calendarAnswersReachUs, t)}</QuietParagraph>
    </MeetingLetter>
  ),
  samples: (language) => [
    { variant: 'reminder', shared: sampleMeeting(language), personal: samplePerson(language) },
  ],
};
