import type { AuthorizedScope } from '#access';
import type { AudienceDto, AudiencePreviewDto } from '#contracts';
import type { Reader } from '#database';
import { displayName, resolveAudience } from '#directory';
import type { AudiencePerson } from '#directory';
import type { Id } from '#kernel';
import { getMeeting } from '#meetings';

type Effect = AudiencePreviewDto['institutions'][number]['holders'][number]['effect'];

/** Who would be invited, per cluster, and what sending would do; sends nothing. Throws `meeting.not-found`. */
export async function previewAudience(
  reader: Reader,
  scope: AuthorizedScope,
  meetingId: Id,
  audience: AudienceDto,
): Promise<AudiencePreviewDto> {
  const meeting = await getMeeting(reader, scope, meetingId);
  const { institutions, withoutOffice, people } = await resolveAudience(
    reader,
    audience,
    meeting.startsLocal.toPlainDate(),
  );
  const known = await findGivenReasons(reader, meetingId);
  const effects = new Map(people.map((person) => [person.personId, effectOn(person, known)]));
  const invited = people.filter(({ personId }) => effects.get(personId)?.startsWith('invite'));
  const count = (effect: Effect) => [...effects.values()].filter((value) => value === effect).length;
  return {
    institutions: institutions.map(({ institution, office, vacantSeats, holders }) => ({
      institution: { id: institution.id, name: institution.name },
      office: { id: office.id, name: office.name },
      vacantSeats,
      holders: holders.map((holder) => ({
        personId: holder.personId,
        name: displayName(holder),
        address: holder.address,
        language: holder.language,
        effect: effects.get(holder.personId) ?? 'none',
      })),
    })),
    withoutOffice: withoutOffice.map(({ id, name }) => ({ id, name })),
    people: people.length,
    invites: invited.length,
    addsReasons: count('add-reason'),
    vacant: institutions.reduce((sum, { vacantSeats }) => sum + vacantSeats, 0),
    mails: {
      de: invited.filter(({ language }) => language === 'de').length,
      en: invited.filter(({ language }) => language === 'en').length,
    },
  };
}

function effectOn(person: AudiencePerson, known: GivenReasons): Effect {
  if (person.address === null) return 'no-address';
  const given = known.get(person.personId);
  if (given === undefined) return 'invite';
  if (given === 'withdrawn') return 'invite-again';
  return person.reasons.every(({ officeId }) => given.has(officeId)) ? 'none' : 'add-reason';
}

/** By person with an invitation: the offices they are asked for, or that it was withdrawn. */
type GivenReasons = ReadonlyMap<Id, ReadonlySet<Id> | 'withdrawn'>;

async function findGivenReasons(reader: Reader, meetingId: Id): Promise<GivenReasons> {
  const rows: { personId: Id; state: 'active' | 'withdrawn'; officeIds: Id[] }[] = await reader.manager.query(
    `SELECT invitation.person_id AS "personId", invitation.state,
            array_remove(array_agg(reason.office_id) FILTER (WHERE reason.ended_at IS NULL), NULL) AS "officeIds"
       FROM invitation LEFT JOIN invitation_reason AS reason ON reason.invitation_id = invitation.id
      WHERE invitation.meeting_id = $1
      GROUP BY invitation.person_id, invitation.state`,
    [meetingId],
  );
  return new Map(
    rows.map(({ personId, state, officeIds }) => [
      personId,
      state === 'withdrawn' ? state : new Set(officeIds ?? []),
    ]),
  );
}
