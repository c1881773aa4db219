import type { AttendanceSummaryDto, AttendeeDto, ChangedDoorLinkDto } from '#contracts';
import { takesPartOnline } from '#participation';
import type { AttendanceSum, Attendee, DoorLinkView } from '#participation';

/** Somebody who is expected, or was there. */
export function presentAttendee(attendee: Attendee): AttendeeDto {
  const { key, personId, name, broughtBy, walkIn, organisation, state, markedAtDoor } = attendee;
  return {
    key,
    personId,
    name,
    broughtBy,
    walkIn,
    contingent: attendee.contingent && { id: attendee.contingent.id, name: attendee.contingent.name },
    online: takesPartOnline(attendee),
    organisation,
    institutions: attendee.institutions.map(({ id, name: own }) => ({ id, name: own })),
    clusters: attendee.clusters.map(({ id, name: own }) => ({ id, name: own })),
    state,
    checkedInAt: attendee.checkedInAt?.toString() ?? null,
    markedAtDoor,
  };
}

/** How many were there. */
export function presentAttendance(sum: AttendanceSum): AttendanceSummaryDto {
  const { total, present, excused, absent, open, walkIns, online, closedAt } = sum;
  return {
    total,
    present,
    excused,
    absent,
    open,
    walkIns,
    online: { total: online.total, present: online.present, open: online.open },
    closedAt: closedAt?.toString() ?? null,
  };
}

/** A door link without its address. */
export function presentDoorLink({ link, opensAt, closesAt }: DoorLinkView): ChangedDoorLinkDto {
  return {
    id: link.id,
    name: link.name,
    createdAt: link.createdAt.toString(),
    revokedAt: link.revokedAt?.toString() ?? null,
    opensAt: opensAt.toString(),
    closesAt: closesAt.toString(),
  };
}
