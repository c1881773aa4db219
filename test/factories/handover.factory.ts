import type { Reader } from '#database';
import type { Deputy } from '#directory';
import { newId, Temporal } from '#kernel';
import type { TokenKeys } from '#kernel';
import { aMandate, anOffice, aPerson } from './directory.factory.js';
import { anInvitation } from './meetings.factory.js';

/*
 * Deputies, handovers and what they leave to decide, written straight into the tables. Times fit a test clock that
 * stands in March 2026.
 */

const day = (text: string) => Temporal.PlainDate.from(text);
const at = Temporal.Instant.from('2026-02-02T08:00:00Z');

export async function aDeputy(reader: Reader, fields: Partial<Deputy> = {}): Promise<Deputy> {
  const deputy: Deputy = {
    id: newId(),
    officeId: fields.officeId ?? (await anOffice(reader)).id,
    personId: fields.personId ?? (await aPerson(reader)).id,
    rank: 1,
    validFrom: day('2026-01-01'),
    validUntil: null,
    ...fields,
  };
  await reader.manager.insert('Deputy', { ...deputy });
  return deputy;
}

/** The holder's last day is 31 March; the successor follows the day after. */
export async function aHandover(reader: Reader, { officeId }: { officeId: string }): Promise<{ id: string }> {
  const ended = await aMandate(reader, { officeId, validUntil: day('2026-03-31') });
  const begun = await aMandate(reader, { officeId, validFrom: day('2026-04-01') });
  const id = newId();
  await reader.manager.insert('Handover', {
    id,
    officeId,
    endedMandateId: ended.id,
    begunMandateId: begun.id,
    lastDay: day('2026-03-31'),
    firstDay: day('2026-04-01'),
    formerLastDay: null,
    startedById: null,
    startedAt: at,
    calledOffAt: null,
  });
  return { id };
}

/** Somebody said yes and left the office in January; nobody has followed. */
export async function aDecision(
  reader: Reader,
  keys: TokenKeys,
  { officeId, meetingId }: { officeId: string; meetingId: string },
): Promise<{ id: string }> {
  const mandate = await aMandate(reader, { officeId, validUntil: day('2026-01-31') });
  const answered = { answer: 'yes', answerChannel: 'web', answeredAt: at } as const;
  const invitation = await anInvitation(reader, keys, { ...answered, meetingId, personId: mandate.personId });
  const id = newId();
  await reader.manager.insert('HandoverDecision', {
    id,
    meetingId,
    invitationId: invitation.id,
    officeId,
    mandateId: mandate.id,
    successorId: null,
    state: 'open',
    openedAt: at,
    startedById: null,
    decidedById: null,
    decidedAt: null,
  });
  return { id };
}

interface Reason {
  readonly invitationId: string;
  readonly officeId: string;
  readonly institutionId: string;
  readonly asDeputyForId?: string | null;
  readonly endedAt?: Temporal.Instant;
  readonly endCause?: string;
}

/** The office is a reason of the invitation. */
export async function aReason(reader: Reader, { officeId, ...fields }: Reason): Promise<void> {
  await reader.manager.insert('InvitationReason', {
    officeId,
    id: newId(),
    kind: 'office',
    reasonKey: `office:${officeId}`,
    asDeputyForId: null,
    givenAt: at,
    endedAt: null,
    endCause: null,
    ...fields,
  });
}
