import { markdownToText, Prose, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

export interface FollowUpMailProps extends MeetingMailProps {
  /** What the host writes: minutes, slides, questions. Markdown. */
  readonly words: string;
}

/** What there is to say after a meeting, in the host's own words. */
export const followUpMail: MailTemplate<FollowUpMailProps, Exclude<MeetingMailSlot, 'link'>> = {
  name: 'follow-up',
  slots: ['greeting', 'reason'],
  subject: ({ meeting }, t) =>
    t('mail.follow-up.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.follow-up.label'),
      lead: t('mail.follow-up.lead'),
      above: [markdownToText(props.words)],
      below: [],
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.follow-up.label')}
      preheader={t('mail.follow-up.preheader')}
      lead={t('mail.follow-up.lead')}
      above={<Prose heading={t('mail.follow-up.heading')} source={props.words} />}
    />
  ),
  samples: (language) => [
    {
      variant: 'follow-up',
      shared: {
        ...sampleMeeting(language),
        words:
          language === 'de'
            ? 'Danke für das Gespräch. Die [Folien](https://initiative.example/folien) liegen bereit.\n\nWas sollen wir beim nächsten Mal besser machen?'
            : 'Thank you for the discussion. The [slides](https://initiative.example/slides) are ready.\n\nWhat shall we do better next time?',
      },
      personal: samplePerson(language),
    },
  ],
};
