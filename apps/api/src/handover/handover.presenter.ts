import type { HandoverDecisionDto, HandoverDto, VacantOfficeDto } from '#contracts';
import { displayName } from '#directory';
import type { PersonName } from '#directory';
import type { DecisionView, HandoverView, VacantOffice } from '#handover';
import type { Id } from '#kernel';

/** A handover, as the contract has it. */
export function presentHandover(handover: HandoverView): HandoverDto {
  const { id, office, institution, predecessor, successor, lastDay, firstDay, startedAt } = handover;
  return {
    id,
    office: { id: office.id, name: office.name },
    institution: { id: institution.id, name: institution.name },
    predecessor: namedPerson(predecessor),
    successor: successor === null ? null : namedPerson(successor),
    lastDay: lastDay.toString(),
    firstDay: firstDay.toString(),
    startedAt: startedAt.toString(),
  };
}

/** A decision of the host, as the contract has it. */
export function presentDecision(decision: DecisionView): HandoverDecisionDto {
  const { id, meeting, office, institution, predecessor, successor } = decision;
  return {
    id,
    meeting: {
      id: meeting.id,
      title: meeting.title,
      startsLocal: meeting.startsLocal.toString({ smallestUnit: 'minute' }),
      zone: meeting.zone,
    },
    office: { id: office.id, name: office.name },
    institution: { id: institution.id, name: institution.name },
    predecessor: namedPerson(predecessor),
    answer: decision.answer,
    successor: successor === null ? null : namedPerson(successor),
    state: decision.state,
    openedAt: decision.openedAt.toString(),
    decidedAt: decision.decidedAt?.toString() ?? null,
  };
}

/** An office that nobody holds any more, as the contract has it. */
export function presentVacantOffice({
  office,
  institution,
  predecessor,
  since,
}: VacantOffice): VacantOfficeDto {
  return {
    office: { id: office.id, name: office.name },
    institution: { id: institution.id, name: institution.name },
    predecessor: namedPerson(predecessor),
    since: since.toString(),
  };
}

function namedPerson(person: (PersonName & { readonly id: Id }) | null) {
  return person === null ? { id: '', name: '' } : { id: person.id, name: displayName(person) };
}
