import { z } from 'zod';
import { defineEndpoint } from './endpoint.js';
import { byId, id, instant, namedPerson, pageOf, pageQuery, paragraphs } from './fields.js';
import { person, personPatch } from './person.contract.js';

const kept = z.object({
  id,
  patch: personPatch,
  note: z.string().nullable(),
  state: z.enum(['open', 'accepted', 'declined']),
  proposedAt: instant,
  decidedAt: instant.nullable(),
});

const proposal = kept.extend({ person, proposer: namedPerson }).meta({ id: 'Proposal' });
export type ProposalDto = z.output<typeof proposal>;

const ownProposal = kept.extend({ personId: id }).meta({ id: 'OwnProposal' });
export type OwnProposalDto = z.output<typeof ownProposal>;

const tag = 'Proposals';

export const proposalEndpoints = {
  proposeChange: defineEndpoint({
    name: 'proposeChange',
    method: 'POST',
    path: '/people/:id/proposals',
    tag,
    access: 'person.read',
    status: 201,
    summary:
      'Propose a change (merge-patch) of a person who is at home elsewhere; the home institution decides',
    params: byId,
    body: z.object({ patch: personPatch, note: paragraphs(1000).nullable().default(null) }).strict(),
    response: ownProposal,
  }),
  listProposals: defineEndpoint({
    name: 'listProposals',
    method: 'GET',
    path: '/proposals',
    tag,
    access: 'person.change',
    status: 200,
    summary: 'Open proposals for people at home with me',
    query: pageQuery,
    response: pageOf(proposal),
  }),
  listOwnProposals: defineEndpoint({
    name: 'listOwnProposals',
    method: 'GET',
    path: '/proposals/own',
    tag,
    access: 'signed-in',
    status: 200,
    summary: 'What I have proposed, and what became of it',
    query: pageQuery,
    response: pageOf(ownProposal),
  }),
  acceptProposal: defineEndpoint({
    name: 'acceptProposal',
    method: 'POST',
    path: '/proposals/:id/accept',
    tag,
    access: 'person.change',
    status: 204,
    summary: 'Accept a proposal: it changes the person, whose version has to be the one that was looked at',
    params: byId,
    body: z.object({ personVersion: z.int().positive() }).strict(),
  }),
  declineProposal: defineEndpoint({
    name: 'declineProposal',
    method: 'POST',
    path: '/proposals/:id/decline',
    tag,
    access: 'person.change',
    status: 204,
    summary: 'Decline a proposal',
    params: byId,
  }),
};
