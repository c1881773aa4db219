import { displayName } from '#directory';
import type { InstitutionView, PersonContact } from '#directory';
import { formatDay, formatMoment, formatWhen } from '#i18n';
import type { When } from '#i18n';
import { pickText } from '#kernel';
import type { Language } from '#kernel';
import { nameIn, whenOfWallClocks } from '#meetings';
import { endOf } from '../rules/option-span.js';
import type { PollOption } from '../tables/poll-option.entity.js';
import type { Poll } from '../tables/poll.entity.js';
import type { DecisionMailProps, PollMailProps } from './poll-mail.view.js';

/** Everything the mails of a poll are made of. */
export interface PollBundle {
  readonly poll: Poll;
  /** By day. */
  readonly options: readonly PollOption[];
  readonly institution: InstitutionView;
  readonly organiser: PersonContact | null;
}

/** When an option is, as pages and mails say it. */
export function whenOfOption({ zone, lengthMinutes }: Poll, option: PollOption): When {
  const minutes = { smallestUnit: 'minute' } as const;
  return whenOfWallClocks({
    allDay: option.allDay,
    startsLocal: option.startsLocal.toString(minutes),
    endsLocal: endOf(option, lengthMinutes).toString(minutes),
    zone,
  });
}

/** A poll in one language. */
export function pollProps(bundle: PollBundle, language: Language, siteUrl: string): PollMailProps {
  const { poll, options, institution, organiser } = bundle;
  const sender = nameIn(institution, language);
  const { mainLanguage, colour } = institution;
  return {
    letterhead: { sender, colour, siteUrl, imprint: [sender] },
    title: pickText(poll.title, language, mainLanguage).text,
    description: poll.description && pickText(poll.description, language, mainLanguage).text,
    options: options.map((option) => formatWhen(whenOfOption(poll, option), language)),
    deadline: formatMoment(poll.deadlineAt, poll.zone, language),
    place: poll.place,
    organiser: organiser && contactOf(organiser),
  };
}

/** The same with the date taken; null as long as none is. */
export function decisionProps(
  bundle: PollBundle,
  language: Language,
  siteUrl: string,
): DecisionMailProps | null {
  const { poll, options } = bundle;
  const taken = options.find(({ id }) => id === poll.takenOptionId);
  if (taken === undefined) return null;
  return {
    ...pollProps(bundle, language, siteUrl),
    when: whenOfOption(poll, taken),
    day: formatDay(taken.startsLocal.toPlainDate(), language, 'short'),
    moves: poll.movesMeetingId !== null,
    note: poll.decisionNote,
  };
}

function contactOf(person: PersonContact): string {
  const way = person.address ?? person.phone;
  return way === null ? displayName(person) : `${displayName(person)} (${way})`;
}
