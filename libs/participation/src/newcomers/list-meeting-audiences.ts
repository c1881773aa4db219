import type { Actor } from '#access';
import { scopeOf } from '#access';
import type { MeetingAudienceDto } from '#contracts';
import type { Reader } from '#database';
import { findAudienceNames, presentAudience } from '#directory';
import type { Id, LocalizedText, Temporal } from '#kernel';
import { getMeeting } from '#meetings';
import type { Meeting } from '#meetings';
import { findMeetingAudiences, resolveFor } from '../invitations/asked-audience.js';
import { findLeftOffices } from '../invitations/office-invitations.js';
import { findGivenReasons } from '../reading/given-reasons.js';
import type { GivenReasons } from '../reading/given-reasons.js';
import type { MeetingAudience } from '../tables/meeting-audience.entity.js';
import { isInvited, newcomersAmong, takesNewcomers } from './newcomer.policy.js';

interface Asked {
  readonly meetingId: Id;
  readonly now: Temporal.Instant;
}

/**
 * The audiences that a meeting's invitations went to, and who is new in them since and has not been invited. Throws
 * `meeting.not-found`.
 */
export async function listMeetingAudiences(
  reader: Reader,
  actor: Actor,
  { meetingId, now }: Asked,
): Promise<MeetingAudienceDto[]> {
  const meeting = await getMeeting(reader, scopeOf(actor, 'meeting.invite'), meetingId);
  const audiences = await findMeetingAudiences(reader, meetingId);
  const names = await findAudienceNames(
    reader,
    audiences.flatMap(({ audienceId }) => audienceId ?? []),
  );
  const known = await findGivenReasons(reader, meetingId);
  const found: MeetingAudienceDto[] = [];
  for (const audience of audiences) {
    const fresh = await findNewcomers(reader, meeting, { audience, known, now });
    const { items } = await presentAudience(reader, actor, fresh);
    found.push({ ...present(audience, names.get(audience.audienceId ?? '')), newcomers: items });
  }
  return found;
}

async function findNewcomers(
  reader: Reader,
  meeting: Meeting,
  { audience, known, now }: { audience: MeetingAudience; known: GivenReasons; now: Temporal.Instant },
) {
  const resolved = await resolveFor(reader, meeting, { ...audience, now });
  const left = await findLeftOffices(reader, meeting, now);
  const people = takesNewcomers(meeting, now) ? newcomersAmong(resolved.people, known, left) : [];
  return { ...resolved, people: people.filter(({ personId }) => !isInvited(personId, known)) };
}

function present(
  row: MeetingAudience,
  name: LocalizedText | undefined,
): Omit<MeetingAudienceDto, 'newcomers'> {
  const { id, audienceId, rule, successors, newcomers, copyToDeputies, askedAt } = row;
  const audience =
    rule === null
      ? { kind: 'saved' as const, audienceId: audienceId ?? '' }
      : { kind: 'rule' as const, rule };
  const settings = { successors, newcomers, copyToDeputies };
  return { id, audience, name: name ?? null, settings, askedAt: askedAt.toString() };
}
