import { assertMay, scopeOf } from '#access';
import type { GivenAnswer, HandoverPreviewDto, Role } from '#contracts';
import type { Reader } from '#database';
import { displayName, findInstitutions, getOffice, getPerson, roleOfOffice } from '#directory';
import type { Acting, OfficeView, PersonName } from '#directory';
import { DomainError, Temporal } from '#kernel';
import type { Id } from '#kernel';
import { listHeldOffices } from './held-offices.js';
import { findConcerned, findHostDuties } from './concerned-meetings.js';
import type { ConcernedInvitation } from './concerned-meetings.js';
import { findMandate } from './find-mandate.js';
import { firstDayOf } from './hand-over.js';
import type { HandoverCommand } from './hand-over.js';

type PreviewCommand = Omit<HandoverCommand, 'successorId'> & { readonly successorId: Id | null };

/**
 * What would follow from a handover, were it asked for now; changes nothing. Meetings that the actor may not read are
 * counted, not named. Throws `access.denied`, `mandate.not-found`, `person.not-found`, `handover.to-oneself` and
 * `period.not-in-order`.
 */
export async function previewHandover(
  reader: Reader,
  { actor, now }: Acting,
  command: PreviewCommand,
): Promise<HandoverPreviewDto> {
  const mandate = await findMandate(reader, command.mandateId);
  assertMay(actor, 'mandate.change', { institutionIds: [mandate.institutionId] });
  const { successorId, lastDay } = command;
  const predecessor = mandate.person;
  if (successorId === predecessor.id) throw new DomainError('handover.to-oneself');
  const firstDay = firstDayOf(command);
  if (Temporal.PlainDate.compare(lastDay, mandate.validFrom) < 0)
    throw new DomainError('period.not-in-order');
  const successor =
    successorId === null ? null : await getPerson(reader, scopeOf(actor, 'person.read'), successorId);
  const asked = { id: mandate.officeId, asOf: firstDay, now };
  const office = await getOffice(reader, scopeOf(actor, 'institution.read'), asked);
  const turnsAt = await startOf(reader, lastDay.add({ days: 1 }), mandate.institutionId);
  const isDue = Temporal.Instant.compare(turnsAt, now) <= 0;
  const scope = scopeOf(actor, 'meeting.read');
  const person = { personId: predecessor.id, after: isDue ? now : turnsAt };
  const concerned = await findConcerned(reader, scope, { ...person, officeId: office.id, successorId });
  return {
    office: { id: office.id, name: office.name },
    predecessor: named(predecessor),
    successor: successor === null ? null : named(successor),
    lastDay: lastDay.toString(),
    firstDay: firstDay.toString(),
    isDue,
    ...presentInvitations(concerned, successorId !== null),
    hostDuties: [...(await findHostDuties(reader, scope, person))],
    deputies: office.deputies.map((deputy) => ({ rank: deputy.rank, person: named(deputy.person) })),
    grantsLost: [...(await findGrantsLost(reader, office, { personId: predecessor.id, day: firstDay }))],
  };
}

function named(person: PersonName & { readonly id: Id }) {
  return { id: person.id, name: displayName(person) };
}

function presentInvitations(
  concerned: readonly ConcernedInvitation[],
  hasSuccessor: boolean,
): Pick<HandoverPreviewDto, 'invitations' | 'hiddenInvitations' | 'mails'> {
  const invited = concerned.filter((each) => effectOn(each) !== 'decide' && !each.isSuccessorInvited);
  return {
    invitations: concerned.filter(({ isReached }) => isReached).map(presentConcerned),
    hiddenInvitations: concerned.filter(({ isReached }) => !isReached).length,
    mails: {
      withdrawals: concerned.filter((each) => effectOn(each) === 'withdraw' && each.answer === null).length,
      invitations: hasSuccessor ? invited.length : 0,
    },
  };
}

function effectOn({ answer, otherReasons }: ConcernedInvitation): 'withdraw' | 'decide' | 'end-reason' {
  if (otherReasons > 0) return 'end-reason';
  const deciding: readonly (GivenAnswer | null)[] = ['yes', 'maybe'];
  return deciding.includes(answer) ? 'decide' : 'withdraw';
}

function presentConcerned(each: ConcernedInvitation): HandoverPreviewDto['invitations'][number] {
  const { meeting, answer, otherReasons, isSuccessorInvited } = each;
  return { meeting, answer, effect: effectOn(each), otherReasons, isSuccessorInvited };
}

async function startOf(
  reader: Reader,
  day: Temporal.PlainDate,
  institutionId: Id,
): Promise<Temporal.Instant> {
  const zone = (await findInstitutions(reader, [institutionId])).get(institutionId)?.zone ?? 'UTC';
  return day.toZonedDateTime({ timeZone: zone }).toInstant();
}

/** The role that the office gives, unless another office in the same institution gives it too. */
async function findGrantsLost(
  reader: Reader,
  { id, kind, institution }: OfficeView,
  holder: { readonly personId: Id; readonly day: Temporal.PlainDate },
): Promise<readonly { readonly role: Role; readonly institution: OfficeView['institution'] }[]> {
  const held = await listHeldOffices(reader, holder);
  const role = roleOfOffice[kind];
  const keeps = held.some(
    (other) =>
      other.officeId !== id &&
      other.institutionId === institution.id &&
      (role === 'member' || roleOfOffice[other.kind] === role),
  );
  return keeps ? [] : [{ role, institution }];
}
