import type { Actor } from '#access';
import { scopeOf } from '#access';
import type { AskingInput, InvitationsPreviewDto } from '#contracts';
import type { Reader } from '#database';
import { presentAudience } from '#directory';
import type { Id, Temporal } from '#kernel';
import { getMeeting } from '#meetings';
import { assertAskable, resolveFor, sourceOf } from '../invitations/asked-audience.js';
import { effectOn, findGivenReasons } from './given-reasons.js';
import type { Effect } from './given-reasons.js';

/** Who would be invited and why, and what sending would do; sends nothing. Throws `meeting.not-found`. */
export async function previewInvitations(
  reader: Reader,
  actor: Actor,
  asked: AskingInput & { readonly meetingId: Id; readonly now: Temporal.Instant },
): Promise<InvitationsPreviewDto> {
  const { meetingId, audience, settings, now } = asked;
  const meeting = await getMeeting(reader, scopeOf(actor, 'meeting.invite'), meetingId);
  await assertAskable(reader, actor, audience);
  const resolved = await resolveFor(reader, meeting, { ...sourceOf(audience), ...settings, now });
  const known = await findGivenReasons(reader, meetingId);
  const effects = new Map(resolved.people.map((person) => [person.personId, effectOn(person, known)]));
  const invited = resolved.people.filter(({ personId }) => effects.get(personId)?.startsWith('invite'));
  const count = (effect: Effect) => [...effects.values()].filter((value) => value === effect).length;
  const { items, ...sums } = await presentAudience(reader, actor, resolved);
  return {
    ...sums,
    items: items.map((item) => ({ ...item, effect: effects.get(item.personId) ?? 'none' })),
    invites: invited.length,
    addsReasons: count('add-reason'),
    mails: {
      de: invited.filter(({ language }) => language === 'de').length,
      en: invited.filter(({ language }) => language === 'en').length,
    },
  };
}
