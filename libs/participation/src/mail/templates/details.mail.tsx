import { formatWhen } from '#i18n';
import { accentOf, MainButton, QuietParagraph, slot, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

/** Tells whoever has a seat, shortly before, all they need on the way. */
export const detailsMail: MailTemplate<MeetingMailProps, MeetingMailSlot> = {
  name: 'details',
  slots: ['greeting', 'link', 'reason'],
  subject: ({ meeting }, t) => t('mail.details.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.details.label'),
      lead: t('mail.details.lead'),
      below: [`${t('mail.details.prevented')}\n${slot('link')}`],
      withDetails: true,
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.details.label')}
      preheader={t('mail.details.preheader', { when: formatWhen(props.meeting.when, t.language) })}
      lead={t('mail.details.lead')}
      withDetails
    >
      <MainButton
        text={t('mail.confirmation.change')}
        address={slot('link')}
        accent={accentOf(props.letterhead.colour)}
      />
      <QuietParagraph>{t('mail.details.prevented')}</QuietParagraph>
    </MeetingLetter>
  ),
  samples: (language) => [
    { variant: 'details', shared: sampleMeeting(language), personal: samplePerson(language) },
  ],
};
