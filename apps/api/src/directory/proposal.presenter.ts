import type { OwnProposalDto, ProposalDto } from '#contracts';
import type { OwnProposalView, ProposalView } from '#directory';
import { presentPerson } from './person.presenter.js';

/** A proposal for who decides it, as the contract has it. */
export function presentProposal(proposal: ProposalView): ProposalDto {
  const { person, proposer } = proposal;
  return {
    ...presentKept(proposal),
    person: presentPerson(person),
    proposer: { id: proposer.id, name: proposer.name },
  };
}

/** A proposal for who made it, as the contract has it. */
export function presentOwnProposal(proposal: OwnProposalView): OwnProposalDto {
  return { ...presentKept(proposal), personId: proposal.personId };
}

function presentKept({
  id,
  patch,
  note,
  state,
  proposedAt,
  decidedAt,
}: Omit<OwnProposalView, 'personId'>): Omit<OwnProposalDto, 'personId'> {
  return {
    id,
    patch,
    note,
    state,
    proposedAt: proposedAt.toString(),
    decidedAt: decidedAt?.toString() ?? null,
  };
}
