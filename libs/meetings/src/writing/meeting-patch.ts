import { meetingInput } from '#contracts';
import type { BodyOf, endpoints, MeetingInput } from '#contracts';
import { DomainError } from '#kernel';
import { columnsOf } from './meeting-values.js';

export type MeetingPatch = BodyOf<typeof endpoints.changeMeeting>;

/**
 * The whole that a merge-patch makes (RFC 7396): absent stays, null empties, `place` is merged field by field. Throws
 * `meeting.invalid` with the first rule the whole would break (an end before the start …).
 */
export function applyPatch(current: MeetingInput, patch: MeetingPatch): MeetingInput {
  const place =
    patch.place === undefined ? current.place : patch.place && { ...current.place, ...patch.place };
  const merged = meetingInput.safeParse({ ...current, ...patch, place });
  if (merged.success) {
    // A preview refuses what the change would.
    columnsOf(merged.data);
    return merged.data;
  }
  const [issue] = merged.error.issues;
  throw new DomainError(issue?.message.includes('.') ? issue.message : 'meeting.invalid', {
    pointer: `/${issue?.path.join('/') ?? ''}`,
  });
}
