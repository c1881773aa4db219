import type { ReactNode } from 'react';
import type { Translator } from '#i18n';
import { markdownToText, Paragraph, Prose, slot, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

export interface FollowUpMailProps extends MeetingMailProps {
  /** What the host writes: minutes, slides, questions. Markdown. */
  readonly words: string;
  /** Minutes, slides and the like, for whoever has the link. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** What there is to say after a meeting, in the host's own words. */
export const followUpMail: MailTemplate<FollowUpMailProps, MeetingMailSlot> = {
  name: 'follow-up',
  slots: ['greeting', 'link', 'reason'],
  subject: ({ meeting }, t) =>
    t('mail.follow-up.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.follow-up.label'),
      lead: t('mail.follow-up.lead'),
      above: [markdownToText(props.words), filesText(props, t)],
      below: [],
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.follow-up.label')}
      preheader={t('mail.follow-up.preheader')}
      lead={t('mail.follow-up.lead')}
      above={
        <>
          <Prose heading={t('mail.follow-up.heading')} source={props.words} />
          <FileLinks files={props.files} t={t} />
        </>
      }
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
        files: [{ id: '019b0000-0000-7000-8000-000000000001', name: 'Protokoll 4. März.pdf' }],
      },
      personal: samplePerson(language),
    },
  ],
};

type Files = FollowUpMailProps['files'];

/** The address of a file, by the reader's own link. */
function addressOf({ id }: Files[number]): string {
  return `${slot('link')}/files/${id}`;
}

function FileLinks({ files, t }: { readonly files: Files; readonly t: Translator }): ReactNode {
  if (files.length === 0) return null;
  return (
    <>
      <Paragraph>{t('mail.follow-up.files')}</Paragraph>
      {files.map((file) => (
        <Paragraph key={file.id}>
          <a href={addressOf(file)}>{file.name}</a>
        </Paragraph>
      ))}
    </>
  );
}

function filesText({ files }: Pick<FollowUpMailProps, 'files'>, t: Translator): string | null {
  if (files.length === 0) return null;
  return [t('mail.follow-up.files'), ...files.map((file) => `${file.name}\n${addressOf(file)}`)].join('\n');
}
