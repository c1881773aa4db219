import type { ReactElement, ReactNode } from 'react';
import type { Translator } from '#i18n';
import {
  accentOf,
  ButtonRow,
  DateBlockTable,
  Facts,
  letterText,
  MailLayout,
  markdownToText,
  Paragraph,
  Prose,
  Schedule,
  scheduleText,
  slot,
  underlined,
} from '#mail';
import { answerButtons, answerLinksText, factsOf, factsText, scheduleOf, stopHint } from './meeting-facts.js';
import type { MeetingMailProps } from './meeting-mail.view.js';

/** What a mail about a meeting says around the meeting itself. */
export interface MeetingLetterParts {
  readonly label: string;
  readonly preheader: string;
  /** The sentence after the greeting. */
  readonly lead: string;
  readonly struck?: boolean;
  readonly why?: string;
}

interface MeetingLetterProps extends MeetingMailProps, MeetingLetterParts {
  readonly t: Translator;
  /** Between the lead and the date. */
  readonly above?: ReactNode;
  /** After date and facts. */
  readonly children?: ReactNode;
  /** Agenda and description. */
  readonly withDetails?: boolean;
}

/** A mail about a meeting: greeting, lead, the date block with the facts, what there is to say or do, agenda and description. */
export function MeetingLetter(props: MeetingLetterProps): ReactElement {
  const { t, letterhead, meeting, party, label, preheader, lead, above, children } = props;
  return (
    <MailLayout
      t={t}
      letterhead={letterhead}
      label={label}
      headline={meeting.title}
      preheader={preheader}
      why={props.why ?? slot('reason')}
      stop={stopHint(meeting, t)}
    >
      <Paragraph>{slot('greeting')}</Paragraph>
      <Paragraph>{lead}</Paragraph>
      {above}
      <DateBlockTable
        when={meeting.when}
        t={t}
        accent={accentOf(letterhead.colour)}
        struck={props.struck === true}
      >
        <Facts facts={factsOf({ meeting, party }, t)} />
      </DateBlockTable>
      {children}
      {props.withDetails === true && meeting.agenda.length > 0 && (
        <Schedule heading={t('mail.facts.agenda')} rows={scheduleOf(meeting, t)} />
      )}
      {props.withDetails === true && meeting.description !== null && (
        <Prose heading={t('mail.facts.description')} source={meeting.description} />
      )}
    </MailLayout>
  );
}

/** The three answers as buttons. */
export function AnswerButtons({ letterhead, t }: Pick<MeetingLetterProps, 'letterhead' | 't'>): ReactNode {
  return <ButtonRow buttons={answerButtons(t)} accent={accentOf(letterhead.colour)} />;
}

interface MeetingTextParts extends MeetingMailProps {
  readonly t: Translator;
  readonly label: string;
  readonly lead: string;
  readonly above?: readonly (string | null)[];
  readonly below: readonly (string | null)[];
  readonly withAnswers?: boolean;
  readonly withDetails?: boolean;
  readonly why?: string;
}

/** The same as plain text. */
export function meetingText(parts: MeetingTextParts): string {
  const { t, letterhead, meeting, party, label, lead, above = [], below } = parts;
  return letterText({
    letterhead,
    t,
    blocks: [
      slot('greeting'),
      lead,
      ...above,
      underlined(`${label}: ${meeting.title}`),
      factsText({ meeting, party }, t),
      ...below,
      parts.withAnswers === true && answerLinksText(t),
      parts.withDetails === true &&
        meeting.agenda.length > 0 &&
        scheduleText(t('mail.facts.agenda'), scheduleOf(meeting, t)),
      parts.withDetails === true && meeting.description !== null && markdownToText(meeting.description),
    ],
    why: parts.why ?? slot('reason'),
    stop: stopHint(meeting, t),
  });
}
