import type { ConflictDto } from '#contracts';
import type { Id } from '#kernel';
import type { Conflict } from '#participation';

/** A conflict as hosts see it: of a meeting they may not read only whose it is. */
export function presentConflict(conflict: Conflict, readable: ReadonlySet<Id>): ConflictDto {
  switch (conflict.kind) {
    case 'weekend':
      return { kind: 'weekend', on: conflict.on.toString() };
    case 'public-holiday': {
      const { kind, on, name, laender, affected } = conflict;
      return { kind, on: on.toString(), name, laender: [...laender], affected: [...affected] };
    }
    case 'imported': {
      const { kind, summary, calendar, affected } = conflict;
      return { kind, summary, calendar, affected: [...affected] };
    }
    case 'meeting': {
      const { kind, meetingId, title, institution, overlaps, affected } = conflict;
      const meeting = readable.has(meetingId) ? { id: meetingId, title } : null;
      return { kind, meeting, institution, overlaps, affected: [...affected] };
    }
  }
}
