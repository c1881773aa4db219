import type { MeetingDto, MeetingItemDto } from '#contracts';
import type { Reader } from '#database';
import { displayName } from '#directory';
import type { InstitutionView } from '#directory';
import { DomainError } from '#kernel';
import { bundleMeetings, inputOf } from '#meetings';
import type { Meeting, MeetingBundle } from '#meetings';
import type { AnswerCounts } from '#participation';
import { findSeriesOf } from '#series';

/** A meeting as hosts see it. */
function presentMeeting(bundle: MeetingBundle, series: MeetingDto['series']): MeetingDto {
  const { meeting, institution, hosts, listings, organiser } = bundle;
  const input = inputOf(meeting, { hostIds: [], listingIds: [] });
  return {
    id: meeting.id,
    slug: meeting.slug,
    institution: presentName(institution),
    title: input.title,
    description: input.description,
    agenda: input.agenda,
    questions: input.questions,
    mailPlan: input.mailPlan,
    seating: input.seating,
    allDay: input.allDay,
    startsLocal: input.startsLocal,
    endsLocal: input.endsLocal,
    zone: input.zone,
    startsAt: meeting.startsAt.toString(),
    endsAt: meeting.endsAt.toString(),
    place: input.place,
    onlineUrl: input.onlineUrl,
    hosts: hosts.map(presentName),
    organiser: organiser === null ? null : { id: organiser.id, name: displayName(organiser) },
    listings: listings.map(presentName),
    series: series && { id: series.id, name: series.name, slug: series.slug },
    capacity: input.capacity,
    answerByLocal: input.answerByLocal,
    visibility: input.visibility,
    state: meeting.state,
    revision: meeting.revision,
    version: meeting.version,
    publishedAt: meeting.publishedAt?.toString() ?? null,
    cancelledAt: meeting.cancelledAt?.toString() ?? null,
  };
}

/** A meeting that was just read or written, with everybody it names. */
export async function readMeeting(reader: Reader, meeting: Meeting): Promise<MeetingDto> {
  const [bundle] = await bundleMeetings(reader, [meeting]);
  if (bundle === undefined) throw new DomainError('meeting.not-found');
  return presentMeeting(bundle, await findSeriesOf(reader, meeting.id));
}

/** A meeting as a row of the hosts' list. */
export function presentMeetingItem({ meeting, hosts }: MeetingBundle, counts: AnswerCounts): MeetingItemDto {
  const { startsLocal, endsLocal } = inputOf(meeting, { hostIds: [], listingIds: [] });
  return {
    id: meeting.id,
    slug: meeting.slug,
    title: meeting.title,
    allDay: meeting.allDay,
    startsLocal,
    endsLocal,
    zone: meeting.zone,
    city: meeting.place.city,
    online: meeting.onlineUrl !== null,
    hosts: hosts.map(presentName),
    state: meeting.state,
    capacity: meeting.capacity,
    invited: counts.invited,
    answered: counts.answered,
    confirmed: counts.confirmed,
    waitlisted: counts.waitlisted,
    people: counts.people,
    seats: counts.seats,
    clusters: counts.clusters,
  };
}

function presentName({ id, name }: InstitutionView): MeetingDto['institution'] {
  return { id, name };
}
