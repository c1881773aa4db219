import { describeRule } from '#calendar';
import type { DateRule } from '#calendar';
import type { DateRuleDto, ForeseenDateDto, SeriesDto, SeriesItemDto, SeriesReachDto } from '#contracts';
import type { Reader } from '#database';
import { displayName, findAudienceNames, findInstitutions, findPeople } from '#directory';
import { ruleWords } from '#i18n';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import { seriesInputOf } from '#series';
import type { DateCounts, ForeseenChange, PlannedDate, Series } from '#series';

/** The rule as people say it, in every language. */
export function sayRule(rule: DateRuleDto): { de: string; en: string } {
  const described = describeRule(rule);
  return { de: ruleWords(described, 'de'), en: ruleWords(described, 'en') };
}

/** A rule that was read, in the contract's terms. */
export function presentRule(rule: DateRule): DateRuleDto {
  return rule.kind === 'picked'
    ? { kind: 'picked', dates: [...rule.dates] }
    : { ...rule, except: [...rule.except] };
}

/** A series that was just read or written, with everybody it names. Three queries. */
export async function readSeries(reader: Reader, series: Series): Promise<SeriesDto> {
  const input = seriesInputOf(series);
  const { listingIds, organiserId } = input.template;
  const institutions = await findInstitutions(reader, [series.institutionId, ...listingIds]);
  const organiser = (await findPeople(reader, organiserId === null ? [] : [organiserId])).get(
    organiserId ?? '',
  );
  const audiences = await findAudienceNames(reader, series.audienceId === null ? [] : [series.audienceId]);
  const institution = institutions.get(series.institutionId);
  if (institution === undefined) throw new DomainError('series.not-found');
  const { institutionId: _, ...rest } = input;
  return {
    ...rest,
    id: series.id,
    slug: series.slug,
    institution: nameOf(institution),
    ruleWords: sayRule(input.rule),
    organiser: organiser === undefined ? null : { id: organiser.id, name: displayName(organiser) },
    listings: listingIds.flatMap((id) => institutions.get(id) ?? []).map(nameOf),
    audienceName: audiences.get(series.audienceId ?? '') ?? null,
    state: series.state,
    version: series.version,
  };
}

/** A series as a row of the hosts' list. */
export function presentSeriesItem(
  series: Series,
  { institution, hosts, counts }: { institution: Named; hosts: readonly Named[]; counts: DateCounts },
): SeriesItemDto {
  const { next, coming, past, waiting } = counts;
  return {
    id: series.id,
    slug: series.slug,
    institution: nameOf(institution),
    name: series.name,
    ruleWords: sayRule(series.rule),
    state: series.state,
    zone: series.zone,
    next: next && {
      meetingId: next.meetingId,
      startsLocal: next.startsLocal.toString({ smallestUnit: 'minute' }),
      hosts: hosts.map(nameOf),
    },
    coming,
    past,
    waiting,
  };
}

/** A date as the rule gives it. */
export function presentForeseen(
  { originalLocal, startsLocal, state, holiday }: PlannedDate,
  lengthMinutes: number,
): ForeseenDateDto {
  const isMoved = !originalLocal.equals(startsLocal);
  const becomes = state === 'planned' ? (isMoved ? 'moved' : null) : state;
  return {
    startsLocal: minutesOf(originalLocal),
    endsLocal: minutesOf(originalLocal.add({ minutes: lengthMinutes })),
    holidays: holiday === null ? [] : [{ name: holiday.name, lands: [...holiday.lands] }],
    becomes,
    movedTo: isMoved ? minutesOf(startsLocal) : null,
  };
}

/** What a change does to each date, and who hears of it. */
export function presentReach({ plan, told }: ForeseenChange): SeriesReachDto {
  const invited = Map.groupBy(told, ({ meetingId }) => meetingId);
  const people = new Map(told.map(({ personId, language }) => [personId, language]));
  const count = (language: string) => [...people.values()].filter((spoken) => spoken === language).length;
  const changes = plan.changes.map(({ date, effect, input, touched }) => ({
    dateId: date.id,
    meetingId: date.meetingId,
    before: date.current.startsLocal,
    after: effect === 'cancelled' ? null : input.startsLocal,
    effect,
    touched: [...touched],
    invited: invited.get(date.meetingId)?.length ?? 0,
  }));
  const added = plan.adds
    .filter(({ state }) => state === 'planned')
    .map(({ startsLocal }) => ({
      dateId: null,
      meetingId: null,
      before: null,
      after: minutesOf(startsLocal),
      effect: 'added' as const,
      touched: [],
      invited: 0,
    }));
  const byDay = [...changes, ...added].toSorted((one, other) =>
    (one.after ?? one.before ?? '') < (other.after ?? other.before ?? '') ? -1 : 1,
  );
  return {
    effects: byDay,
    people: people.size,
    mails: { de: count('de'), en: count('en') },
    calendarMails: told.length,
  };
}

interface Named {
  readonly id: Id;
  readonly name: SeriesDto['name'];
}

function nameOf({ id, name }: Named): SeriesDto['institution'] {
  return { id, name };
}

function minutesOf(wallClock: PlannedDate['startsLocal']): string {
  return wallClock.toString({ smallestUnit: 'minute' });
}
