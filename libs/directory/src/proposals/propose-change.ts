import { may, scopeOf } from '#access';
import type { PersonPatch } from '#contracts';
import { insertRows } from '#database';
import type { Tx } from '#database';
import { DomainError, newId } from '#kernel';
import type { Id } from '#kernel';
import { writeAudit } from '#audit';
import type { Acting } from '../acting.js';
import { getPerson } from '../person/list-people.js';
import { homesOf, placeOfHome } from '../rights/person-home.js';
import { PersonProposal } from './person-proposal.entity.js';

export interface NewProposal {
  readonly personId: Id;
  readonly patch: PersonPatch;
  readonly note: string | null;
}

/**
 * Keeps a change that somebody proposes for a person whom they reach but may not change; the managers of the home
 * institution decide. Throws `person.not-found`, `proposal.empty`, and `proposal.not-needed` for who may change the
 * person anyway.
 */
export async function proposeChange(
  tx: Tx,
  { actor, now }: Acting,
  { personId, patch, note }: NewProposal,
): Promise<PersonProposal> {
  if (actor.personId === null) throw new DomainError('access.denied');
  const person = await getPerson(tx, scopeOf(actor, 'person.read'), personId);
  if (may(actor, 'person.change', placeOfHome(person.homeInstitutionId))) {
    throw new DomainError('proposal.not-needed');
  }
  if (Object.keys(patch).length === 0) throw new DomainError('proposal.empty');
  const proposal: PersonProposal = {
    id: newId(),
    personId,
    proposerId: actor.personId,
    patch,
    note,
    state: 'open',
    proposedAt: now,
    decidedAt: null,
  };
  await insertRows(tx, PersonProposal, [proposal]);
  await writeAudit(tx, [
    {
      at: now,
      actorPersonId: actor.personId,
      channel: actor.channel,
      action: 'person.propose',
      subjectKind: 'person',
      subjectId: personId,
      institutionIds: homesOf(person),
      after: { proposalId: proposal.id },
      personal: { patch, note },
      requestId: actor.requestId,
    },
  ]);
  return proposal;
}
