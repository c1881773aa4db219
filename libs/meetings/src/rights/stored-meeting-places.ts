import { Injectable } from '@nestjs/common';
import { MeetingPlaces } from '#access';
import type { MeetingPlace } from '#access';
import type { Reader } from '#database';
import type { Id } from '#kernel';

/** Where meetings lie, for rights and for the log. */
@Injectable()
export class StoredMeetingPlaces extends MeetingPlaces {
  find(reader: Reader, meetingIds: readonly Id[]): Promise<ReadonlyMap<Id, MeetingPlace>> {
    return findMeetingPlaces(reader, meetingIds);
  }
}

/** Owner and hosts of a meeting; one query. */
export async function listMeetingInstitutions(reader: Reader, meetingId: Id): Promise<readonly Id[]> {
  return (await findMeetingPlaces(reader, [meetingId])).get(meetingId)?.institutionIds ?? [];
}

/** Owner, hosts and zone of each meeting, in one query; unknown ones are missing from the map. */
export async function findMeetingPlaces(
  reader: Reader,
  meetingIds: readonly Id[],
): Promise<ReadonlyMap<Id, MeetingPlace>> {
  if (meetingIds.length === 0) return new Map();
  const rows: ({ readonly id: Id } & MeetingPlace)[] = await reader.manager.query(
    `SELECT id, zone,
            ARRAY(SELECT meeting.institution_id UNION
                  SELECT institution_id FROM meeting_host WHERE meeting_id = meeting.id) AS "institutionIds"
       FROM meeting WHERE id = ANY($1)`,
    [meetingIds],
  );
  return new Map(rows.map(({ id, institutionIds, zone }) => [id, { institutionIds, zone }]));
}
