import type { SeriesDateDto } from '#contracts';
import type { Reader } from '#database';
import { findInstitutions } from '#directory';
import type { InstitutionView } from '#directory';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { inputOf } from '#meetings';
import { countAnswers } from '#participation';
import type { AnswerCounts } from '#participation';
import { asksByItself, findTurns, invitationsDueAt } from '#series';
import type { DateView, Series, TurnView } from '#series';

/** Dates of a series as hosts see them, with a fixed number of queries. */
export async function readDates(
  reader: Reader,
  series: Series,
  views: readonly DateView[],
): Promise<SeriesDateDto[]> {
  const countsOf = await countAnswers(
    reader,
    views.flatMap(({ date }) => date.meetingId ?? []),
  );
  const turns = await findTurns(
    reader,
    views.map(({ date }) => date.id),
  );
  const hosts = await findInstitutions(
    reader,
    [...turns.values()].map(({ institutionId }) => institutionId),
  );
  return views.map((view) => present(series, view, { countsOf, turns, hosts }));
}

interface Known {
  readonly countsOf: (id: Id) => AnswerCounts;
  readonly turns: ReadonlyMap<Id, TurnView>;
  readonly hosts: ReadonlyMap<Id, InstitutionView>;
}

function present(
  series: Series,
  { date, bundle, touched }: DateView,
  { countsOf, turns, hosts }: Known,
): SeriesDateDto {
  return {
    id: date.id,
    originalLocal: date.originalLocal.toString({ smallestUnit: 'minute' }),
    number: date.number,
    state: date.state,
    holiday: date.holiday && { name: date.holiday.name, lands: [...date.holiday.lands] },
    meeting: bundle && presentMeeting(bundle, countsOf(bundle.meeting.id)),
    touched: [...touched],
    inviteAt: inviteAt(series, { date, bundle, touched }),
    awaitsNod: date.dueAt !== null && date.invitedAt === null && bundle?.meeting.state === 'published',
    turn: presentTurn(turns.get(date.id), hosts),
  };
}

function presentTurn(
  turn: TurnView | undefined,
  hosts: ReadonlyMap<Id, InstitutionView>,
): SeriesDateDto['turn'] {
  const host = hosts.get(turn?.institutionId ?? '');
  if (turn === undefined || host === undefined) return null;
  const { state, confirmBy } = turn;
  return { institution: { id: host.id, name: host.name }, state, confirmBy: confirmBy?.toString() ?? null };
}

function presentMeeting(
  { meeting, hosts }: NonNullable<DateView['bundle']>,
  { invited, answered, confirmed }: AnswerCounts,
): NonNullable<SeriesDateDto['meeting']> {
  const { startsLocal, endsLocal } = inputOf(meeting, { hostIds: [], listingIds: [] });
  return {
    id: meeting.id,
    slug: meeting.slug,
    title: meeting.title,
    startsLocal,
    endsLocal,
    allDay: meeting.allDay,
    state: meeting.state,
    hosts: hosts.map(({ id, name }) => ({ id, name })),
    invited,
    answered,
    confirmed,
  };
}

function inviteAt(series: Series, { date, bundle }: DateView): string | null {
  if (date.invitedAt !== null || bundle === null || !asksByItself(series)) return null;
  return invitationsDueAt(series, Temporal.PlainDateTime.from(bundle.meeting.startsLocal)).toString();
}
