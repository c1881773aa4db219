import type { Actor } from '#access';
import type { AskedAudience, AskingInput, AudienceRule } from '#contracts';
import type { Reader, Tx } from '#database';
import { assertReferences, referencesOf, resolveAudience } from '#directory';
import type { ResolvedAudience } from '#directory';
import { newId, sha256 } from '#kernel';
import type { Id, Temporal } from '#kernel';
import type { Meeting } from '#meetings';
import { MeetingAudience } from '../tables/meeting-audience.entity.js';

/**
 * Refuses an audience that refers to what is not there or not within the actor's reach (`FieldsError`); `at` is where the
 * body holds it.
 */
export async function assertAskable(
  reader: Reader,
  actor: Actor,
  audience: AskedAudience,
  at: '/audience' | '/asking/audience' = '/audience',
): Promise<void> {
  const references =
    audience.kind === 'rule'
      ? referencesOf(audience.rule, `${at}/rule`)
      : [{ pointer: `${at}/audienceId`, to: 'audience', id: audience.audienceId } as const];
  await assertReferences(reader, actor, references);
}

/** Remembers that the meeting's invitations go to an audience; asked again, the latest settings count. */
export async function rememberAudience(
  tx: Tx,
  asked: AskingInput & {
    readonly meetingId: Id;
    readonly askedBy: Id | null;
    readonly askedAt: Temporal.Instant;
  },
): Promise<MeetingAudience> {
  const { audience, settings, ...rest } = asked;
  const source = sourceOf(audience);
  const row: MeetingAudience = { ...rest, ...source, ...settings, id: newId() };
  await tx.manager
    .createQueryBuilder()
    .insert()
    .into(MeetingAudience)
    .values({ ...row, rule: row.rule as object | null })
    .orUpdate(
      ['successors', 'newcomers', 'copy_to_deputies', 'asked_by', 'asked_at'],
      ['meeting_id', 'audience_key'],
    )
    .updateEntity(false)
    .execute();
  const { meetingId, audienceKey } = row;
  return tx.manager.findOneByOrFail(MeetingAudience, { meetingId, audienceKey });
}

/** The audiences that the meeting's invitations went to, the first asked first. */
export async function findMeetingAudiences(
  reader: Reader,
  meetingId: Id,
): Promise<readonly MeetingAudience[]> {
  return reader.manager.find(MeetingAudience, { where: { meetingId }, order: { id: 'ASC' } });
}

/** Whether deputies get copies of what the holders of one of the meeting's audiences get. */
export async function wantsCopies(reader: Reader, meetingId: Id): Promise<boolean> {
  return reader.manager.existsBy(MeetingAudience, { meetingId, copyToDeputies: true });
}

/**
 * Whom an audience yields for a meeting, as of the meeting's day in the meeting's zone. A saved audience that is gone
 * yields nobody.
 */
export async function resolveFor(
  reader: Reader,
  meeting: Pick<Meeting, 'startsLocal'>,
  asked: Pick<MeetingAudience, 'audienceId' | 'rule' | 'successors'> & { readonly now: Temporal.Instant },
): Promise<ResolvedAudience> {
  const { successors, now } = asked;
  return resolveAudience(reader, ruleOfAudience(asked), {
    meetingDay: meeting.startsLocal.toPlainDate(),
    now,
    successors,
  });
}

/** The columns of the row that say where the rule is. */
export function sourceOf(
  audience: AskedAudience,
): Pick<MeetingAudience, 'audienceKey' | 'audienceId' | 'rule'> {
  return audience.kind === 'saved'
    ? { audienceKey: audience.audienceId, audienceId: audience.audienceId, rule: null }
    : { audienceKey: sha256(JSON.stringify(audience.rule)), audienceId: null, rule: audience.rule };
}

/** The rule of an audience: composed for the occasion, or all of a saved one; nobody where there is neither. */
export function ruleOfAudience({
  audienceId,
  rule,
}: Pick<MeetingAudience, 'audienceId' | 'rule'>): AudienceRule {
  if (rule !== null) return rule;
  return { include: audienceId === null ? [] : [{ kind: 'audience', audienceId }], exclude: [] };
}
