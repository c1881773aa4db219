import type { Language } from '#kernel';
import type { MailTemplate, SlotValues } from '#mail';
import { slot } from '#mail';
import { shortDay } from '../mail/templates/meeting-facts.js';
import { MeetingLetter, meetingText } from '../mail/templates/meeting-letter.js';
import { sampleMeeting, samplePerson } from '../mail/templates/meeting-mail.sample.js';
import type { MeetingMailProps } from '../mail/templates/meeting-mail.view.js';

/** What differs from copy to copy. `invitee`: who is invited; `reason`: why this copy came. */
export type CopySlot = 'greeting' | 'invitee' | 'reason';

/** Tells a deputy or an office's copy address that somebody is invited: nothing to answer, nothing for the calendar. */
export const copyMail: MailTemplate<MeetingMailProps, CopySlot> = {
  name: 'copy',
  slots: ['greeting', 'invitee', 'reason'],
  subject: ({ meeting }, t) => t('mail.copy.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.copy.label'),
      lead: t('mail.copy.lead', { name: slot('invitee') }),
      below: [],
      withDetails: true,
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.copy.label')}
      preheader={t('mail.copy.preheader')}
      lead={t('mail.copy.lead', { name: slot('invitee') })}
      withDetails
    />
  ),
  samples: (language) => [
    { variant: 'copy', shared: sampleMeeting(language), personal: sampleCopy(language) },
  ],
};

function sampleCopy(language: Language): SlotValues<CopySlot> {
  return {
    greeting: samplePerson(language).greeting,
    invitee: 'Dr. Kim Müller',
    reason:
      language === 'de'
        ? 'Sie erhalten diese Kopie, weil Sie Stellvertretung für dieses Amt sind: Clustermanagement (OptoNet).'
        : 'You receive this copy because you are a deputy for this office: cluster manager (OptoNet).',
  };
}
