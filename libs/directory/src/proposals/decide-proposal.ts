import { assertMay, scopeOf } from '#access';
import { writeAudit } from '#audit';
import type { Tx } from '#database';
import { DomainError } from '#kernel';
import type { Id } from '#kernel';
import type { Acting } from '../acting.js';
import { changePerson } from '../person/change-person.js';
import { getPerson } from '../person/list-people.js';
import { homesOf, placeOfHome } from '../rights/person-home.js';
import { PersonProposal } from './person-proposal.entity.js';

export interface ProposalDecision {
  readonly id: Id;
  readonly accepted: boolean;
  /** The version of the person that was looked at; for what is declined it does not matter. */
  readonly ifMatch: number | null;
}

/**
 * Accepts a proposal, which changes the person as if the decider had done so, or declines it. The same decision again
 * changes nothing. Locks the proposal, then the person. Throws `proposal.not-found`, `access.denied`,
 * `proposal.decided` for another decision than before, and what `changePerson` throws.
 */
export async function decideProposal(
  tx: Tx,
  acting: Acting,
  { id, accepted, ifMatch }: ProposalDecision,
): Promise<void> {
  const { actor, now } = acting;
  const proposal = await lockProposal(tx, id);
  const person = await getPerson(tx, scopeOf(actor, 'person.read'), proposal.personId);
  assertMay(actor, 'person.change', placeOfHome(person.homeInstitutionId));
  const state = accepted ? 'accepted' : 'declined';
  if (proposal.state === state) return;
  if (proposal.state !== 'open') throw new DomainError('proposal.decided');
  if (accepted) {
    if (ifMatch === null) throw new DomainError('version.required');
    await changePerson(tx, acting, { id: person.id, ifMatch, patch: proposal.patch });
  }
  await tx.manager.update(PersonProposal, { id }, { state, decidedAt: now });
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: accepted ? 'proposal.accept' : 'proposal.decline',
      subjectKind: 'person',
      subjectId: person.id,
      institutionIds: homesOf(person),
      before: { proposalId: id, state: 'open' },
      after: { proposalId: id, state },
      requestId: actor.requestId,
    },
  ]);
}

async function lockProposal(tx: Tx, id: Id): Promise<PersonProposal> {
  const proposal = await tx.manager
    .createQueryBuilder(PersonProposal, 'proposal')
    .setLock('for_no_key_update')
    .where({ id })
    .getOne();
  if (proposal === null) throw new DomainError('proposal.not-found');
  return proposal;
}
