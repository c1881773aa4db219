import { instantOf, tzVersion } from '#calendar';
import type { MeetingInput } from '#contracts';
import { DomainError, Temporal } from '#kernel';
import type { Meeting } from '../tables/meeting.entity.js';
import { faceOf, toMinutes } from '../meeting-face.js';

type InputColumns = Pick<
  Meeting,
  | 'institutionId'
  | 'title'
  | 'description'
  | 'agenda'
  | 'allDay'
  | 'zone'
  | 'startsLocal'
  | 'endsLocal'
  | 'startsAt'
  | 'endsAt'
  | 'tzVersion'
  | 'place'
  | 'onlineUrl'
  | 'organiserId'
  | 'capacity'
  | 'answerByLocal'
  | 'answerByAt'
  | 'visibility'
  | 'questions'
  | 'mailPlan'
  | 'seating'
>;

const NOWHERE = {
  name: null,
  room: null,
  street: null,
  postcode: null,
  city: null,
  land: null,
  directions: null,
  latitude: null,
  longitude: null,
};

/**
 * The columns that follow from what the host typed; instants are derived from wall clock and zone. Throws
 * `meeting.ends-before-start` where only the zone shows it: half past two to three, on the night that has no such hour.
 */
export function columnsOf(input: MeetingInput): InputColumns {
  const startsLocal = Temporal.PlainDateTime.from(input.startsLocal);
  const endsLocal = Temporal.PlainDateTime.from(input.endsLocal);
  const answerByLocal =
    input.answerByLocal === null ? null : Temporal.PlainDateTime.from(input.answerByLocal);
  const wallClocks = { startsLocal, endsLocal, answerByLocal, zone: input.zone };
  return {
    institutionId: input.institutionId,
    title: input.title,
    description: input.description,
    agenda: input.agenda,
    allDay: input.allDay,
    zone: input.zone,
    startsLocal,
    endsLocal,
    ...instantsOf(wallClocks),
    place: input.place ?? NOWHERE,
    onlineUrl: input.onlineUrl,
    organiserId: input.organiserId,
    capacity: input.capacity,
    answerByLocal,
    visibility: input.visibility,
    questions: input.questions,
    mailPlan: input.mailPlan,
    seating: input.seating,
  };
}

/**
 * The instants that follow from a meeting's wall clocks by the zone data of this process, and their version. Throws
 * `meeting.ends-before-start`, `meeting.unknown-zone`.
 */
export function instantsOf({
  startsLocal,
  endsLocal,
  answerByLocal,
  zone,
}: Pick<Meeting, 'startsLocal' | 'endsLocal' | 'answerByLocal' | 'zone'>): Pick<
  Meeting,
  'startsAt' | 'endsAt' | 'answerByAt' | 'tzVersion'
> {
  const [startsAt, endsAt] = [instantOf(startsLocal, zone), instantOf(endsLocal, zone)];
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) throw new DomainError('meeting.ends-before-start');
  const answerByAt = answerByLocal === null ? null : instantOf(answerByLocal, zone);
  return { startsAt, endsAt, answerByAt, tzVersion: tzVersion() };
}

/** The row back in the host's terms: what a merge-patch is applied to. */
export function inputOf(
  meeting: Meeting,
  links: { hostIds: readonly string[]; listingIds: readonly string[] },
): MeetingInput {
  return {
    ...faceOf(meeting),
    institutionId: meeting.institutionId,
    hostIds: [...links.hostIds],
    listingIds: [...links.listingIds],
    organiserId: meeting.organiserId,
    capacity: meeting.capacity,
    answerByLocal: meeting.answerByLocal === null ? null : toMinutes(meeting.answerByLocal),
    visibility: meeting.visibility,
    questions: [...meeting.questions],
    mailPlan: meeting.mailPlan,
    seating: meeting.seating,
  };
}
