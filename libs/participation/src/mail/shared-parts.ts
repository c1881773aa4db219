import type { RegistrationState } from '#contracts';
import type { Language } from '#kernel';
import { renderMail } from '#mail';
import type { MailParts } from '#mail';
import type { MeetingBundle, MeetingChange, WhereReader } from '#meetings';
import { changeWords } from './change-words.js';
import { letterProps } from './letter-props.js';
import type { ParticipantMailKind } from './participant-mails.js';
import type { ChangeAsks } from './templates/change.mail.js';
import type { ConfirmedOutcome } from './templates/confirmation.mail.js';
import { meetingMails } from './templates/meeting-mails.js';
import type { MeetingMailProps, PartyWords } from './templates/meeting-mail.view.js';

export interface SharedFacts {
  readonly kind: ParticipantMailKind;
  readonly language: Language;
  readonly bundle: MeetingBundle;
  readonly change: MeetingChange | null;
  readonly registration: RegistrationState | null;
  /** What a confirmation confirms. */
  readonly outcome: ConfirmedOutcome;
  /** The host says something of it. */
  readonly noted: boolean;
  /** As what and with whom the reader comes. */
  readonly party: PartyWords | null;
  /** As whom the reader reads where the meeting is. */
  readonly reader: WhereReader;
  /** The reader was named by somebody else. */
  readonly through: 'substitute' | 'colleague' | null;
  /** A summary of a whole series tells the rest. */
  readonly briefly: boolean;
  /** A confirmation follows from an answer to the whole series. */
  readonly standing: boolean;
  /** The change moved instants only, because the rules of the zone did. */
  readonly ofZoneData: boolean;
  readonly siteUrl: string;
}

/** What all mails of a kind about a meeting have in common in one language (and for one standing of the reader). */
export function renderShared(facts: SharedFacts): MailParts {
  const { kind, language, bundle, change, registration, briefly } = facts;
  const { outcome, standing, noted, through } = facts;
  const props = propsOf(facts);
  switch (kind) {
    case 'invitation':
      return renderMail(meetingMails.invitation, props, language);
    case 'confirmation':
      return renderMail(meetingMails.confirmation, { ...props, outcome, standing, noted, through }, language);
    case 'change':
      return renderMail(
        meetingMails.change,
        {
          ...props,
          changes: change === null ? [] : changeWords(change, facts),
          asks: asksOf(change, registration),
          note: change?.note ?? null,
          briefly,
          ofZoneData: facts.ofZoneData,
        },
        language,
      );
    case 'cancellation':
      return renderMail(
        meetingMails.cancellation,
        { ...props, note: change?.note ?? null, briefly },
        language,
      );
    case 'withdrawal':
      return renderMail(meetingMails.withdrawal, propsOf({ ...facts, bundle }), language);
  }
}

function propsOf({ bundle, language, siteUrl, party, reader }: SharedFacts): MeetingMailProps {
  return letterProps(bundle, language, siteUrl, { party, reader });
}

function asksOf(change: MeetingChange | null, registration: RegistrationState | null): ChangeAsks {
  if (change?.asksAgain !== true) return registration === null ? 'ask-afresh' : 'tell';
  if (registration === 'confirmed') return 'confirm-again';
  return registration === 'waitlisted' ? 'keep-waiting' : 'ask-afresh';
}
