import { endpoints, type BodyOf, type ConflictDto, type ForeseenDateDto } from '#contracts';
import { useApi } from '../../api/index.js';

interface AskedDates {
  readonly dates: readonly ForeseenDateDto[];
  readonly zone: string;
  readonly institutionId: string;
  readonly asking: NonNullable<BodyOf<typeof endpoints.foreseeDates>['asking']> | null;
  /** Meetings of the series itself, which do not stand against it. */
  readonly ownMeetingIds: readonly string[];
}

/**
 * What else stands against each of the dates, in their order: other meetings, entries of imported calendars, weekends.
 * Holidays are known with the dates themselves.
 */
export function useConflicts(asked: AskedDates): readonly (readonly ConflictDto[])[] {
  const { dates, zone, institutionId, asking, ownMeetingIds } = asked;
  const rule = asking?.audience.kind === 'rule' ? asking.audience.rule : null;
  const spans = dates.map(({ startsLocal, endsLocal }) => ({ startsLocal, endsLocal, zone }));
  const body = { dates: spans, institutionIds: [institutionId], rule };
  const { data } = useApi(endpoints.findConflicts, { body }, { keepsPrevious: true });
  if (data?.dates.length !== dates.length) return [];
  return data.dates.map(({ conflicts }) =>
    conflicts.filter(
      (conflict) =>
        conflict.kind !== 'public-holiday' &&
        !(conflict.kind === 'meeting' && ownMeetingIds.includes(conflict.meeting?.id ?? '')),
    ),
  );
}
