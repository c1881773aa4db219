import { instantOf } from '#calendar';
import type { AskingInput, PollInput } from '#contracts';
import { DomainError, Temporal } from '#kernel';
import type { DatedOption } from '../rules/option-span.js';
import type { Poll } from '../tables/poll.entity.js';

const minutes = { smallestUnit: 'minute' } as const;

/** How the poll's audience is asked, as meetings are told. */
export function askingOf(poll: Poll): AskingInput {
  const { audienceId, audienceRule, successors, newcomers, copyToDeputies } = poll;
  const settings = { successors, newcomers, copyToDeputies };
  if (audienceRule !== null) return { audience: { kind: 'rule', rule: audienceRule }, settings };
  if (audienceId !== null) return { audience: { kind: 'saved', audienceId }, settings };
  throw new DomainError('audience.empty');
}

/** What a host gave when they made the poll, as it stands now; `columnsOf` turns it back. */
export function inputOf(poll: Poll, options: readonly DatedOption[]): PollInput {
  const { institutionId, title, description, zone, lengthMinutes } = poll;
  const { place, organiserId, hidesNames, movesMeetingId } = poll;
  return {
    institutionId,
    title,
    description,
    zone,
    lengthMinutes,
    place,
    organiserId,
    hidesNames,
    movesMeetingId,
    asking: askingOf(poll),
    deadlineLocal: poll.deadlineLocal.toString(minutes),
    options: options.map(({ startsLocal, allDay }) => ({
      startsLocal: startsLocal.toString(minutes),
      allDay,
    })),
  };
}

/** The dates of the input. */
export function datesOf({ options }: Pick<PollInput, 'options'>): readonly DatedOption[] {
  return options.map(({ startsLocal, allDay }) => ({
    startsLocal: Temporal.PlainDateTime.from(startsLocal),
    allDay,
  }));
}

/** The row's columns that a host gives; the dates are rows of their own. */
export function columnsOf(input: PollInput) {
  const { asking, options: _, deadlineLocal, ...fields } = input;
  const { audience, settings } = asking;
  const wallClock = Temporal.PlainDateTime.from(deadlineLocal);
  return {
    ...fields,
    ...settings,
    audienceId: audience.kind === 'saved' ? audience.audienceId : null,
    audienceRule: audience.kind === 'rule' ? audience.rule : null,
    deadlineLocal: wallClock,
    deadlineAt: instantOf(wallClock, fields.zone),
  };
}
