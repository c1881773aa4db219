import { formatWhen, type Translator } from '#i18n';
import { Paragraph, QuietParagraph, type MailTemplate } from '#mail';
import { answerHints, shortDay } from './meeting-facts.js';
import { AnswerButtons, MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

/** Asks a person to a meeting: with all facts, and one link per answer. */
export const invitationMail: MailTemplate<MeetingMailProps, MeetingMailSlot> = {
  name: 'invitation',
  slots: ['greeting', 'link', 'reason'],
  subject: ({ meeting }, t) =>
    t('mail.invitation.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.invitation.label'),
      lead: t('mail.invitation.lead'),
      below: [`${t('mail.answer.question')} ${answerHints(props.meeting, props.calendarAnswersReachUs, t)}`],
      withAnswers: true,
      withDetails: true,
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.invitation.label')}
      preheader={preheader(props, t)}
      lead={t('mail.invitation.lead')}
      withDetails
    >
      <Paragraph>
        <strong>{t('mail.answer.question')}</strong>
      </Paragraph>
      <AnswerButtons letterhead={props.letterhead} t={t} />
      <QuietParagraph>{answerHints(props.meeting, props.calendarAnswersReachUs, t)}</QuietParagraph>
    </MeetingLetter>
  ),
  samples: (language) => [
    { variant: 'invitation', shared: sampleMeeting(language), personal: samplePerson(language) },
  ],
};

function preheader({ meeting }: MeetingMailProps, t: Translator): string {
  const when = formatWhen(meeting.when, t.language);
  const city = meeting.place?.city ?? '';
  return city === ''
    ? t('mail.invitation.preheader', { when })
    : t('mail.invitation.preheader-place', { when, place: city });
}
