import type { AuthorizedScope } from '#access';
import { idPart, selectPage, toPage } from '#database';
import type { Keyset, Page, PageRequest, Reader } from '#database';
import type { Id } from '#kernel';
import { findPersonViews } from '../person/find-people.js';
import { displayName } from '../person/person-name.js';
import type { PersonView } from '../person/person-view.js';
import { Person } from '../person/person.entity.js';
import { whereInstitutionReached } from '../rights/scope.sql.js';
import { PersonProposal } from './person-proposal.entity.js';

type Kept = Pick<PersonProposal, 'id' | 'patch' | 'note' | 'state' | 'proposedAt' | 'decidedAt'>;

/** A proposal for who decides it. */
export interface ProposalView extends Kept {
  readonly person: PersonView;
  readonly proposer: { readonly id: Id; readonly name: string };
}

/** A proposal for who made it: nothing of the person but whom it is about, not even what was decided over. */
export type OwnProposalView = Kept & { readonly personId: Id };

const byArrival: Keyset<PersonProposal> = { list: 'proposals', parts: [idPart('proposal.id')] };

/**
 * A page of the open proposals for people whom the scope (of `person.change`) has at home, in the order they came. Three
 * queries.
 */
export async function listProposals(
  reader: Reader,
  scope: AuthorizedScope,
  request: PageRequest,
): Promise<Page<ProposalView>> {
  const query = reader.manager
    .createQueryBuilder(PersonProposal, 'proposal')
    .innerJoin(Person, 'person', 'person.id = proposal.personId')
    .where(`proposal.state = 'open'`);
  whereInstitutionReached(query, scope, 'person.homeInstitutionId');
  const page = toPage(await selectPage(query, byArrival, request).getMany(), byArrival, request);
  const ids = page.items.flatMap(({ personId, proposerId }) => [personId, proposerId]);
  const people = new Map((await findPersonViews(reader, ids)).map((person) => [person.id, person]));
  const items = page.items.flatMap((proposal): ProposalView[] => {
    const [person, proposer] = [people.get(proposal.personId), people.get(proposal.proposerId)];
    if (person === undefined || proposer === undefined) return [];
    return [{ ...keptOf(proposal), person, proposer: { id: proposer.id, name: displayName(proposer) } }];
  });
  return { items, next: page.next };
}

/** A page of what somebody has proposed, in the order it was. One query. */
export async function listOwnProposals(
  reader: Reader,
  proposerId: Id,
  request: PageRequest,
): Promise<Page<OwnProposalView>> {
  const query = reader.manager
    .createQueryBuilder(PersonProposal, 'proposal')
    .where('proposal.proposerId = :proposerId', { proposerId });
  const page = toPage(await selectPage(query, byArrival, request).getMany(), byArrival, request);
  return {
    items: page.items.map((proposal) => ({ ...keptOf(proposal), personId: proposal.personId })),
    next: page.next,
  };
}

function keptOf({ id, patch, note, state, proposedAt, decidedAt }: PersonProposal): Kept {
  return { id, patch, note, state, proposedAt, decidedAt };
}
