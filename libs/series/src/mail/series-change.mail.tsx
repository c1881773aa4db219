import type { Language } from '#kernel';
import type { Translator } from '#i18n';
import {
  ChangeList,
  changeText,
  letterText,
  MailLayout,
  Paragraph,
  QuietParagraph,
  Quote,
  slot,
  underlined,
} from '#mail';
import type { Change, Letterhead, MailTemplate, SlotValues } from '#mail';

export interface SeriesChangeProps {
  readonly letterhead: Letterhead;
  readonly series: string;
  /** Dates that moved or were cancelled: their title, what was and what is. */
  readonly moves: readonly Change[];
  /** Dates that stay where they are and have other words or another place: one line each. */
  readonly revised: readonly string[];
  /** The host's word on it. */
  readonly note: string | null;
}

export type SeriesMailSlot = 'greeting' | 'reason';

/** Tells of several dates of a series at once; the calendar parts come by short mails of their own. */
export const seriesChangeMail: MailTemplate<SeriesChangeProps, SeriesMailSlot> = {
  name: 'series-change',
  slots: ['greeting', 'reason'],
  subject: ({ series }, t) => t('mail.series.subject', { series }),
  text: (props, t) =>
    letterText({
      letterhead: props.letterhead,
      t,
      blocks: [
        slot('greeting'),
        t('mail.series.lead'),
        underlined(`${t('mail.change.label')}: ${props.series}`),
        ...props.moves.map((move) => `${move.label}\n${changeText(move, t)}`),
        props.revised.length > 0 && [t('mail.series.revised'), ...props.revised].join('\n'),
        props.note !== null && `${t('mail.change.note')}\n${props.note}`,
        t('mail.series.calendar'),
      ],
      why: slot('reason'),
      stop: null,
    }),
  html: (props, t) => (
    <MailLayout
      t={t}
      letterhead={props.letterhead}
      label={t('mail.change.label')}
      headline={props.series}
      preheader={t('mail.series.preheader', { count: props.moves.length + props.revised.length })}
      why={slot('reason')}
      stop={null}
    >
      <Paragraph>{slot('greeting')}</Paragraph>
      <Paragraph>{t('mail.series.lead')}</Paragraph>
      {props.moves.length > 0 && <ChangeList changes={props.moves} t={t} />}
      <Revised {...props} t={t} />
      {props.note !== null && (
        <>
          <Paragraph>{t('mail.change.note')}</Paragraph>
          <Quote>{props.note}</Quote>
        </>
      )}
      <QuietParagraph>{t('mail.series.calendar')}</QuietParagraph>
    </MailLayout>
  ),
  samples: (language) => [
    { variant: 'series-change', shared: sampleChange(language), personal: samplePerson(language) },
  ],
};

function Revised({ revised, t }: SeriesChangeProps & { readonly t: Translator }) {
  if (revised.length === 0) return null;
  return (
    <>
      <Paragraph>{t('mail.series.revised')}</Paragraph>
      {revised.map((line) => (
        <Paragraph key={line}>{line}</Paragraph>
      ))}
    </>
  );
}

function sampleChange(language: Language): SeriesChangeProps {
  const isGerman = language === 'de';
  const title = isGerman ? 'Erfahrungsaustausch der Clustermanagements' : 'Exchange of the cluster managers';
  return {
    letterhead: {
      sender: 'Wirtschaftsinitiative Mitteldeutschland',
      colour: '#0b6b5d',
      siteUrl: 'https://jourfixe.example',
      imprint: ['Wirtschaftsinitiative Mitteldeutschland', 'Beispielstraße 1, 04103 Leipzig'],
    },
    series: title,
    moves: [
      {
        label: title,
        before: isGerman ? 'Donnerstag, 4. März 2027' : 'Thursday 4 March 2027',
        after: isGerman ? 'Dienstag, 2. März 2027' : 'Tuesday 2 March 2027',
      },
      { label: title, before: isGerman ? 'Donnerstag, 3. Juni 2027' : 'Thursday 3 June 2027', after: null },
    ],
    revised: [isGerman ? 'Donnerstag, 2. September 2027' : 'Thursday 2 September 2027'],
    note: isGerman ? 'Dienstags ist der Saal frei.' : 'The hall is free on Tuesdays.',
  };
}

function samplePerson(language: Language): SlotValues<SeriesMailSlot> {
  return language === 'de'
    ? {
        greeting: 'Guten Tag Frau Dr. Beispiel,',
        reason: 'Sie erhalten diese Mail, weil Sie zu Terminen dieser Reihe eingeladen sind.',
      }
    : {
        greeting: 'Dear Dr Beispiel,',
        reason: 'You receive this mail because you are invited to dates of this series.',
      };
}
