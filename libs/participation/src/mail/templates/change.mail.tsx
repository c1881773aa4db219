import { formatList, type Translator } from '#i18n';
import {
  accentOf,
  ChangeList,
  changeText,
  columns,
  MainButton,
  Paragraph,
  QuietParagraph,
  Quote,
  slot,
  type Change,
  type MailTemplate,
} from '#mail';
import { answerHints, shortDay } from './meeting-facts.js';
import { AnswerButtons, MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingFieldChange, MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleChanges, sampleMeeting, samplePerson } from './meeting-mail.sample.js';

/**
 * What the change asks of its reader: to confirm the seat, to stay in line, to answer afresh (declined or silent), or
 * nothing, because the answer stays good.
 */
export type ChangeAsks = 'confirm-again' | 'keep-waiting' | 'ask-afresh' | 'tell';

export interface ChangeMailProps extends MeetingMailProps {
  readonly changes: readonly MeetingFieldChange[];
  readonly asks: ChangeAsks;
  /** The host's word on it. */
  readonly note: string | null;
  /** A summary of a whole series tells the rest: this one is for the calendar. */
  readonly briefly: boolean;
  /** The zone's rules changed: the clock on the wall stays, calendars must be put right. */
  readonly ofZoneData: boolean;
}

const asks = ['confirm-again', 'keep-waiting', 'ask-afresh', 'tell'] as const satisfies readonly ChangeAsks[];

/** Tells what was and what is now, and asks again where the day or the time moved. */
export const changeMail: MailTemplate<ChangeMailProps, MeetingMailSlot> = {
  name: 'change',
  slots: ['greeting', 'link', 'reason'],
  subject: ({ meeting }, t) => t('mail.change.subject', { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t('mail.change.label'),
      lead: leadOf(props, t),
      above: isShort(props)
        ? []
        : [...changeBlocks(props, t), props.note !== null ? `${t('mail.change.note')}\n${props.note}` : null],
      below: [
        askText(props, t),
        props.asks === 'tell' ? `${t('mail.confirmation.change')}:\n${slot('link')}` : null,
      ],
      withAnswers: props.asks !== 'tell',
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t('mail.change.label')}
      preheader={preheaderOf(props, t)}
      lead={leadOf(props, t)}
      above={isShort(props) ? null : <WhatChanged {...props} t={t} />}
    >
      <Ask {...props} t={t} />
    </MeetingLetter>
  ),
  samples: (language) =>
    [
      ...asks.map((asks) => ({ asks, variant: asks, ofZoneData: false })),
      { asks: 'tell' as const, variant: 'zone-data', ofZoneData: true },
    ].map(({ asks, variant, ofZoneData }) => ({
      variant: `change-${variant}`,
      shared: {
        ...sampleMeeting(language),
        ...sampleChanges(language),
        ...(ofZoneData && { changes: [] }),
        asks,
        briefly: false,
        ofZoneData,
      },
      personal: samplePerson(language),
    })),
};

type Parts = ChangeMailProps & { readonly t: Translator };

function WhatChanged({ changes, note, t }: Parts) {
  return (
    <>
      <ChangeList changes={quoted(changes, t)} t={t} />
      {revisions(changes, t).map((sentence) => (
        <Paragraph key={sentence}>{sentence}</Paragraph>
      ))}
      {note !== null && (
        <>
          <Paragraph>{t('mail.change.note')}</Paragraph>
          <Quote>{note}</Quote>
        </>
      )}
    </>
  );
}

function Ask({ t, ...props }: Parts) {
  if (props.asks === 'tell') {
    return (
      <>
        <Paragraph>{t('mail.change.tell')}</Paragraph>
        <MainButton
          text={t('mail.confirmation.change')}
          address={slot('link')}
          accent={accentOf(props.letterhead.colour)}
        />
      </>
    );
  }
  return (
    <>
      <Paragraph>
        <strong>{t(`mail.change.${props.asks}`)}</strong>
      </Paragraph>
      <AnswerButtons letterhead={props.letterhead} t={t} />
      <QuietParagraph>{answerHints(props.meeting, props.calendarAnswersReachUs, t)}</QuietParagraph>
    </>
  );
}

function askText(props: ChangeMailProps, t: Translator): string {
  const question = t(`mail.change.${props.asks}`);
  if (props.asks === 'tell') return question;
  return `${question} ${answerHints(props.meeting, props.calendarAnswersReachUs, t)}`;
}

function changeBlocks({ changes }: ChangeMailProps, t: Translator): string[] {
  const rows = quoted(changes, t).map((change) => [change.label, changeText(change, t)] as const);
  return [columns(rows), ...revisions(changes, t)];
}

function quoted(changes: readonly MeetingFieldChange[], t: Translator): Change[] {
  return changes
    .filter(({ field }) => field !== 'description' && field !== 'agenda')
    .map(({ field, before, after }) => ({ label: fieldName(field, t), before, after }));
}

/** What is said to be revised, not quoted. */
function revisions(changes: readonly MeetingFieldChange[], t: Translator): string[] {
  return (['description', 'agenda'] as const)
    .filter((revised) => changes.some(({ field }) => field === revised))
    .map((revised) => t(`mail.change.${revised}-changed`));
}

/** Nothing to tell that was and is. */
function isShort({ briefly, changes }: ChangeMailProps): boolean {
  return briefly || changes.length === 0;
}

function preheaderOf(props: ChangeMailProps, t: Translator): string {
  return props.changes.length === 0
    ? leadOf(props, t)
    : t('mail.change.preheader', { fields: fieldNames(props.changes, t) });
}

function leadOf({ briefly, ofZoneData, meeting }: ChangeMailProps, t: Translator): string {
  if (ofZoneData) return t('mail.change.lead-zone-data', { zone: meeting.zone });
  return t(briefly ? 'mail.change.lead-brief' : 'mail.change.lead');
}

function fieldNames(changes: readonly MeetingFieldChange[], t: Translator): string {
  return formatList(
    changes.map(({ field }) => fieldName(field, t)),
    t.language,
  );
}

function fieldName(field: MeetingFieldChange['field'], t: Translator): string {
  return field === 'online' ? t('common.where.online') : t(`mail.facts.${field}`);
}
