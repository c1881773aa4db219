import type { Actor } from '#access';
import { publicHolidays } from '#calendar';
import type { PublicHoliday } from '#calendar';
import type { PollProposalInput } from '#contracts';
import type { Reader } from '#database';
import { listLaender, resolveAudience } from '#directory';
import type { ResolvedAudience } from '#directory';
import { Temporal } from '#kernel';
import type { Id, LocalizedText } from '#kernel';
import { assertAskable, ruleOfAudience } from '#participation';

/** Days that suit, and those that were passed over. */
export interface ProposedDates {
  readonly options: readonly { readonly startsLocal: Temporal.PlainDateTime; readonly allDay: boolean }[];
  readonly lands: readonly string[];
  readonly holidays: readonly PublicHoliday[];
  readonly taken: readonly TakenDay[];
}

interface TakenDay {
  readonly on: Temporal.PlainDate;
  /** Null: not for everybody to know. */
  readonly title: LocalizedText | null;
}

/**
 * Proposes days of the span, spread over it, that are no holiday in any Land of the audience and on which no published
 * meeting concerns one of the audience's clusters: theirs, hosted by them, or with people invited for them. Refuses an
 * audience that refers to nothing (`FieldsError`).
 */
export async function proposeDates(
  reader: Reader,
  actor: Actor,
  input: PollProposalInput & { readonly now: Temporal.Instant },
): Promise<ProposedDates> {
  await assertAskable(reader, actor, input.asking.audience, '/asking/audience');
  const [from, until] = [Temporal.PlainDate.from(input.from), Temporal.PlainDate.from(input.until)];
  const audience = await resolve(reader, input, from);
  const lands = await landsOf(reader, audience, input);
  const holidays = publicHolidays(lands, from, until.add({ days: 1 }));
  const clusterIds = audience.clusters.map(({ institution }) => institution.id);
  const taken = await findTaken(reader, [input.institutionId, ...clusterIds], { from, until });
  const passedOver = new Set([...holidays, ...taken].map(({ on }) => on.toString()));
  const today = input.now.toZonedDateTimeISO(input.zone).toPlainDate();
  const free = daysOf(from, until).filter(
    (day) =>
      input.weekdays.includes(day.dayOfWeek) &&
      Temporal.PlainDate.compare(day, today) > 0 &&
      !passedOver.has(day.toString()),
  );
  const onWeekday = ({ on }: { on: Temporal.PlainDate }) => input.weekdays.includes(on.dayOfWeek);
  return {
    options: spread(free, input.count).map((day) => ({
      startsLocal: day.toPlainDateTime(input.time ?? '00:00'),
      allDay: input.time === null,
    })),
    lands,
    holidays: holidays.filter(onWeekday),
    taken: taken.filter(onWeekday),
  };
}

/** So many of the days, evenly from the first to the last. Pure. */
export function spread<Day>(days: readonly Day[], count: number): readonly Day[] {
  if (days.length <= count) return days;
  const step = (days.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => days[Math.round(index * step)]).filter(
    (day) => day !== undefined,
  );
}

function daysOf(from: Temporal.PlainDate, until: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const { days } = from.until(until, { largestUnit: 'days' });
  return Array.from({ length: days + 1 }, (_, index) => from.add({ days: index }));
}

async function resolve(
  reader: Reader,
  { asking, now }: PollProposalInput & { now: Temporal.Instant },
  meetingDay: Temporal.PlainDate,
): Promise<ResolvedAudience> {
  const { audience, settings } = asking;
  const source =
    audience.kind === 'rule'
      ? { audienceId: null, rule: audience.rule }
      : { audienceId: audience.audienceId, rule: null };
  return resolveAudience(reader, ruleOfAudience(source), {
    meetingDay,
    now,
    successors: settings.successors,
  });
}

async function landsOf(
  reader: Reader,
  { laender }: ResolvedAudience,
  { institutionId, now }: { institutionId: Id; now: Temporal.Instant },
): Promise<readonly string[]> {
  return laender.length > 0 ? laender.map(({ land }) => land) : listLaender(reader, institutionId, now);
}

/** Each day of a published meeting that concerns one of these institutions, named where it is public. One query. */
async function findTaken(
  reader: Reader,
  institutionIds: readonly Id[],
  { from, until }: { from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<readonly TakenDay[]> {
  return reader.manager.query(
    `SELECT day.on::date AS "on", CASE WHEN meeting.visibility = 'public' THEN meeting.title END AS title
       FROM meeting
      CROSS JOIN LATERAL generate_series(meeting.starts_local::date,
                                         (meeting.ends_local - interval '1 microsecond')::date, interval '1 day') AS day("on")
      WHERE meeting.state = 'published' AND meeting.ends_local > $2::date AND meeting.starts_local < $3::date + 1
        AND day.on::date BETWEEN $2::date AND $3::date
        AND (meeting.institution_id = ANY($1)
          OR EXISTS (SELECT FROM meeting_host WHERE meeting_id = meeting.id AND institution_id = ANY($1))
          OR EXISTS (SELECT FROM invitation JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
                      WHERE invitation.meeting_id = meeting.id AND invitation.state = 'active'
                        AND reason.ended_at IS NULL AND reason.institution_id = ANY($1)))
      ORDER BY day.on, meeting.id`,
    [institutionIds, from, until],
  );
}
