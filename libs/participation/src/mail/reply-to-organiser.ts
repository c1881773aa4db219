import { displayName } from '#directory';
import type { RenderedMail } from '#mail';
import type { MeetingBundle } from '#meetings';

/** Where an answer to a mail without a calendar part goes: to the organiser, if that person has an address. */
export function replyToOrganiser({ organiser }: MeetingBundle): RenderedMail['replyTo'] {
  return organiser?.address ? { name: displayName(organiser), address: organiser.address } : null;
}
