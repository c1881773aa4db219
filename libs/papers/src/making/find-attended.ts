import type { AuthorizedScope } from '#access';
import type { Reader } from '#database';
import { Temporal } from '#kernel';
import type { Id } from '#kernel';
import { Meeting, whereMeetingReached } from '#meetings';

/** The meetings of a year that the scope reaches and at which a person was present, in their order. */
export async function findAttended(
  reader: Reader,
  scope: AuthorizedScope,
  { personId, year }: { readonly personId: Id; readonly year: number },
): Promise<readonly Meeting[]> {
  const [from, until] = [year, year + 1].map((each) =>
    Temporal.PlainDate.from({ year: each, month: 1, day: 1 }),
  );
  const query = reader.manager
    .createQueryBuilder(Meeting, 'meeting')
    .where(
      `EXISTS (SELECT FROM attendance
                WHERE attendance.meeting_id = meeting.id AND attendance.person_id = :personId
                  AND attendance.state = 'present')`,
      { personId },
    )
    .andWhere(`meeting.state = 'published'`)
    .andWhere('meeting.startsLocal >= :from AND meeting.startsLocal < :until', {
      from: from?.toString(),
      until: until?.toString(),
    });
  return whereMeetingReached(query, scope).orderBy('meeting.startsAt').addOrderBy('meeting.id').getMany();
}
