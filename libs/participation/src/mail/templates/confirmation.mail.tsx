import type { RegistrationState } from '#contracts';
import type { Translator } from '#i18n';
import type { Language } from '#kernel';
import { accentOf, MainButton, Paragraph, QuietParagraph, slot, type MailTemplate } from '#mail';
import { shortDay } from './meeting-facts.js';
import { MeetingLetter, meetingText } from './meeting-letter.js';
import type { MeetingMailProps, MeetingMailSlot } from './meeting-mail.view.js';
import { sampleMeeting, samplePerson } from './meeting-mail.sample.js';

/** What became of an answer. `lapsed`: an offer nobody took in time; `refused`: the host declined the request; `substituted`: a colleague comes instead. */
export type ConfirmedOutcome = Exclude<RegistrationState, 'cancelled'> | 'lapsed' | 'refused' | 'substituted';

export interface ConfirmationMailProps extends MeetingMailProps {
  readonly outcome: ConfirmedOutcome;
  /** It follows from an answer to the whole series. */
  readonly standing: boolean;
  /** The host says something of it. */
  readonly noted: boolean;
  /** Somebody else has named the reader. */
  readonly through: 'substitute' | 'colleague' | null;
}

const outcomes = [
  'confirmed',
  'waitlisted',
  'offered',
  'awaiting_approval',
  'tentative',
  'declined',
  'lapsed',
  'refused',
  'substituted',
] as const satisfies readonly ConfirmedOutcome[];

const calendarWords = {
  confirmed: 'mail.confirmation.calendar',
  waitlisted: 'mail.confirmation.calendar-tentative',
  tentative: 'mail.confirmation.calendar-tentative',
  declined: 'mail.confirmation.calendar-removed',
  offered: 'mail.confirmation.calendar-tentative',
  awaiting_approval: 'mail.confirmation.calendar-tentative',
  lapsed: 'mail.confirmation.calendar-removed',
  refused: 'mail.confirmation.calendar-removed',
  substituted: 'mail.confirmation.calendar-removed',
} as const satisfies Record<ConfirmedOutcome, string>;

/**
 * `until`: until when a seat is held; `note`: what the host says of it; `through`: who named the reader; `substitute`: who
 * comes instead of the reader. Empty where there is nothing to say. `registration`: the address of their registration.
 */
type ConfirmationSlot = MeetingMailSlot | 'until' | 'note' | 'through' | 'substitute' | 'registration';

/** Tells a person what became of the answer and how to change it. */
export const confirmationMail: MailTemplate<ConfirmationMailProps, ConfirmationSlot> = {
  name: 'confirmation',
  slots: ['greeting', 'link', 'reason', 'until', 'note', 'through', 'substitute', 'registration'],
  subject: ({ meeting, outcome }, t) =>
    t(`mail.confirmation.${outcome}.subject`, { title: meeting.title, day: shortDay(meeting, t) }),
  text: (props, t) =>
    meetingText({
      ...props,
      t,
      label: t(`mail.confirmation.${props.outcome}.label`),
      lead: leadWords(props, t),
      above: [
        throughWords(props, t),
        partySentence(props, t),
        hasNote(props) ? slot('note') : null,
        nextWords(props, t),
        props.standing ? t('mail.confirmation.standing') : null,
      ],
      below: [
        t(calendarWords[props.outcome]),
        props.outcome === 'confirmed' ? t('mail.confirmation.change-why') : null,
        `${buttonOf(props, t)}:\n${slot('link')}`,
        hasOwnPage(props) ? `${ownPageWords(props, t)}:\n${slot('registration')}` : null,
      ],
    }),
  html: (props, t) => (
    <MeetingLetter
      {...props}
      t={t}
      label={t(`mail.confirmation.${props.outcome}.label`)}
      preheader={nextWords(props, t)}
      lead={leadWords(props, t)}
      above={
        <>
          {throughWords(props, t) !== null && <Paragraph>{throughWords(props, t)}</Paragraph>}
          {partySentence(props, t) !== null && <Paragraph>{partySentence(props, t)}</Paragraph>}
          {hasNote(props) && <Paragraph>{slot('note')}</Paragraph>}
          <Paragraph>{nextWords(props, t)}</Paragraph>
          {props.standing && <Paragraph>{t('mail.confirmation.standing')}</Paragraph>}
        </>
      }
    >
      <MainButton
        text={buttonOf(props, t)}
        address={slot('link')}
        accent={accentOf(props.letterhead.colour)}
      />
      {hasOwnPage(props) && (
        <Paragraph>
          <a href={slot('registration')} className="accent" style={{ color: 'inherit' }}>
            {ownPageWords(props, t)}
          </a>
        </Paragraph>
      )}
      <QuietParagraph>
        {t(calendarWords[props.outcome])} {props.outcome === 'confirmed' && t('mail.confirmation.change-why')}
      </QuietParagraph>
    </MeetingLetter>
  ),
  samples: (language) =>
    variantsOf(language).map(({ variant, ...facts }) => ({
      variant: `confirmation-${variant}`,
      shared: { ...sampleMeeting(language), ...usual, ...facts },
      personal: {
        ...samplePerson(language),
        ...samplePlace(language),
        registration: 'https://jourfixe.example/r/abcdefghijklmnopqrstuvwxyz234567',
      },
    })),
};

const usual = { standing: false, noted: false, through: null } as const;

type Variant = Pick<ConfirmationMailProps, 'outcome'> &
  Partial<ConfirmationMailProps> & { readonly variant: string };

function variantsOf(language: Language): readonly Variant[] {
  const { meeting } = sampleMeeting(language);
  const onSite = language === 'de' ? 'vor Ort' : 'on site';
  const online = {
    party: { kind: 'online', isOnline: true, companions: [] },
    meeting: { ...meeting, place: null, online: 'open', onlineUrl: 'https://meet.example/abc' },
  } as const;
  return [
    ...outcomes.map((outcome) => ({ variant: outcome, outcome, noted: outcome === 'refused' })),
    { variant: 'standing', outcome: 'confirmed', standing: true },
    { variant: 'substitute', outcome: 'confirmed', through: 'substitute' },
    { variant: 'colleague', outcome: 'waitlisted', through: 'colleague' },
    {
      variant: 'party',
      outcome: 'confirmed',
      party: { kind: onSite, isOnline: false, companions: ['Toni Beispiel', '', ''] },
    },
    { variant: 'online', outcome: 'confirmed', ...online },
    { variant: 'online-waits', outcome: 'waitlisted', ...online },
  ];
}

/** Whoever somebody else has named is not thanked for an answer that they did not give. */
function leadWords({ outcome, through, party }: ConfirmationMailProps, t: Translator): string {
  if (outcome === 'confirmed' && party?.isOnline === true)
    return t('mail.confirmation.confirmed.lead-online');
  const isNews = outcome === 'waitlisted' || outcome === 'awaiting_approval';
  return through !== null && isNews
    ? t(`mail.confirmation.${outcome}.lead-through`)
    : t(`mail.confirmation.${outcome}.lead`);
}

/** For how many it is, where somebody comes along. */
function partySentence({ party }: ConfirmationMailProps, t: Translator): string | null {
  const count = party?.companions.length ?? 0;
  return count === 0 ? null : t('mail.confirmation.party', { count });
}

/** Nobody travels to a place online. */
function nextWords({ outcome, party }: ConfirmationMailProps, t: Translator): string {
  const waits = outcome === 'waitlisted' || outcome === 'awaiting_approval';
  if (waits && party?.isOnline === true) return t(`mail.confirmation.${outcome}.next-online`);
  return t(`mail.confirmation.${outcome}.next`, { until: slot('until'), substitute: slot('substitute') });
}

/** Who named the reader; nothing to those who do not come anyway. */
function throughWords({ through, outcome }: ConfirmationMailProps, t: Translator): string | null {
  const comes = calendarWords[outcome] !== 'mail.confirmation.calendar-removed';
  return through !== null && comes
    ? t(`mail.confirmation.through-${through}`, { name: slot('through') })
    : null;
}

/** Whether the mail quotes the host. */
function hasNote({ outcome, noted }: ConfirmationMailProps): boolean {
  return noted && (outcome === 'refused' || outcome === 'waitlisted');
}

/** Who has a seat or waits for one has a registration to look at. */
function hasOwnPage({ outcome }: ConfirmationMailProps): boolean {
  return ['confirmed', 'waitlisted', 'offered', 'awaiting_approval'].includes(outcome);
}

function ownPageWords({ outcome, party }: ConfirmationMailProps, t: Translator): string {
  const hasCode = outcome === 'confirmed' && party?.isOnline !== true;
  return t(hasCode ? 'mail.confirmation.own-page-code' : 'mail.confirmation.own-page');
}

function buttonOf({ outcome }: ConfirmationMailProps, t: Translator): string {
  return outcome === 'offered' ? t('mail.confirmation.take') : t('mail.confirmation.change');
}

function samplePlace(language: Language) {
  return language === 'de'
    ? {
        until: 'Freitag, 26. Februar 2027, 10:00 Uhr MEZ',
        note: 'Diesmal kommen zuerst neue Cluster zum Zug.',
        through: 'Dr. Robin Vogel',
        substitute: 'Toni Beispiel',
      }
    : {
        until: 'Friday, 26 February 2027, 10:00 CET',
        note: 'This time clusters that are new come first.',
        through: 'Dr Robin Vogel',
        substitute: 'Toni Beispiel',
      };
}
